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
 * What one word adds to the score of each label, by where it stands towards the word to be tagged. The same few thousand
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
  readonly words: Map<string, WordSums>
  readonly start: WordSums
  readonly end: WordSums
  /** For each pair of tags before, and `labels.length` for none: what they add to each label. */
  readonly tagSums: Int16Array
  readonly tagStates: Int32Array
}

/** About 400 bytes a word: 6 MB at most. */
const MOST_WORDS = 16_000
/** A longer word is made anew each time: V8 would keep the whole text that it was cut from. */
const LONGEST_KEPT = 12

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
  if (memory.words.size >= MOST_WORDS) memory.words.clear()
  const made = sumsOf(memory, word, word.toLowerCase(), shapeOf(word))
  if (word.length <= LONGEST_KEPT) memory.words.set(word, made)
  return made
}

/** What the first word of a sentence adds as itself. */
export function firstWordSum(memory: TaggerMemory, word: string): Int16Array {
  return sumOf(memory, ownBuckets(word, word.toLowerCase(), shapeOf(word), true, memory.mask))
}

type Table = Pick<TaggerMemory, 'labels' | 'weights' | 'mask'>

function sumsOf(table: Table, word: string, low: string, shape: string): WordSums {
  const { mask, labels } = table
  const sums = new Int16Array(5 * labels.length)
  sums.set(sumOf(table, ownBuckets(word, low, shape, false, mask)), PLACES.own)
  sums.set(sumOf(table, beforeBuckets(low, mask)), PLACES.before * labels.length)
  sums.set(sumOf(table, [bucketOf(mask, 'A', low)]), PLACES.before2 * labels.length)
  sums.set(sumOf(table, afterBuckets(low, shape, mask)), PLACES.after * labels.length)
  sums.set(sumOf(table, [bucketOf(mask, 'N', low)]), PLACES.after2 * labels.length)
  return { low, sums, nextState: nextState(low), wordState: wordState(low) }
}

/** Eight signed bytes at most are added, so 16 bits hold every sum. */
function sumOf({ labels, weights }: Table, buckets: readonly number[]): Int16Array {
  const sum = new Int16Array(labels.length)
  for (const bucket of buckets)
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + (weights[bucket * sum.length + j] as number)
  return sum
}
