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

/** Reads the sparse encoding of `eval/pos/pack.ts`. Throws when the bytes are not that, since the asset is ours. */
export function loadTagger(bytes: Uint8Array): Tagger {
  const newline = bytes.indexOf(10)
  if (newline < 0) throw new Error('Not tagger weights: no header line. Write the asset again with eval/pos/pack.ts')
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
  const lowers = words.map((word) => word.toLowerCase())
  const shapes = words.map(shapeOf)
  const buckets = new Int32Array(FEATURE_COUNT)
  const scores = new Int32Array(tagger.labels.length)
  const tags: PartOfSpeech[] = []
  for (let i = 0; i < words.length; i++) {
    featureBuckets({ words, lowers, shapes, tags, i }, (1 << tagger.bits) - 1, buckets)
    tags.push(tagger.labels[bestLabel(tagger, buckets, scores)] as PartOfSpeech)
  }
  return tags
}

function bestLabel({ weights, labels }: Tagger, buckets: Int32Array, scores: Int32Array): number {
  const count = labels.length
  scores.fill(0)
  for (let k = 0; k < buckets.length; k++) {
    const base = (buckets[k] as number) * count
    for (let j = 0; j < count; j++) scores[j] = (scores[j] as number) + (weights[base + j] as number)
  }
  let best = 0
  for (let j = 1; j < count; j++) if ((scores[j] as number) > (scores[best] as number)) best = j
  return best
}

/** What the features of one word look at: the words, lower-cased and as shapes, and the tags given so far. */
export type TaggingState = {
  readonly words: readonly string[]
  readonly lowers: readonly string[]
  readonly shapes: readonly string[]
  readonly tags: readonly string[]
  readonly i: number
}

export const FEATURE_COUNT = 21

/**
 * Buckets of the features of word `i`: the word, its affixes and shape, two words to either side, the two tags before.
 * Each feature is a name and its parts hashed in a row; no string is built, which is most of the speed.
 */
export function featureBuckets(
  { words, lowers, shapes, tags, i }: TaggingState,
  mask: number,
  buckets: Int32Array,
): void {
  const word = words[i] as string
  const low = lowers[i] as string
  const shape = shapes[i] as string
  const before = lowers[i - 1] ?? '<s>'
  const before2 = lowers[i - 2] ?? '<s>'
  const after = lowers[i + 1] ?? '</s>'
  const after2 = lowers[i + 2] ?? '</s>'
  const tag1 = tags[i - 1] ?? '-S-'
  const tag2 = tags[i - 2] ?? '-S-'
  const casing = word === low ? 'l' : i === 0 ? 'I' : 'C'
  buckets[0] = bucket(mask, 'b')
  buckets[1] = bucket(mask, 'w', low)
  buckets[2] = bucket(mask, 'W', casing, low.slice(-3))
  buckets[3] = bucket(mask, 's3', low.slice(-3))
  buckets[4] = bucket(mask, 's2', low.slice(-2))
  buckets[5] = bucket(mask, 's1', low.slice(-1))
  buckets[6] = bucket(mask, 'p', low.slice(0, 3))
  buckets[7] = bucket(mask, 'p1', low.slice(0, 1))
  buckets[8] = bucket(mask, 't1', tag1)
  buckets[9] = bucket(mask, 't2', tag2, tag1)
  buckets[10] = bucket(mask, 'tw', tag1, low)
  buckets[11] = bucket(mask, 'a', before)
  buckets[12] = bucket(mask, 'a3', before.slice(-3))
  buckets[13] = bucket(mask, 'A', before2)
  buckets[14] = bucket(mask, 'n', after)
  buckets[15] = bucket(mask, 'n3', after.slice(-3))
  buckets[16] = bucket(mask, 'N', after2)
  buckets[17] = bucket(mask, 'sh', shape, i === 0 ? 'true' : 'false')
  buckets[18] = bucket(mask, 'wn', low, ' ', after)
  buckets[19] = bucket(mask, 'aw', before, ' ', low)
  buckets[20] = bucket(mask, 'bs', shapes[i + 1] ?? '')
}

/** FNV-1a over the UTF-16 units of all parts, then a finishing mix (murmur3) so that low bits are well spread. */
function bucket(mask: number, a: string, b = '', c = '', d = ''): number {
  let hash = hashOn(hashOn(hashOn(hashOn(0x811c9dc5 | 0, a), b), c), d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return (hash >>> 0) & mask
}

function hashOn(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash
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
