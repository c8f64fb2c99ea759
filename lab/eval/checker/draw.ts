import { hash } from 'node:crypto'

/** A number from 0 up to 2^32 that is always the same for the same words: chance without chance. */
export function draw(words: string): number {
  return hash('sha256', words, 'buffer').readUInt32BE(0)
}

/** One of several, always the same for the same words. */
export function pick<T>(items: readonly T[], words: string): T | undefined {
  return items[draw(words) % Math.max(1, items.length)]
}

/** In an order that is always the same and means nothing. */
export function shuffled<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: draw(keyOf(item)) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
