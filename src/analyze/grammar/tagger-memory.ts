import type { PartOfSpeech, Tagger } from './tagger.ts'
import {
  afterBuckets,
  beforeBuckets,
  bucketOf,
  END_WORD,
  nextState,
  ownBuckets,
  START_TAG,
  START_WORD,
  shapeOf,
  tagBuckets,
  tagState,
  wordState,
} from './tagger-features.ts'

/**
 * What one word adds to the score of each label, by its place relative to the word to be tagged. The same few thousand
 * words make up most of the news, so that these sums are kept instead of being made of 15 features each time.
 */
export type WordSums = {
  readonly low: string
  /** One score for each label, five times over: as the word itself, before it, before that, after it, after that. */
  readonly sums: Int16Array
  /** Hashes begun for the pairs of this word with the next, which is to be added. */
  readonly nextState: number
  readonly wordState: number
}

/** Where in `sums` each place begins, in counts of labels. */
export const PLACES = { own: 0, before: 1, before2: 2, after: 3, after2: 4 } as const

/** Sums made so far with the weights of a tagger: a cache, which changes no result. */
export type TaggerMemory = {
  readonly labels: readonly PartOfSpeech[]
  readonly weights: Int8Array
  readonly mask: number
  /** Words of late, and those before them; one of either is of late again when it is asked for. */
  words: Map<string, WordSums>
  earlier: ReadonlyMap<string, WordSums>
  readonly start: WordSums
  readonly end: WordSums
  /** For each pair of tags before, and `labels.length` for none: what they add to each label. */
  readonly tagSums: Int16Array
  readonly tagStates: Int32Array
}

/** About 400 bytes a word, of late and earlier: 6 MB at most. */
const MOST_WORDS = 8_000
/** A longer word is made again each time. */
const LONGEST_KEPT = 24
/** V8 keeps the whole text that a word of more units was cut from. */
const LONGEST_CUT = 12

const memories = new WeakMap<Tagger, TaggerMemory>()

/** The memory that goes with a tagger, made on first use. */
export function memoryOf(tagger: Tagger): TaggerMemory {
  const known = memories.get(tagger)
  if (known) return known
  const { labels, weights } = tagger
  const mask = (1 << tagger.bits) - 1
  const table = { labels, weights, mask }
  const tags = [...labels, START_TAG]
  const made: TaggerMemory = {
    ...table,
    words: new Map(),
    earlier: new Map(),
    start: sumsOf(table, START_WORD, START_WORD, ''),
    end: sumsOf(table, END_WORD, END_WORD, ''),
    tagSums: Int16Array.from(
      tags.flatMap((tag2) => tags.flatMap((tag1) => [...sumOf(table, tagBuckets(tag1, tag2, mask))])),
    ),
    tagStates: Int32Array.from(tags, tagState),
  }
  memories.set(tagger, made)
  return made
}

/** The sums of a word that is not the first of its sentence. */
export function wordSums(memory: TaggerMemory, word: string): WordSums {
  const known = memory.words.get(word)
  if (known) return known
  const isKept = word.length <= LONGEST_KEPT
  // Cut from a text of its own, a word holds no other.
  const own = isKept && word.length > LONGEST_CUT ? ` ${word}`.slice(1) : word
  const made = memory.earlier.get(word) ?? sumsOf(memory, own, own.toLowerCase(), shapeOf(own))
  if (isKept) keep(memory, own, made)
  return made
}

function keep(memory: TaggerMemory, word: string, sums: WordSums): void {
  if (memory.words.size >= MOST_WORDS) {
    memory.earlier = memory.words
    memory.words = new Map()
  }
  memory.words.set(word, sums)
}

/** What the first word of a sentence adds as itself. */
export function firstWordSum(memory: TaggerMemory, word: string): Int16Array {
  return sumOf(memory, ownBuckets(word, word.toLowerCase(), shapeOf(word), true, memory.mask))
}

type Table = Pick<TaggerMemory, 'labels' | 'weights' | 'mask'>

function sumsOf(table: Table, word: string, low: string, shape: string): WordSums {
  const { mask } = table
  const count = table.labels.length
  const sums = new Int16Array(5 * count)
  addTo(sums, PLACES.own * count, table, ownBuckets(word, low, shape, false, mask))
  addTo(sums, PLACES.before * count, table, beforeBuckets(low, mask))
  addTo(sums, PLACES.before2 * count, table, [bucketOf(mask, 'A', low)])
  addTo(sums, PLACES.after * count, table, afterBuckets(low, shape, mask))
  addTo(sums, PLACES.after2 * count, table, [bucketOf(mask, 'N', low)])
  return { low, sums, nextState: nextState(low), wordState: wordState(low) }
}

function sumOf(table: Table, buckets: readonly number[]): Int16Array {
  const sum = new Int16Array(table.labels.length)
  addTo(sum, 0, table, buckets)
  return sum
}

/** Adds the weights of buckets to the sums of the labels that begin at `at`. Eight signed bytes at most, so 16 bits hold every sum. */
function addTo(sums: Int16Array, at: number, { labels, weights }: Table, buckets: readonly number[]): void {
  const count = labels.length
  for (const bucket of buckets) {
    const from = bucket * count
    for (let j = 0; j < count; j++) sums[at + j] = (sums[at + j] as number) + (weights[from + j] as number)
  }
}
