/** Shares of matched, invented and missed pieces of one text against its gold text. */
export type Match = { readonly hit: number; readonly extra: number; readonly missed: number }

const word = /[\p{L}\p{N}_]+/gu

/** Words as they stand, case and all. */
export function tokensOf(text: string): string[] {
  return text.match(word) ?? []
}

function counts(items: readonly string[]): Map<string, number> {
  const byItem = new Map<string, number>()
  for (const item of items) byItem.set(item, (byItem.get(item) ?? 0) + 1)
  return byItem
}

function compare(gold: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): Match {
  let hit = 0
  let extra = 0
  let missed = 0
  for (const [item, count] of gold) {
    const have = found.get(item) ?? 0
    hit += Math.min(count, have)
    missed += Math.max(0, count - have)
  }
  for (const [item, count] of found) extra += Math.max(0, count - (gold.get(item) ?? 0))
  const sum = hit + extra + missed
  return sum === 0 ? { hit, extra, missed } : { hit: hit / sum, extra: extra / sum, missed: missed / sum }
}

function shingles(text: string, size = 4): string[] {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return []
  const starts = Math.max(1, tokens.length - size + 1)
  return Array.from({ length: starts }, (_, i) => tokens.slice(i, i + size).join('\u0001'))
}

/**
 * Bags of four-word runs, each page weighing the same, as evaluate.py of the article extraction benchmark counts
 * them. https://github.com/scrapinghub/article-extraction-benchmark
 */
export function shingleMatch(gold: string, found: string): Match {
  return compare(counts(shingles(gold)), counts(shingles(found)))
}

/** Bags of single lower-case words. */
export function wordMatch(gold: string, found: string): Match {
  return compare(counts(tokensOf(gold.toLowerCase())), counts(tokensOf(found.toLowerCase())))
}

/** True when the two read the same but for punctuation and spacing. */
export function isExact(gold: string, found: string): boolean {
  return tokensOf(gold).join(' ') === tokensOf(found).join(' ')
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Mean precision and recall over pages, and the harmonic mean of the two. */
export function overall(matches: readonly Match[]): { f1: number; precision: number; recall: number } {
  const precision = mean(matches.filter((m) => m.hit + m.extra > 0).map((m) => m.hit / (m.hit + m.extra)))
  const recall = mean(matches.filter((m) => m.hit + m.missed > 0).map((m) => m.hit / (m.hit + m.missed)))
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall }
}

/** F1 of one page: 1 when both texts are empty. */
export function pageF1({ hit, extra, missed }: Match): number {
  if (hit + extra + missed === 0) return 1
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed)
}
