import { type PartOfSpeech, type Tagger, tagWords } from '../../../src/analyze/grammar/tagger.ts'
import { FEATURE_COUNT, featureBuckets, shapeOf } from '../../../src/analyze/grammar/tagger-features.ts'

/** A sentence of a treebank: words and their universal tags. */
export type TaggedSentence = { readonly words: readonly string[]; readonly tags: readonly PartOfSpeech[] }

export const LABELS: readonly PartOfSpeech[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]

/** Sentences of a CoNLL-U file; ranges and empty words (`1-2`, `1.1`) are left out. */
export function readConllu(text: string): TaggedSentence[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const rows = block.split('\n').filter((line) => /^\d+\t/.test(line))
      const cells = rows.map((row) => row.split('\t'))
      return { words: cells.map((cell) => cell[1] as string), tags: cells.map((cell) => cell[3] as PartOfSpeech) }
    })
    .filter(({ words }) => words.length > 0)
}

export type TrainingOptions = {
  readonly bits?: number
  readonly epochs?: number
  readonly seed?: number
  /** A tagger to go on from: its weights are the first ones, and its labels and bits are kept. */
  readonly start?: Tagger
  /** What one mistake changes a weight by; packed weights, which are up to 127, want more than 1. */
  readonly step?: number
}

/** Averaged perceptron (Collins 2002), deterministic for a seed: the mean of the weights over all steps. */
export function trainTagger(sentences: readonly TaggedSentence[], options: TrainingOptions = {}): Tagger {
  const { start, epochs = 5, seed = 7, step = 1 } = options
  const bits = start?.bits ?? options.bits ?? 18
  const size = LABELS.length << bits
  const state: Training = {
    bits,
    size: step,
    weights: start ? Float32Array.from(start.weights) : new Float32Array(size),
    totals: new Float64Array(size),
    changedAt: new Int32Array(size),
    step: 0,
  }
  const order = sentences.map((_, i) => i)
  const random = randomFrom(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j] as number, order[i] as number]
    }
    for (const i of order) learn(state, sentences[i] as TaggedSentence)
  }
  const mean = averaged(state)
  return { labels: LABELS, bits, weights: start ? roundedToBytes(mean) : toBytes(mean) }
}

type Training = {
  readonly bits: number
  readonly size: number
  readonly weights: Float32Array
  readonly totals: Float64Array
  readonly changedAt: Int32Array
  step: number
}

function learn(state: Training, { words, tags }: TaggedSentence): void {
  const lowers = words.map((word) => word.toLowerCase())
  const shapes = words.map(shapeOf)
  const buckets = new Int32Array(FEATURE_COUNT)
  const given: string[] = []
  for (let i = 0; i < words.length; i++) {
    state.step++
    featureBuckets({ words, lowers, shapes, tags: given, i }, (1 << state.bits) - 1, buckets)
    const best = bestLabel(state.weights, buckets)
    const gold = LABELS.indexOf(tags[i] as PartOfSpeech)
    if (gold >= 0 && gold !== best) {
      for (const bucket of buckets) {
        change(state, bucket * LABELS.length + gold, state.size)
        change(state, bucket * LABELS.length + best, -state.size)
      }
    }
    given.push(LABELS[best] as string)
  }
}

function bestLabel(weights: Float32Array, buckets: Int32Array): number {
  const scores = new Float64Array(LABELS.length)
  for (const bucket of buckets)
    for (let j = 0; j < scores.length; j++)
      scores[j] = (scores[j] as number) + (weights[bucket * LABELS.length + j] as number)
  return scores.indexOf(Math.max(...scores))
}

function change({ weights, totals, changedAt, step }: Training, at: number, by: number): void {
  totals[at] = (totals[at] as number) + (step - (changedAt[at] as number)) * (weights[at] as number)
  changedAt[at] = step
  weights[at] = (weights[at] as number) + by
}

function averaged({ weights, totals, changedAt, step }: Training): Float64Array {
  return Float64Array.from(weights, (weight, at) => {
    const total = (totals[at] as number) + (step - (changedAt[at] as number)) * weight
    return total / Math.max(1, step)
  })
}

/** One scale for all, clipped where 5 of 10,000 are larger: greedy decoding only compares sums. */
function toBytes(weights: Float64Array): Int8Array {
  const sizes = Float64Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1
  return roundedToBytes(weights.map((weight) => (weight / largest) * 127))
}

function roundedToBytes(weights: Float64Array): Int8Array {
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight))))
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** Share of words tagged right. */
export function accuracy(tagger: Tagger, sentences: readonly TaggedSentence[]): number {
  let right = 0
  let all = 0
  for (const { words, tags } of sentences) {
    const ours = tagWords(tagger, words)
    all += tags.length
    right += tags.filter((tag, i) => tag === ours[i]).length
  }
  return right / all
}
