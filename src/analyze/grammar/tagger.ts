import { nth } from '../../core/nth.ts'
import { finish, hashOn } from './tagger-features.ts'
import { firstWordSum, memoryOf, PLACES, type TaggerMemory, type WordSums, wordSums } from './tagger-memory.ts'

/** Universal part-of-speech tags (Universal Dependencies v2). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/**
 * A hashed averaged perceptron (Collins 2002), decoded greedily left to right. `weights` holds one signed byte for
 * every (feature bucket, label), bucket after bucket.
 */
export type Tagger = {
  readonly labels: readonly PartOfSpeech[]
  readonly bits: number
  readonly weights: Int8Array
}

/** Reads the sparse encoding of `lab/eval/pos/pack.ts`. Throws when the bytes are not that, since the model is ours. */
export function loadTagger(bytes: Uint8Array): Tagger {
  const newline = bytes.indexOf(10)
  if (newline < 0)
    throw new Error('Not tagger weights: no header line. Write the model again with lab/eval/pos/pack.ts')
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, newline))) as {
    labels: PartOfSpeech[]
    bits: number
  }
  const weights = new Int8Array(header.labels.length << header.bits)
  let at = -1
  for (let i = newline + 1; i < bytes.length; ) {
    let gap = 0
    let shift = 0
    let byte = bytes[i++] as number
    while (byte > 127) {
      gap += (byte & 127) * 2 ** shift
      shift += 7
      byte = bytes[i++] as number
    }
    at += gap + byte * 2 ** shift
    weights[at] = bytes[i++] as number
  }
  return { labels: header.labels, bits: header.bits, weights }
}

/** Tags the words of one sentence. Ambiguous marks should be given straight (`"`, `'`), as in the training text. */
export function tagWords(tagger: Tagger, words: readonly string[]): PartOfSpeech[] {
  const { labels } = tagger
  const memory = memoryOf(tagger)
  const sumsAt = (i: number): WordSums => (i < words.length ? wordSums(memory, nth(words, i)) : memory.end)
  const tags: PartOfSpeech[] = []
  let before2 = memory.start
  let before = memory.start
  let word = sumsAt(0)
  let after = sumsAt(1)
  let tag2 = labels.length
  let tag1 = labels.length
  for (let i = 0; i < words.length; i++) {
    const after2 = sumsAt(i + 2)
    const own = i === 0 ? firstWordSum(memory, nth(words, 0)) : word.sums
    const place = { before2, before, word, after, after2, own, tag2, tag1 }
    const best = bestLabel(memory, place)
    tags.push(nth(labels, best))
    before2 = before
    before = word
    word = after
    after = after2
    tag2 = tag1
    tag1 = best
  }
  return tags
}

/** A word to be tagged among its neighbors; tags are numbers of labels. */
type Place = {
  readonly before2: WordSums
  readonly before: WordSums
  readonly word: WordSums
  readonly after: WordSums
  readonly after2: WordSums
  readonly own: Int16Array
  readonly tag2: number
  readonly tag1: number
}

/** The highest sum of the weights of all features; the first of equals. */
function bestLabel({ labels, weights, mask, tagSums, tagStates }: TaggerMemory, place: Place): number {
  const { before2, before, word, after, after2, own, tag2, tag1 } = place
  const count = labels.length
  const beforeAt = PLACES.before * count
  const before2At = PLACES.before2 * count
  const afterAt = PLACES.after * count
  const after2At = PLACES.after2 * count
  const tagsAt = (tag2 * (count + 1) + tag1) * count
  const byTagAndWord = finish(hashOn(tagStates[tag1] as number, word.low), mask) * count
  const byWordAndNext = finish(hashOn(word.nextState, after.low), mask) * count
  const byBeforeAndWord = finish(hashOn(before.wordState, word.low), mask) * count
  const [ofBefore, ofBefore2, ofAfter, ofAfter2] = [before.sums, before2.sums, after.sums, after2.sums]
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let j = 0; j < count; j++) {
    const score =
      (own[j] as number) +
      (ofBefore[beforeAt + j] as number) +
      (ofBefore2[before2At + j] as number) +
      (ofAfter[afterAt + j] as number) +
      (ofAfter2[after2At + j] as number) +
      (tagSums[tagsAt + j] as number) +
      (weights[byTagAndWord + j] as number) +
      (weights[byWordAndNext + j] as number) +
      (weights[byBeforeAndWord + j] as number)
    if (score <= most) continue
    most = score
    best = j
  }
  return best
}
