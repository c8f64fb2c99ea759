import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alignTexts, type SentenceText } from './compare-articles.ts'

function textOf(...parts: readonly string[]): SentenceText {
  let start = 0
  const sentences = parts.map((part) => {
    const span = { start, end: start + part.length }
    start = span.end + 1
    return span
  })
  return { text: parts.join(' '), sentences }
}

const kinds = (a: SentenceText, b: SentenceText) => alignTexts(a, b).map(({ kind }) => kind)

describe('two texts side by side', () => {
  const [ferry, toll, watch] = [
    'The second ferry will run in May.',
    'No toll was discussed at all.',
    'A night watch begins on Friday.',
  ]

  it('tell what is the same, what is alike and what stands in one alone', () => {
    const other = 'The second ferry will not run in May, the board said.'
    assert.deepEqual(kinds(textOf(ferry, toll, watch), textOf(other, watch)), ['alike', 'only-a', 'same'])
    assert.deepEqual(kinds(textOf(ferry), textOf(toll)), ['only-a', 'only-b'])
  })

  it('take marks for no difference, and letters for one', () => {
    assert.deepEqual(kinds(textOf('“We will run in May,” he said.'), textOf('"We will run in May", he said.')), [
      'same',
    ])
  })

  it('have every sentence of both once, in order', () => {
    const [a, b] = [textOf(ferry, watch, toll), textOf(toll, ferry, watch)]
    const rows = alignTexts(a, b)
    const spans = (side: 'a' | 'b') => rows.flatMap((row) => (side in row ? [(row as never)[side]] : []))
    assert.deepEqual(spans('a'), a.sentences)
    assert.deepEqual(spans('b'), b.sentences)
  })
})
