import { nth } from '../../core/nth.ts'
/** Fingerprints of documents that aren't in the index yet, one document after the other. */
export type RecentFingerprints = {
  /** The number of documents, and the newest sequence ever added; 0 when there is none. */
  readonly size: number
  readonly newest: number
  /** Sequences ascend; hashes are unsigned 32 bit, without duplicates. */
  add(sequence: number, hashes: Uint32Array): void
  /** Removes documents before a sequence. */
  dropBefore(sequence: number): void
  /** How many of these hashes each document has, for documents from `first` on that have at least `least`. */
  countShared(hashes: readonly number[], first: number, least: number): ReadonlyMap<number, number>
  /** The hashes from `from` to below `below` of documents up to a sequence, with their document, sorted. */
  between(from: number, below: number, upTo: number): readonly (readonly [hash: number, sequence: number])[]
}

const chains = 65_536
/** End of a chain. */
const none = -1

/**
 * Stored in one array, with a second one that chains hashes with the same lower half: some thousand documents take two or three
 * megabytes, and an article compares about four hashes for each of its own.
 */
export function createRecentFingerprints(): RecentFingerprints {
  let hashes = new Uint32Array(1024)
  let next = new Int32Array(1024)
  const last = new Int32Array(chains).fill(none)
  let sequences: number[] = []
  /** Where the hashes of each document end. */
  let ends: number[] = []
  let newest = 0

  const used = () => ends.at(-1) ?? 0

  function add(sequence: number, added: Uint32Array): void {
    const from = used()
    const end = from + added.length
    if (end > hashes.length) {
      const room = Math.max(2 * hashes.length, end)
      hashes = grown(hashes, new Uint32Array(room))
      next = grown(next, new Int32Array(room))
    }
    hashes.set(added, from)
    for (let at = from; at < end; at += 1) {
      const chain = hashes[at]! & (chains - 1)
      next[at] = last[chain]!
      last[chain] = at
    }
    sequences.push(sequence)
    ends.push(end)
    newest = sequence
  }

  function dropBefore(sequence: number): void {
    if (sequences.length === 0 || nth(sequences, 0) >= sequence) return
    const old = { hashes, sequences, ends }
    hashes = new Uint32Array(1024)
    next = new Int32Array(1024)
    last.fill(none)
    sequences = []
    ends = []
    const before = newest
    for (const [index, each] of old.sequences.entries())
      if (each >= sequence) add(each, old.hashes.subarray(old.ends[index - 1] ?? 0, old.ends[index]))
    newest = before
  }

  function countShared(wanted: readonly number[], first: number, least: number): ReadonlyMap<number, number> {
    const counts = new Uint32Array(sequences.length)
    for (const hash of new Set(wanted))
      for (let at = last[hash & (chains - 1)]!; at !== none; at = next[at]!)
        if (hashes[at] === hash) counts[documentAt(at)]! += 1
    const found = new Map<number, number>()
    for (const [index, shared] of counts.entries())
      if (shared >= least && nth(sequences, index) >= first) found.set(nth(sequences, index), shared)
    return found
  }

  /** The document that contains an array position. */
  function documentAt(place: number): number {
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (nth(ends, middle) > place) high = middle
      else low = middle + 1
    }
    return low
  }

  function between(from: number, below: number, upTo: number) {
    const found: [number, number][] = []
    let at = 0
    for (const [index, end] of ends.entries()) {
      const sequence = nth(sequences, index)
      if (sequence > upTo) break
      for (; at < end; at += 1) {
        const hash = hashes[at]!
        if (hash >= from && hash < below) found.push([hash, sequence])
      }
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  }

  return {
    get size() {
      return sequences.length
    },
    get newest() {
      return newest
    },
    add,
    dropBefore,
    countShared,
    between,
  }
}

function grown<Numbers extends Uint32Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
