import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Document } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import { coverage, prepare, shareOf } from './overlap.ts'
import { alignPassages, type Side } from './passages.ts'
import { shinglesOf, wordsOf } from './words.ts'

function sideOf(lines: readonly string[], isInSentences = true): Side {
  const text = lines.join('\n')
  const ends = lines.map((_, i) => lines.slice(0, i + 1).join('\n').length)
  const spans = lines.map((line, i) => ({ start: (ends[i] as number) - line.length, end: ends[i] as number }))
  const document: Document = {
    id: asId('d'),
    articleId: asId('a'),
    language: 'en',
    title: '',
    text,
    blocks: spans.map((span) => ({ ...span, kind: 'paragraph' as const })),
    publishedAt: '2025-08-19T12:00:00Z',
  }
  const items = spans.map((span, i) => ({ span, block: i, index: i }))
  const annotations: Annotations = isInSentences ? { sentences: { by: 'sentences', version: 1, items } } : {}
  return { document, annotations, prepared: prepare(text) }
}

function aligned(here: readonly string[], there: readonly string[], isInSentences = true): [string, string][] {
  const a = sideOf(here, isInSentences)
  const b = sideOf(there, isInSentences)
  return alignPassages(a, b).map(({ span, otherSpan }) => [
    a.document.text.slice(span.start, span.end),
    b.document.text.slice(otherSpan.start, otherSpan.end),
  ])
}

const closed = 'Engineers closed the harbour bridge after finding cracks in two piers.'
const ferries = 'Ferries will run every ten minutes between the two banks of the river.'

describe('alignPassages', () => {
  it('finds a copied sentence wherever it stands, with its full stop', () => {
    assert.deepEqual(aligned([ferries, closed], [closed, 'The mayor slept.']), [[closed, closed]])
  })
  it('narrows a sentence to the words the two share', () => {
    const attributed = `${closed.slice(0, -1)}, the council said in a note.`
    assert.deepEqual(aligned([closed], [attributed]), [[closed, closed.slice(0, -1)]])
    assert.deepEqual(aligned([attributed], [closed]), [[closed.slice(0, -1), closed]])
  })
  it('takes the longer match when a sentence stands in two', () => {
    const half = 'After finding cracks in two piers they went home and nobody spoke.'
    assert.deepEqual(aligned([closed], [half, closed]), [[closed, closed]])
  })
  it('ignores phrases shorter than six words and sentences of which less than half is shared', () => {
    assert.deepEqual(aligned(['The harbour bridge after all stood.'], [closed]), [])
    const long =
      'On a morning of thin rain and loud gulls, long before the ferries will run every ten minutes, he woke.'
    assert.deepEqual(aligned([long], [ferries]), [])
  })
  it('falls back on blocks where no sentences are known', () => {
    assert.deepEqual(aligned([closed, ferries], [ferries], false), [[ferries, ferries]])
  })
})

describe('coverage', () => {
  it('marks words in runs of four, and nothing in texts too short for one', () => {
    const a = prepare('one two three four five six')
    assert.deepEqual([...coverage(a, prepare('zero two three four five nine'))], [0, 1, 1, 1, 1, 0])
    assert.deepEqual([...coverage(prepare('one two three'), a)], [0, 0, 0])
    assert.equal(shareOf(coverage(prepare(''), a)), 0)
    assert.equal(shareOf(coverage(a, a)), 1)
  })
})

describe('wordsOf', () => {
  it('makes no difference between cases, apostrophes and ways to encode an accent', () => {
    const hashes = (text: string) => [...wordsOf(text).hashes]
    assert.deepEqual(hashes('Don’t STOP, café!'), hashes("don't stop cafe\u0301"))
    assert.notDeepEqual(hashes('cafe'), hashes('café'))
  })
  it('says where each word stands', () => {
    const { starts, ends } = wordsOf('“It’s 橋です,” she said')
    assert.deepEqual([...starts], [1, 6, 7, 8, 12, 16])
    assert.deepEqual([...ends], [5, 7, 8, 9, 15, 20])
  })
  it('makes one shingle for each place a run begins', () => {
    const words = wordsOf('a b c d a b c d')
    const shingles = [...shinglesOf(words, 4)]
    assert.equal(shingles.length, 5)
    assert.equal(shingles[0], shingles[4])
    assert.equal(new Set(shingles).size, 4)
    assert.equal(shinglesOf(wordsOf('a b c'), 4).length, 0)
  })
})
