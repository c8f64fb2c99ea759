import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as labels from '../../../../test/examples/labels.ts'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import * as views from '../../../../test/examples/views.ts'
import { articlePage } from './article.ts'
import { labelsPage } from './labels.ts'

const reader = exampleReader('en', '/labels')
const page = parseMarkup(labelsPage(labels.doubtful, reader))

describe('the page on which quotations are labeled', () => {
  it('shows each in its sentences, with the quotation marked', () => {
    const [first] = labels.doubtful.quotes
    const context = page.querySelector('.label blockquote')
    assert.equal(context?.textContent, first?.context.text)
    assert.equal(
      context?.querySelector('mark')?.textContent,
      'all of us would obviously prefer a fair toll while we work on the ferry',
    )
  })

  it('says who was found, how, and how sure that is', () => {
    assert.match(
      texts(page, '.label .note')[0] ?? '',
      /Mara Ellind · the sentence before is about this person · right in 53% of tested cases/,
    )
    assert.match(texts(page, '.label .note')[2] ?? '', /: Unknown$/)
  })

  it('offers those named in the article, the one found first chosen', () => {
    assert.deepEqual(texts(page.querySelector('.label')!, 'option'), ['Choose…', 'Mara Ellind', 'Tomas Reyd'])
    assert.deepEqual(texts(page.querySelector('.label')!, 'option[selected]'), ['Mara Ellind'])
  })

  it('names each form by its article, and each way to take back by its words', () => {
    for (const form of all(page, '.label > form [role=group]'))
      assert.ok(page.querySelector(`[id="${form.getAttribute('aria-labelledby')}"]`))
    const names = values(page, '#corrected button', 'aria-label')
    assert.equal(names.length, 6)
    for (const name of names) assert.match(name, /^Undo: ./)
  })

  it('tells how far it has come, what was corrected, and what does not apply now', () => {
    assert.equal(textOf(page.querySelector('#labeled [role=status]')), '12 corrected · 41 to check')
    assert.ok(values(page, '#labeled a', 'href').includes('/labels.jsonl'))
    assert.deepEqual(
      all(page, '#corrected li').map((item) => textOf(item.querySelector('b'))),
      ['Said by Mara Ellind', 'Not a quote', 'name: Mara Ellind', 'not a name', 'Unknown', 'Said by Mara Ellind'],
    )
    assert.equal(all(page, '#corrected .bad').length, 2)
    assert.equal(page.querySelector('#corrected a[rel=next]')?.getAttribute('href'), '/labels?cursor=cursor-2')
  })

  it('of one article shows what was set, and lets it be taken back there', () => {
    const ofArticle = parseMarkup(labelsPage(labels.ofArticle, reader))
    const [set, none] = texts(ofArticle, '.label .note')
    assert.match(set ?? '', /^Mara Ellind · corrected/)
    assert.match(none ?? '', /^Not a quote · corrected/)
    assert.equal(all(ofArticle, '.label .note form').length, 2)
  })

  it('of one article takes other words and names, and the page of all does not', () => {
    const ofArticle = parseMarkup(labelsPage(labels.ofArticle, reader))
    assert.deepEqual(values(ofArticle, '.of-words option', 'value'), [
      'speaker',
      'nobody',
      'not-a-quote',
      'person',
      'organization',
      'place',
      'no-name',
    ])
    assert.equal(page.querySelector('.of-words'), null)
  })

  it('says when there is nothing to do', () => {
    assert.match(textOf(parseMarkup(labelsPage(labels.nothing, reader)).querySelector('#check')), /Nothing to check/)
  })
})

describe('the article page', () => {
  it('leads the owner, and nobody else, to each quotation', () => {
    const links = (isOwner: boolean, isCurrent = true) =>
      values(
        parseMarkup(articlePage({ ...views.article, isCurrent }, { ...reader, isOwner, isModerator: isOwner })),
        '.corrections a',
        'href',
      )
    const quotes = views.article.annotations.quotes!.items
    assert.deepEqual(
      links(true),
      quotes.map(({ span }) => `/labels?article=article-wire#q-doc-wire-${span.start}-${span.end}`),
    )
    assert.deepEqual([links(false), links(true, false)], [[], []])
  })

  it('leads to a form that is there', () => {
    const ids = values(parseMarkup(labelsPage(labels.ofArticle, reader)), '.label', 'id')
    const [, second] = values(parseMarkup(articlePage(views.article, reader)), '.corrections a', 'href')
    assert.ok(ids.includes(second?.split('#')[1] ?? ''))
  })
})
