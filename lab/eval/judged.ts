import { createHash } from 'node:crypto'
import { readRecords } from './read-set.ts'

/** The verdicts of a person who read what the product said, by what was said: places, no text. */
export function readVerdicts<Said, Verdict extends string>(
  path: string,
  keyOf: (said: Said) => string,
): ReadonlyMap<string, Verdict> {
  return new Map(readRecords<Said & { readonly verdict: Verdict }>(path).map((each) => [keyOf(each), each.verdict]))
}

/** What is not in the table is unjudged: read it, and add its line. */
export function notesOfUnjudged(unjudged: readonly unknown[]): string[] {
  return unjudged.map((each) => `unjudged: ${JSON.stringify(each)}`)
}

/** The share of what was read that is right, and the share of all that was read; 0 and 1 where there is nothing. */
export function judge<Said>(
  said: readonly Said[],
  verdicts: ReadonlyMap<string, 'right' | 'wrong'>,
  keyOf: (said: Said) => string,
): { readonly precision: number; readonly judged: number; readonly notes: readonly string[] } {
  const unjudged = said.filter((each) => !verdicts.has(keyOf(each)))
  const right = said.filter((each) => verdicts.get(keyOf(each)) === 'right').length
  return {
    precision: right / Math.max(1, said.length - unjudged.length),
    judged: 1 - unjudged.length / Math.max(1, said.length),
    notes: notesOfUnjudged(unjudged),
  }
}

/** In an order that has nothing to do with what they say: by the SHA-256 of a name of each. */
export function shuffled<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, hash: createHash('sha256').update(nameOf(item)).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ item }) => item)
}
