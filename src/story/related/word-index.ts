/** Indexes of sentences, quotations or names in a list, by their words. */
export type WordIndex = {
  put(place: number, words: Iterable<string>): void
  /**
   * Calls `visit` for each item with some of the words, in order of appearance, with the number of words it has. `visit` must not use the
   * index.
   */
  find(words: Iterable<string>, visit: (place: number, count: number) => void): void
}

/**
 * Makes an empty index for up to `most` items. Words are counted in one array instead of a map per lookup, because a story of thousands of
 * articles makes as many lookups.
 */
export function createWordIndex(most: number): WordIndex {
  const places = new Map<string, number[]>()
  /** How many of the looked-up words each item has; all zeros between lookups. */
  const shared = new Int32Array(most)
  return {
    put(place, words) {
      for (const word of words) {
        const list = places.get(word)
        if (list) list.push(place)
        else places.set(word, [place])
      }
    },
    find(words, visit) {
      const met: number[] = []
      for (const word of words) for (const place of places.get(word) ?? []) if (shared[place]!++ === 0) met.push(place)
      for (const place of met) {
        const count = shared[place]!
        shared[place] = 0
        visit(place, count)
      }
    },
  }
}
