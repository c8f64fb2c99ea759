import type { Likeness } from './likeness.ts'

const neighbors = 10
/** What a neighbor counts beside the story itself, before it is weighed by how alike it is. */
const share = 1

type Mixed = readonly (readonly [story: number, part: number])[]

/**
 * How alike stories are by topic, 0 to 1: the cosine after each story has taken in the words of the ten stories most like it, as
 * much as they are alike. So two stories on one topic meet though they share few words (document expansion, Singhal and
 * Pereira 1999). Too broad to tell whether they are one matter.
 */
export function broadLikeness(likeness: Likeness): (a: number, b: number) => number {
  const mixed = new Map<number, Mixed>()
  const lengths = new Map<number, number>()
  const mixedOf = (story: number): Mixed => {
    const known = mixed.get(story)
    if (known) return known
    const made = mix(story, likeness.row(story))
    mixed.set(story, made)
    return made
  }
  const product = (a: number, b: number) => {
    let sum = 0
    for (const [one, part] of mixedOf(a))
      for (const [other, its] of mixedOf(b)) sum += part * its * likeness.of(one, other)
    return sum
  }
  const lengthOf = (story: number) => {
    const length = lengths.get(story) ?? Math.sqrt(product(story, story))
    lengths.set(story, length)
    return length
  }
  return (a, b) => {
    const both = lengthOf(a) * lengthOf(b)
    return both === 0 ? 0 : product(a, b) / both
  }
}

function mix(story: number, row: Float64Array): Mixed {
  const near = [...row.entries()]
    .filter(([other, score]) => score > 0 && other !== story)
    .sort(([, a], [, b]) => b - a)
    .slice(0, neighbors)
  return [[story, 1], ...near.map(([other, score]) => [other, share * score] as const)]
}
