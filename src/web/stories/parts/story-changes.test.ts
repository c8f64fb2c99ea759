import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changed, since } from '../../../../test/examples/changes.ts'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { coveragePage } from '../pages/coverage.ts'
import { storyPage } from '../pages/story.ts'
import { changesPage, timelinePage } from '../pages/timeline.ts'
import { amendmentSection, changesSection, newMark, sinceChoice } from './story-changes.ts'

const reader = exampleReader()
const items = changed.changes?.items ?? []

describe('what changed', () => {
  const section = parseMarkup(String(changesSection(changed, reader)))

  it('has a part for every kind, what weighs most first', () => {
    assert.deepEqual(
      texts(section, 'h3').map((text) => text.replace(/\s*\d+$/, '')),
      [
        'New headline',
        'New articles',
        'Corrections',
        'Edited articles',
        'New disagreements',
        'Changed promises',
        'Changed figures',
        'New in brief',
        'New promises',
        'New quotes',
      ],
    )
  })

  it('opens for every line the words it comes from, or the article', () => {
    for (const item of all(section, 'li')) assert.ok(item.querySelector('a.cite, a[href^="/articles/"]'), textOf(item))
  })

  it('shows old and new words of an edit, and the old headline as text', () => {
    const edit = texts(section, 'li').find((text) => text.includes('An older headline')) ?? ''
    assert.match(edit, /was.*<b>An older headline<\/b>.*was.*now/s)
  })

  it('says so where nothing changed, and is not there unless asked for', () => {
    const none = { ...changed, changes: { since, items: [] } }
    assert.match(String(changesSection(none, reader)), /Nothing changed/)
    assert.equal(String(changesSection(story, reader)), '')
  })

  it('says of what is older than that when it came in', () => {
    const { cameAt: _, ...article } = items.find(({ kind }) => kind === 'article')!
    const late = { ...article, at: '2026-03-15T20:00:00.000Z', cameAt: '2026-03-16T08:00:00.000Z' }
    const made = parseMarkup(String(changesSection({ ...changed, changes: { since, items: [late] } }, reader)))
    const said = textOf(made.querySelector('li'))
    assert.match(said, /Mar 15, 2026, 8:00.* · received Mon, Mar 16, 2026, 8:00/)
  })

  it('ends new quotations without the comma of the article’s sentence', () => {
    const quote = items.find((change) => change.kind === 'quote')!
    assert.ok('citation' in quote)
    const [citation, at] = [{ ...quote.citation, exact: 'We will pay,' }, quote.at]
    const made = parseMarkup(
      String(changesSection({ ...changed, changes: { since, items: [{ kind: 'quote', citation, at }] } }, reader)),
    )
    assert.match(textOf(made.querySelector('.words')), /^We will pay /)
  })

  it('says of an article whether it is a report, part of one, or neither', () => {
    const { dossier } = changed
    const [, , opinion] = dossier.reports
    const reports = dossier.reports.filter((report) => report !== opinion)
    const item = { kind: 'article', at: since, documentId: opinion!.documentIds[0]!, isReport: false } as const
    const shown = (own: typeof dossier) =>
      String(changesSection({ ...changed, dossier: own, changes: { since, items: [item] } }, reader))
    assert.match(shown(dossier), /counted with another report/)
    assert.match(shown({ ...dossier, reports }), /not counted as a report/)
  })

  it('folds a long list', () => {
    const many = Array.from({ length: 9 }, () => items.find(({ kind }) => kind === 'quote')!)
    const made = parseMarkup(String(changesSection({ ...changed, changes: { since, items: many } }, reader)))
    assert.equal(all(made, 'details li').length, 4)
  })
})

it('a story can be asked what changed since a day, the last reading and any time', () => {
  const sinceRead = { at: '2026-03-17T08:00:00.000Z', items }
  const bar = parseMarkup(String(sinceChoice({ ...story, sinceRead }, reader)))
  assert.equal(all(bar, 'a').length, 2)
  for (const link of all(bar, 'a'))
    assert.match(link.getAttribute('href') ?? '', /^\/stories\/story-1\/changes\?since=2026-03-1/)
  assert.equal(bar.querySelector('input')?.getAttribute('name'), 'since')
  assert.equal(all(parseMarkup(String(sinceChoice(story, reader))), 'a').length, 1)
})

it('a page says how much is new since the last reading, and leads to it', () => {
  const at = '2026-03-17T08:00:00.000Z'
  const line = parseMarkup(storyPage({ ...story, sinceRead: { at, items: items.slice(0, 3) } }, reader)).querySelector(
    '.meta a.go',
  )
  assert.match(textOf(line), /^3 new since Mar 17, 8:00\sAM$/)
  assert.equal(line?.getAttribute('href'), '/stories/story-1/changes?since=2026-03-17T08%3A00%3A00.000Z')
  assert.equal(
    parseMarkup(storyPage({ ...story, sinceRead: { at, items: [] } }, reader)).querySelector('.meta a.go'),
    null,
  )
  assert.equal(all(parseMarkup(changesPage(changed, reader)), '#changes h3').length, 10)
})

it('what is new is marked where it stands', () => {
  const quote = items.find((change) => change.kind === 'quote')
  assert.ok(quote && 'citation' in quote)
  assert.match(String(newMark(quote.citation, changed, reader)), /new/)
  assert.equal(String(newMark(quote.citation, story, reader)), '')
})

it('corrections of outlets stand in their words', () => {
  assert.match(String(amendmentSection(changed, reader)), /Correction.*210 people/s)
  assert.equal(String(amendmentSection(story, reader)), '')
})

it('a page shows what became of a promise, and that a day was moved', () => {
  const page = parseMarkup(timelinePage(changed, reader))
  assert.equal(textOf(page.querySelector('.prom .by .chip')), 'Kept')
  assert.equal(all(page, '.became a.cite').length, 2)
  assert.deepEqual(
    texts(page, '.tl b .chip').map((text) => text.split(':')[0]),
    ['was', 'now'],
  )
  assert.ok(parseMarkup(coveragePage(changed, reader)).querySelector('#amendments'))
})
