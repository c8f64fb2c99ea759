import type { Engine } from '../engine/engine.ts'
import type { AskTermForms } from './questions.ts'
import type { MatchFilter, WordGroup } from './search-index.ts'
import { searchWords } from './search-query.ts'

/** A word in more entries than this is common: only its newest entries are read, and those that also have a rarer word. */
const common = 1_200
/** A synonym counts this much of the word itself. */
const otherWeight = 0.45

export type Postings = {
  /** By sequence of the entry. */
  readonly scores: ReadonlyMap<number, number>
  readonly counts: readonly number[]
  readonly total: number
  readonly isCut: boolean
}

type Posting = { readonly sequences: readonly number[]; readonly count: number; readonly isCommon: boolean }

/**
 * The entries with these words, each scored by the sum of its words' weights, once per word: the rarer, the higher (inverse document
 * frequency). Rare words are read completely; common ones only in entries with rare words, and in their newest.
 */
export async function askPostings(
  engine: Engine,
  terms: readonly AskTermForms[],
  only: MatchFilter | undefined,
): Promise<Postings> {
  const { search, reader } = engine
  const total = Math.max(1, await search.lastEntry(reader))
  const scores = new Map<number, number>()
  const counts: number[] = []
  let isCut = false
  const rare: WordGroup = []
  const commons: { readonly wanted: WordGroup; readonly weight: number; readonly counted: Set<number> }[] = []

  const read = async (wanted: WordGroup): Promise<Posting> => {
    if (wanted.length === 0) return { sequences: [], count: 0, isCommon: false }
    const sequences = await search.newestEntries(reader, [wanted], common + 1, only)
    // A word's rarity doesn't depend on the filter.
    const all = only ? await search.newestEntries(reader, [wanted], common + 1) : sequences
    const isCommon = sequences.length > common
    if (all.length <= common) return { sequences, count: all.length, isCommon }
    // The total, estimated from how close together the newest are.
    const count = Math.round((total * all.length) / (all[0]! - all.at(-1)! + 1))
    return { sequences, count: Math.max(common, count), isCommon }
  }

  for (const term of terms) {
    const forms = wordsOf(term.forms)
    const own = await read(forms)
    counts.push(own.count)
    const weight = term.weight * Math.log(1 + total / (1 + own.count))
    const counted = new Set<number>()
    give(scores, counted, own.sequences, weight)
    if (own.isCommon) {
      isCut = true
      commons.push({ wanted: forms, weight, counted })
    } else rare.push(...forms)
    const others = wordsOf(term.others)
    const other = await read(others)
    give(
      scores,
      counted,
      other.sequences,
      Math.min(weight, term.weight * Math.log(1 + total / (1 + other.count))) * otherWeight,
    )
    if (other.isCommon) commons.push({ wanted: others, weight: weight * otherWeight, counted })
  }
  if (rare.length > 0)
    for (const { wanted, weight, counted } of commons)
      give(scores, counted, await search.newestEntries(reader, [rare, wanted], common, only), weight)
  else if (commons.length > 1) {
    // Only common words: the newest entries that contain two of them.
    const pairs = commons.slice(0, 4).flatMap((a, at) => commons.slice(at + 1, 4).map((b) => [a, b] as const))
    for (const [a, b] of pairs) {
      const both = await search.newestEntries(reader, [a.wanted, b.wanted], common, only)
      give(scores, a.counted, both, a.weight)
      give(scores, b.counted, both, b.weight)
    }
  }
  return { scores, counts, total, isCut }
}

function give(scores: Map<number, number>, counted: Set<number>, sequences: readonly number[], weight: number): void {
  for (const sequence of sequences) {
    if (counted.has(sequence)) continue
    counted.add(sequence)
    scores.set(sequence, (scores.get(sequence) ?? 0) + weight)
  }
}

/** Words as indexed: one that the index splits is a phrase. */
function wordsOf(forms: readonly string[]): WordGroup {
  return forms.map(searchWords).filter((words) => words.length > 0)
}
