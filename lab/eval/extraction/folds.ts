import { randomFrom } from './boost.ts'
import type { LabeledPage } from './read-labeled.ts'

/** Parts pages into folds, all pages of one registered domain in the same, shuffled by the seed. */
export function foldsOf(pages: readonly LabeledPage[], count: number, seed: number): LabeledPage[][] {
  const random = randomFrom(seed * 7_919)
  const domains = [...new Set(pages.map(({ examples }) => examples.domain))].sort()
  const shuffled = domains.map((domain) => ({ domain, at: random() })).sort((a, b) => a.at - b.at)
  const foldOf = new Map(shuffled.map(({ domain }, index) => [domain, index % count]))
  const folds: LabeledPage[][] = Array.from({ length: count }, () => [])
  for (const page of pages) folds[foldOf.get(page.examples.domain) ?? 0]?.push(page)
  return folds
}
