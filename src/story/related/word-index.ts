/** Places of sentences, quotations or names in a list, by the words they have. */
export type WordIndex = {
  put(place: number, words: Iterable<string>): void
  /** Tells each place that has some of the words, in the order they are met, and how many of them it has. `tell` asks nothing itself. */
  meet(words: Iterable<string>, tell: (place: number, count: number) => void): void
}

/**
 * An empty index for places below `most`. Words are counted in one array, not in a map for each question: a story of thousands of
 * articles asks as often.
 */
export function createWordIndex(most: number): WordIndex {
  const places = new Map<string, number[]>()
  /** How many words each place shares with those in hand; all zeros in between. */
  const shared = new Int32Array(most)
  return {
    put(place, words) {
      for (const word of words) {
        const list = places.get(word)
        if (list) list.push(place)
        else places.set(word, [place])
      }
    },
    meet(words, tell) {
      const met: number[] = []
      for (const word of words) for (const place of places.get(word) ?? []) if (shared[place]!++ === 0) met.push(place)
      for (const place of met) {
        const count = shared[place]!
        shared[place] = 0
        tell(place, count)
      }
    },
  }
}
