import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changed, since } from '../../../../test/examples/changes.ts'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { storyPage } from '../pages/story.ts'
import { amendmentSection, changesSection, newMark, sinceBar } from './story-changes.ts'

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
        'Corrections by outlets',
        'Edited articles',
        'Newly differing accounts',
        'Commitments that changed',
        'Figures that changed',
        'New in brief',
        'New commitments',
        'New quotations',
      ],
    )
  })

  it('opens for every line the words it comes from, or the article', () => {
    for (const item of all(section, 'li')) assert.ok(item.querySelector('a.cite, a[href^="/articles/"]'), textOf(item))
  })

  it('shows old and new words of an edit, and the old headline as text', () => {
    const edit = texts(section, 'li').find((text) => text.includes('headline was')) ?? ''
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
    assert.match(said, /Mar 15, 2026, 8:00.* · came in Mon, Mar 16, 2026, 8:00/)
  })

  it('folds a long list', () => {
    const many = Array.from({ length: 9 }, () => items.find(({ kind }) => kind === 'quote')!)
    const made = parseMarkup(String(changesSection({ ...changed, changes: { since, items: many } }, reader)))
    assert.equal(all(made, 'details li').length, 4)
  })
})

it('a story can be asked what changed since an hour, a day and any time', () => {
  const bar = parseMarkup(String(sinceBar(story, reader)))
  for (const link of all(bar, 'a'))
    assert.match(link.getAttribute('href') ?? '', /^\/stories\/story-1\?since=2026-03-1.+#changes$/)
  assert.equal(bar.querySelector('input')?.getAttribute('name'), 'since')
})

it('what is new is marked where it stands', () => {
  const quote = items.find((change) => change.kind === 'quote')
  assert.ok(quote && 'citation' in quote)
  assert.match(String(newMark(quote.citation, changed, reader)), /new/)
  assert.equal(String(newMark(quote.citation, story, reader)), '')
})

it('corrections of outlets stand in their words', () => {
  assert.match(String(amendmentSection(changed, reader)), /correction.*210 people/s)
  assert.equal(String(amendmentSection(story, reader)), '')
})

it('a page shows what became of a promise, and that a day was moved', () => {
  const page = parseMarkup(storyPage(changed, reader))
  assert.equal(textOf(page.querySelector('.commitments .tag')), 'kept')
  assert.equal(all(page, '.became a.cite').length, 2)
  assert.deepEqual(
    texts(page, '.tl .date .tag').map((text) => text.split(':')[0]),
    ['before', 'moved'],
  )
})
