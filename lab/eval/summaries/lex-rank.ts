import type { MemberText, SentenceText } from '../../../src/story/story-text.ts'

const threshold = 0.1
const damping = 0.85
const rounds = 50
/** Above this likeness a sentence repeats one above it and is left out. */
const repeatCosine = 0.5

/**
 * The sentences of a story by LexRank (Erkan and Radev, 2004): a random walk between sentences more alike than 0.1 (cosine of
 * TF-IDF of stems, IDF over the story's sentences), the most visited first, repetitions left out. A baseline only.
 */
export function lexRank(texts: readonly MemberText[]): SentenceText[] {
  const sentences = texts.flatMap((text) => text.sentences).filter(({ stems }) => stems.size > 2)
  const vectors = vectorsOf(sentences)
  const likeness = vectors.map((a) => vectors.map((b) => cosine(a, b)))
  const links = likeness.map((row) => row.flatMap((value, to) => (value > threshold ? [to] : [])))
  let visits = sentences.map(() => 1 / sentences.length)
  for (let round = 0; round < rounds; round++) {
    const next = sentences.map(() => (1 - damping) / sentences.length)
    for (const [from, to] of links.entries())
      for (const each of to) next[each]! += (damping * (visits[from] ?? 0)) / to.length
    visits = next
  }
  const ranked = sentences.map((_, at) => at).sort((a, b) => (visits[b] ?? 0) - (visits[a] ?? 0))
  const kept: number[] = []
  for (const at of ranked) if (!kept.some((one) => (likeness[one]?.[at] ?? 0) > repeatCosine)) kept.push(at)
  return kept.map((at) => sentences[at] as SentenceText)
}

type Vector = ReadonlyMap<string, number>

/** TF-IDF of each sentence's stems, of length 1. */
function vectorsOf(sentences: readonly SentenceText[]): Vector[] {
  const containing = new Map<string, number>()
  for (const { stems } of sentences) for (const stem of stems) containing.set(stem, (containing.get(stem) ?? 0) + 1)
  return sentences.map(({ words }) => {
    const counts = Map.groupBy(
      words.filter(({ isStop }) => !isStop),
      ({ stem }) => stem,
    )
    const weights = [...counts].map(([stem, { length }]): [string, number] => {
      return [stem, length * Math.log(1 + sentences.length / (containing.get(stem) ?? 1))]
    })
    const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([stem, weight]) => [stem, weight / norm]))
  })
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0)
  return sum
}
