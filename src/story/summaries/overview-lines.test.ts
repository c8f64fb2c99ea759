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

const herald: ArticleFixture = {
  id: 'herald',
  at: '2025-03-04T08:00:00Z',
  text: `${warned}\n${ignored}`,
  times: [['four years ago', '2021']],
}
const post: ArticleFixture = {
  id: 'post',
  at: '2025-03-04T10:00:00Z',
  text: `${ordered}\n${hearing}`,
  times: [
    ['four years ago', '2021'],
    ['Saturday', '2025-03-08'],
  ],
}

function lines(sentences: readonly (readonly [ArticleFixture, string])[], dek?: readonly [ArticleFixture, string]) {
  const inputs = [herald, post].map(storyInput)
  const point = ([fixture, words]: readonly [ArticleFixture, string]): BriefPoint => {
    const document = inputs.find((input) => input.document.id === fixture.id)!.document
    const citation = cite(document, spanOf(document.text, words))
    return { text: words, citations: [citation], outlets: [fixture.id] }
  }
  const told = overviewLines(
    sentences.map(point),
    dek && point(dek).citations[0],
    inputs.map(({ document, annotations }) => ({ document, times: annotations.times?.items ?? [] })),
  )
  return told.map(({ text }) => text)
}

describe('overviewLines', () => {
  it('begins with what happened first and ends with what is planned', () => {
    const ranked = [
      [post, ordered],
      [post, hearing],
      [herald, ignored],
      [herald, warned],
    ] as const
    assert.deepEqual(lines(ranked), [warned, ignored, ordered, hearing])
  })

  it('dates a sentence by its main clause: what it says of earlier times does not count', () => {
    assert.deepEqual(
      lines([
        [post, ordered],
        [herald, ignored],
      ]),
      [ignored, ordered],
    )
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
    const other: ArticleFixture = { ...herald, id: 'herald', text: `${reworded}\n${ignored}`, times: [] }
    const inputs = [other, post].map(storyInput)
    const [one, two] = inputs
    const told = overviewLines(
      [
        {
          text: reworded,
          citations: [cite(one!.document, spanOf(one!.document.text, reworded))],
          outlets: ['Herald'],
        },
      ],
      cite(two!.document, spanOf(two!.document.text, ordered)),
      [],
    )
    assert.deepEqual(told, [])
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

  it('does not begin with a sentence that refers to something told elsewhere', () => {
    const led = 'The inquiry will be led by Ellen Foss, a retired judge, who will be able to call witnesses.'
    const early: ArticleFixture = { ...herald, text: `Rain fell on Sandvik all night.\n${led}`, times: [] }
    const inputs = [early, post].map(storyInput)
    const points = inputs.flatMap(({ document }) =>
      [led, ordered].flatMap((text): BriefPoint[] => {
        const at = document.text.indexOf(text)
        if (at < 0) return []
        return [{ text, citations: [cite(document, { start: at, end: at + text.length })], outlets: [document.id] }]
      }),
    )
    const told = overviewLines(
      points,
      undefined,
      inputs.map(({ document }) => ({ document, times: [] })),
    )
    assert.deepEqual(
      told.map(({ text }) => text),
      [ordered, led],
    )
  })
})
