/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** A whole number from 0 up to, and not with, `below`. */
  below(below: number): number
  /** One of these. */
  of<T>(choices: readonly T[]): T
  /** True so often of a hundred times. */
  isIn(percent: number): boolean
}

/** Makes numbers from a seed (Mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, of: (choices) => choices[below(choices.length)]!, isIn: (percent) => next() * 100 < percent }
}

/** The seed of one case, so that it can be made again without those before it. */
export function seedOfCase(seed: number, number: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0
}
