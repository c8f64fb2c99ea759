import { nth } from '../../core/nth.ts'
/**
 * The features of a word to be tagged, by whom they look at, as buckets of a hash table: of the word (its form, affixes and
 * shape), of two words to either side, of the two tags before, and of pairs. Each is a name and its parts hashed in a row;
 * no string is built.
 */

/** What the features of word `i` look at: the words, lower-cased and as shapes, and the tags given so far. */
export type TaggingState = {
  readonly words: readonly string[]
  readonly lowers: readonly string[]
  readonly shapes: readonly string[]
  readonly tags: readonly string[]
  readonly i: number
}

export const FEATURE_COUNT = 21
/** What stands for the words and tags before the first word, and for the words after the last. */
export const START_WORD = '<s>'
export const END_WORD = '</s>'
export const START_TAG = '-S-'

/** Fills in the buckets of all features of word `i`, as the trainer needs them. */
export function featureBuckets(
  { words, lowers, shapes, tags, i }: TaggingState,
  mask: number,
  buckets: Int32Array,
): void {
  const low = nth(lowers, i)
  const before = lowers[i - 1] ?? START_WORD
  const tag1 = tags[i - 1] ?? START_TAG
  const all = [
    ...ownBuckets(nth(words, i), low, nth(shapes, i), i === 0, mask),
    ...beforeBuckets(before, mask),
    bucketOf(mask, 'A', lowers[i - 2] ?? START_WORD),
    ...afterBuckets(lowers[i + 1] ?? END_WORD, shapes[i + 1] ?? '', mask),
    bucketOf(mask, 'N', lowers[i + 2] ?? END_WORD),
    ...tagBuckets(tag1, tags[i - 2] ?? START_TAG, mask),
    finish(hashOn(tagState(tag1), low), mask),
    finish(hashOn(nextState(low), lowers[i + 1] ?? END_WORD), mask),
    finish(hashOn(wordState(before), low), mask),
  ]
  buckets.set(all)
}

/** Of the word itself. */
export function ownBuckets(word: string, low: string, shape: string, isFirst: boolean, mask: number): number[] {
  return [
    bucketOf(mask, 'w', low),
    bucketOf(mask, 'W', word === low ? 'l' : isFirst ? 'I' : 'C', low.slice(-3)),
    bucketOf(mask, 's3', low.slice(-3)),
    bucketOf(mask, 's2', low.slice(-2)),
    bucketOf(mask, 's1', low.slice(-1)),
    bucketOf(mask, 'p', low.slice(0, 3)),
    bucketOf(mask, 'p1', low.slice(0, 1)),
    bucketOf(mask, 'sh', shape, isFirst ? 'true' : 'false'),
  ]
}

/** Of the word before. */
export function beforeBuckets(low: string, mask: number): number[] {
  return [bucketOf(mask, 'a', low), bucketOf(mask, 'a3', low.slice(-3))]
}

/** Of the word after. */
export function afterBuckets(low: string, shape: string, mask: number): number[] {
  return [bucketOf(mask, 'n', low), bucketOf(mask, 'n3', low.slice(-3)), bucketOf(mask, 'bs', shape)]
}

/** Of the tags before, with the one that is always there. */
export function tagBuckets(tag1: string, tag2: string, mask: number): number[] {
  return [bucketOf(mask, 'b'), bucketOf(mask, 't1', tag1), bucketOf(mask, 't2', tag2, tag1)]
}

/** Hash so far of a tag and the word after it; `hashOn` with the word, then `finish`, gives the bucket. */
export function tagState(tag1: string): number {
  return hashOn(hashOn(SEED, 'tw'), tag1)
}

/** The same of a word and the one after it. */
export function nextState(low: string): number {
  return hashOn(hashOn(hashOn(SEED, 'wn'), low), ' ')
}

/** The same of a word before and the word. */
export function wordState(before: string): number {
  return hashOn(hashOn(hashOn(SEED, 'aw'), before), ' ')
}

const SEED = 0x811c9dc5 | 0

export function bucketOf(mask: number, a: string, b = '', c = ''): number {
  return finish(hashOn(hashOn(hashOn(SEED, a), b), c), mask)
}

/** FNV-1a over the UTF-16 units of a text, continuing from a hash. */
export function hashOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash
}

/** A finishing mix (murmur3), so that low bits are well spread; the bucket. */
export function finish(hash: number, mask: number): number {
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 0) & mask
}

/** `Starmer` is `Xx`, `20,000` is `d,d`: runs of capitals, small letters and digits, one sign each. */
export function shapeOf(word: string): string {
  let shape = ''
  let last = ''
  for (const char of word) {
    const kind = kindOf(char)
    if (kind !== last) shape += kind
    last = kind
  }
  return shape
}

function kindOf(char: string): string {
  const code = char.charCodeAt(0)
  if (code >= 97 && code <= 122) return 'x'
  if (code >= 65 && code <= 90) return 'X'
  if (code >= 48 && code <= 57) return 'd'
  if (code < 128) return char
  return /\p{Lu}/u.test(char) ? 'X' : /\p{L}/u.test(char) ? 'x' : char
}
