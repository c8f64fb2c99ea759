import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { changedLine, outletNotices } from './article.ts'

const reader = exampleReader()
const span = { start: 0, end: 40 }
const noted: ArticleView = {
  ...article,
  annotations: {
    ...article.annotations,
    amendments: {
      by: 'amendments',
      version: 2,
      items: [{ kind: 'correction', span, sentence: 0, day: '2026-03-17' }],
    },
  },
}

describe('what an outlet says of its article', () => {
  it('stands in its own words, with its day, and opens its place', () => {
    const page = parseMarkup(String(outletNotices(noted, reader)))
    assert.deepEqual(texts(page, 'b'), ['correction'])
    assert.deepEqual(texts(page, 'time'), ['Mar 17, 2026'])
    assert.deepEqual(texts(page, 'a'), [article.document.text.slice(0, 40).trim()])
    assert.match(all(page, 'a')[0]?.getAttribute('href') ?? '', /start=0&end=40#cited$/)
  })

  it('is left out where it says nothing', () => {
    assert.equal(String(outletNotices(article, reader)), '')
  })
})

describe('the line that an article was changed', () => {
  it('counts what changed and leads to it', () => {
    const page = parseMarkup(String(changedLine(article, reader)))
    assert.match(
      texts(page, '.changedline')[0] ?? '',
      /^Changed after publication, .*: Headline changed · 1 sentence changed · 1 sentence removed/,
    )
    assert.match(all(page, 'a')[0]?.getAttribute('href') ?? '', /\/changes\?from=doc-earlier&to=doc-wire$/)
    assert.equal(texts(page, '.note').length, 1)
  })

  it('does not lay on the outlet what is only held or read otherwise', () => {
    const held = { ...article, changes: { ...article.changes!, cause: 'held' as const } }
    const [line = ''] = texts(parseMarkup(String(changedLine(held, reader))), '.changedline')
    assert.match(line, /need not be a change by the outlet/)
    assert.doesNotMatch(line, /Changed after publication/)
  })

  it('says what came of looking at the page again', () => {
    const { changes: _, ...same } = article
    const looked = { ...same, lastLook: { at: '2026-03-17T07:20:00Z', outcome: 'less' as const } }
    assert.match(
      texts(parseMarkup(String(changedLine(looked, reader))), '.note')[0] ?? '',
      /^Looked at again, less of it/,
    )
  })
})
