import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReads } from '../../test/count-reads.ts'
import { textOf } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import { fillGaps } from './fill-gaps.ts'
import { prepare } from './overlap.ts'
import { alignPassages, type Side } from './passages.ts'

const long = 'The harbor bridge was closed on Tuesday after divers found cracks in two of its piers.'
const short = 'Nobody was hurt.'
const edited = 'The narrow crossing carries some 20,000 heavy vehicles on every working day.'
const original = 'The crossing carries 20,000 vehicles on every day.'

function sideOf(...sentences: readonly string[]): Side {
  const text = sentences.join(' ')
  let start = 0
  const items = sentences.map((sentence, index) => {
    const span = { start, end: start + sentence.length }
    start = span.end + 1
    return { span, block: 0, index }
  })
  return {
    document: {
      id: asId('d'),
      articleId: asId('a'),
      language: 'en',
      title: '',
      text,
      blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
      publishedAt: '2025-05-01T12:00:00Z',
    },
    annotations: { sentences: { by: 'sentences', version: 1, items } },
    prepared: prepare(text),
  }
}

function filled(here: Side, there: Side) {
  return fillGaps(here, there, alignPassages(here, there)).map(({ span, otherSpan }) => [
    textOf(here.document, span),
    textOf(there.document, otherSpan),
  ])
}

describe('fillGaps', () => {
  it('adds a short and an edited sentence beside one that was taken over', () => {
    const found = filled(sideOf(short, long, edited), sideOf(short, long, original))
    assert.deepEqual(found, [
      [short, short],
      [long, long],
      ['The narrow crossing carries some 20,000 heavy vehicles on every working day.', original],
    ])
  })
  it('reaches over a sentence that was dropped or put in', () => {
    const dropped = filled(sideOf(long, short), sideOf(long, 'Ferries were called in from Varn.', short))
    assert.deepEqual(dropped.at(-1), [short, short])
    const putIn = filled(sideOf(long, 'Ferries were called in from Varn.', short), sideOf(long, short))
    assert.deepEqual(putIn.at(-1), [short, short])
  })
  it('adds nothing where no sentence was taken over, nor a sentence of other words', () => {
    assert.deepEqual(filled(sideOf(short, edited), sideOf(short, original)), [])
    assert.equal(filled(sideOf(long, 'The mayor will speak at noon.'), sideOf(long, short)).length, 1)
  })
  it('takes each sentence of the other text once', () => {
    assert.equal(filled(sideOf(long, short, short), sideOf(long, short)).length, 2)
  })
  it('stays linear on one phrase over and over', () => {
    const readsFor = (length: number) => {
      const side = sideOf(...Array.from({ length }, () => 'The same few words are said over and over again.'))
      const { words } = side.prepared
      const { counted: hashes, reads } = countReads(words.hashes)
      const watched = { ...side, prepared: { ...side.prepared, words: { ...words, hashes } } }
      // Two of three remain to be found beside the aligned ones.
      const some = alignPassages(watched, watched).filter(({ piece }) => piece % 3 === 0)
      fillGaps(watched, watched, some)
      return reads()
    }
    const [some, more] = [readsFor(250), readsFor(1_000)]
    assert.ok(some > 100 && more < 5 * some, `${some} words looked at, and ${more} for four times as many`)
  })
})
