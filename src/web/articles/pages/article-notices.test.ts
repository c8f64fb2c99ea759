import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, type Element, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import type { Amendment } from '../../../core/annotation.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { changedLine } from '../parts/article-after.ts'
import { articlePage } from './article.ts'

const reader = exampleReader()
const { blocks, text } = article.document
const last = blocks.at(-1)!
const noted = (span: { readonly start: number; readonly end: number }, rest: Partial<Amendment> = {}): ArticleView => ({
  ...article,
  annotations: {
    ...article.annotations,
    amendments: { by: 'amendments', version: 2, items: [{ kind: 'correction', span, sentence: 0, ...rest }] },
  },
})
const pageOf = (view: ArticleView): Element => parseMarkup(articlePage(view, reader))
const occurrences = (page: Element, words: string) => textOf(page.querySelector('main')).split(words).length - 1

describe('what an outlet says of its article', () => {
  it('stands above the text instead of in it, once, in its own words, with its day', () => {
    const words = text.slice(last.start, last.end).replace(/\s+/g, ' ').trim()
    const page = pageOf(noted({ start: last.start, end: last.end }, { day: '2026-03-17' }))
    assert.match(textOf(page.querySelector('.text > .corr')), /^correction/i)
    assert.ok(textOf(page.querySelector('.corr')).includes(words))
    assert.equal(occurrences(page, words), 1)
    assert.deepEqual(texts(page, '.corr time'), ['Mar 17, 2026'])
    assert.ok(page.querySelector(`.corr #p${blocks.length}`), 'its place can still be linked to')
  })

  it('opens its place where it shares a paragraph with others', () => {
    const page = pageOf(noted({ start: 0, end: 40 }))
    assert.deepEqual(texts(page, '.corr > a'), [text.slice(0, 40).trim()])
    assert.match(values(page, '.corr > a', 'href')[0] ?? '', /start=0&end=40#cited$/)
    assert.ok(page.querySelector('.text > #p1'))
  })

  it('is left out where it says nothing', () => {
    assert.equal(all(pageOf(article), '.corr').length, 0)
  })
})

describe('a block that only repeats byline and date', () => {
  it('is left out of a text stored by an earlier release, unless it is cited', () => {
    const old: ArticleView = { ...article, bylineBlocks: [0] }
    assert.equal(all(pageOf(old), '#p1').length, 0)
    assert.equal(all(pageOf(old), '#p2').length, 1)
    assert.equal(all(pageOf({ ...old, cited: { start: 0, end: 3 } }), '#p1').length, 1)
  })
})

describe('marks in the text', () => {
  it('are all off at first, and chosen without script', () => {
    const page = pageOf(article)
    assert.deepEqual(values(page, '[id^=show-]', 'id'), ['show-copied', 'show-quotes', 'show-changes'])
    assert.equal(all(page, '[id^=show-][checked]').length, 0)
    assert.equal(all(page, '.text a.said').length, 0)
  })

  it('show what was removed where it was', () => {
    assert.ok(all(pageOf(article), '.text del.gone').length > 0)
  })

  it('have a line beside copied passages and one note with their other places', () => {
    const page = pageOf(article)
    assert.ok(all(page, '.cp').length > 0)
    assert.equal(all(page, '.mn').length, 1)
    assert.match(textOf(page.querySelector('.mn')), /^Credited to NW\. Same words in \S/)
  })
})

describe('how an article looks', () => {
  it('is rendered as it was chosen on the device, else as in the settings', () => {
    const chosen = (given: typeof reader) => values(parseMarkup(articlePage(article, given)), '.looks [checked]', 'id')
    const usual = ['size-medium', 'width-normal', 'height-normal', 'typeface-serif', 'paper-auto']
    assert.deepEqual(chosen(reader), usual)
    const [sans] = [{ ...reader, preferences: { ...reader.preferences, typeface: 'sans' as const } }]
    assert.ok(chosen(sans!).includes('typeface-sans'))
    assert.deepEqual(chosen({ ...reader, reading: { size: 'xl', paper: 'sepia' } }), [
      'size-xl',
      ...usual.slice(1, 4),
      'paper-sepia',
    ])
  })
})

describe('what the shown version changed', () => {
  it('is counted, and leads to the comparison', () => {
    const page = parseMarkup(String(changedLine(article, reader)))
    assert.match(textOf(page.querySelector('body')), /^Headline changed · 1 sentence changed · 1 sentence removed/)
    assert.match(values(page, 'a', 'href')[0] ?? '', /\/changes\?from=doc-earlier&to=doc-wire$/)
  })

  it('does not lay on the outlet what is only held or read otherwise', () => {
    const held = { ...article, changes: { ...article.changes!, cause: 'held' as const } }
    assert.match(String(changedLine(held, reader)), /may not have changed it/)
    assert.doesNotMatch(textOf(pageOf(held).querySelector('.line')), /Edited/)
  })

  it('says that the outlet’s page is gone', () => {
    const { changes: _, ...same } = article
    const gone = { ...same, lastLook: { at: '2026-03-17T07:20:00Z', outcome: 'gone' as const } }
    assert.match(textOf(pageOf(gone).querySelector('#revisions .note')), /^Deleted by the outlet:/)
  })
})
