import { tokensOf } from './text-score.ts'

const run = 4
const mostPlaces = 6

/**
 * The share of each block's words that the gold text has, in the order of the gold text: the longest chain of four-word
 * runs that are in both and do not cross. So a line that the page says twice is taken once, where it belongs.
 */
export function labelBlocks(texts: readonly string[], gold: string): number[] {
  const words: string[] = []
  const owners: number[] = []
  texts.forEach((text, index) => {
    for (const token of tokensOf(text)) {
      words.push(token)
      owners.push(index)
    }
  })
  const covered = new Uint8Array(words.length)
  for (const start of chainOf(words, tokensOf(gold))) covered.fill(1, start, start + run)
  const found = new Float64Array(texts.length)
  const all = new Float64Array(texts.length)
  owners.forEach((owner, at) => {
    found[owner]! += covered[at]!
    all[owner]! += 1
  })
  return texts.map((_, index) => (all[index] === 0 ? 0 : found[index]! / all[index]!))
}

/** Where the chain's runs start in `words`: a longest increasing subsequence, found by patience sorting. */
function chainOf(words: readonly string[], gold: readonly string[]): number[] {
  const places = new Map<string, number[]>()
  for (let at = 0; at + run <= gold.length; at++) {
    const key = gold.slice(at, at + run).join(' ')
    const list = places.get(key)
    if (list === undefined) places.set(key, [at])
    else list.push(at)
  }
  const starts: number[] = []
  const ends: number[] = []
  const before: number[] = []
  const tails: number[] = []
  for (let at = 0; at + run <= words.length; at++) {
    const list = places.get(words.slice(at, at + run).join(' '))
    if (list === undefined || list.length > mostPlaces) continue
    for (const place of list.toReversed()) {
      let low = 0
      let high = tails.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (ends[tails[middle]!]! < place) low = middle + 1
        else high = middle
      }
      before.push(low > 0 ? tails[low - 1]! : -1)
      starts.push(at)
      ends.push(place)
      tails[low] = starts.length - 1
    }
  }
  const chain: number[] = []
  for (let pair = tails.at(-1) ?? -1; pair >= 0; pair = before[pair]!) chain.push(starts[pair]!)
  return chain
}
