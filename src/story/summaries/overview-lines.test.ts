import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite } from '../../core/citation.ts'
import type { BriefPoint } from '../../core/story.ts'
import { type ArticleFixture, spanOf, storyInput } from '../story-fixture.ts'
import { overviewLines } from './overview-lines.ts'

const warned =
  'An inspector warned four years ago that the wall of the dam above Sandvik needed urgent work, according to the Herald.'
const ordered =
  'Prime minister Ida Brandt has ordered a public inquiry, after it emerged that an inspection four years ago had asked for repairs.'
const hearing = 'Dame Ellen Foss is expected to hold her first hearing in the school hall of Sandvik on Saturday.'
const ignored = 'No work was done on it, and the report of the authority was passed to two ministries of Brandt.'

const herald: ArticleFixture = { id: 'herald', at: '2025-03-04T08:00:00Z', text: `${warned}\n${ignored}` }
const post: ArticleFixture = { id: 'post', at: '2025-03-04T10:00:00Z', text: `${ordered}\n${hearing}` }

type Told = readonly [ArticleFixture, string]

function point([fixture, words]: Told): BriefPoint {
  const { document } = storyInput(fixture)
  return { text: words, citations: [cite(document, spanOf(document.text, words))], outlets: [fixture.id] }
}

function lines(sentences: readonly Told[], dek?: Told) {
  return overviewLines(sentences.map(point), dek && point(dek).citations[0]).map(({ text }) => text)
}

describe('overviewLines', () => {
  it('keeps the order of the brief, and its first five', () => {
    const ranked = [
      [post, ordered],
      [post, hearing],
      [herald, ignored],
      [herald, warned],
    ] as const
    assert.deepEqual(lines(ranked), [ordered, hearing, ignored, warned])
    const many = ['Sandvik', 'Orla', 'Halvik', 'Borre', 'Tjome', 'Askim'].map(
      (town, at): Told => [
        { ...herald, id: town, text: `Rain fell.\nThe mill${at} of ${town} closed gate${at} after storm${at}.` },
        `The mill${at} of ${town} closed gate${at} after storm${at}.`,
      ],
    )
    assert.equal(lines(many).length, 5)
  })

  it('does not say the dek again, not even in other words', () => {
    assert.deepEqual(
      lines(
        [
          [post, ordered],
          [herald, warned],
        ],
        [post, ordered],
      ),
      [warned],
    )
    const reworded =
      'Prime minister Ida Brandt ordered an inquiry after it emerged that an inspection had asked for repairs.'
    const other: ArticleFixture = { ...herald, text: `${reworded}\n${ignored}` }
    assert.deepEqual(lines([[other, reworded]], [post, ordered]), [])
  })

  it('adds a sentence only if none above says the same', () => {
    assert.deepEqual(
      lines([
        [herald, warned],
        [herald, ignored],
        [herald, warned],
      ]),
      [warned, ignored],
    )
  })
})
