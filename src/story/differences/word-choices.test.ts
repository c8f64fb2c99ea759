import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, storyInput, syndication } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { wordsOf } from '../words.ts'
import { wordChoices } from './word-choices.ts'
import { swapsBetween } from './word-swaps.ts'

const article = (id: string, title: string, text: string, rest: Partial<ArticleFixture> = {}): ArticleFixture => ({
  id,
  title,
  text,
  ...rest,
})

/** The differing words, each with the outlets that use it. */
function chosen(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return wordChoices(texts, countReports(texts).members, 'en').map(({ words }) =>
    Object.fromEntries(words.map(({ word, uses }) => [word, uses.map(({ outlet }) => outlet)])),
  )
}

const crisis = article(
  'a',
  'Talks on water crisis begin in Orsund',
  'Envoys met to speak of the water crisis on the islands.',
)
const dispute = article('b', 'Talks on water dispute begin in Orsund', 'Two sides met because of the water dispute.')

describe('wordChoices', () => {
  it('sets side by side the words in which like headlines differ', () => {
    assert.deepEqual(chosen(crisis, dispute), [{ crisis: ['Outlet a'], dispute: ['Outlet b'] }])
  })

  it('counts every outlet that uses a word in that place, the more widely used first', () => {
    const more = article('c', 'Talks on water dispute begin in capital', 'A dispute is on.')
    const [choice] = chosen(crisis, dispute, more)
    assert.deepEqual(choice, { dispute: ['Outlet b', 'Outlet c'], crisis: ['Outlet a'] })
    assert.deepEqual(Object.keys(choice ?? {}), ['dispute', 'crisis'])
  })

  it('leaves an outlet aside that uses both', () => {
    const both = article(
      'b',
      'Talks on water dispute begin in Orsund',
      'The water crisis brought envoys, the dispute kept them.',
    )
    assert.deepEqual(chosen(crisis, both), [])
  })

  it('leaves copies and quotations aside', () => {
    const copy = { ...dispute, at: '2025-03-04T11:00:00Z', syndications: [syndication('b', 'a')] }
    assert.deepEqual(chosen(crisis, copy), [])
    const marked = { ...dispute, title: 'Talks on ‘water dispute’ begin in Orsund' }
    assert.deepEqual(chosen(crisis, marked), [])
  })

  it('takes no name for a choice of words', () => {
    const other = article('b', 'Talks on water Brask begin in Orsund', 'Two sides met because of Brask.')
    assert.deepEqual(chosen(crisis, other), [])
  })
})

describe('swapsBetween', () => {
  const swapped = (a: string, b: string) =>
    swapsBetween(wordsOf(a), wordsOf(b)).map((swap) => `${wordsOf(a)[swap.a]?.text}|${wordsOf(b)[swap.b]?.text}`)

  it('finds one word in place of one other', () => {
    assert.deepEqual(swapped('Police cleared the square of rioters', 'Police cleared the square of protesters'), [
      'rioters|protesters',
    ])
  })

  it('does not take forms of one word, numbers or reversed lists for a choice', () => {
    assert.deepEqual(swapped('A judge ruled on the toll', 'A judge rules on the toll'), [])
    assert.deepEqual(swapped('Storm kills seven people here', 'Storm kills nine people here'), [])
    assert.deepEqual(swapped('energy and farm products', 'farm and energy products'), [])
  })

  it('asks for the same neighbors on both sides', () => {
    assert.deepEqual(swapped('the harsh ruling of judges', 'a mild verdict by courts'), [])
  })
})
