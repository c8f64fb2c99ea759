import { porterStem } from './porter-stem.ts'

/**
 * ROUGE-1 and ROUGE-2 F of a text against one reference (Lin, 2004): shared runs of one and of two words, each counted as often
 * as it is in both. Words are runs of a to z and digits in lower case, those over three letters cut to their Porter stem, no
 * stop word left out, as the usual script does. A scorer of our own, so figures compare with each other first.
 */
export function rouge(text: string, reference: string): { readonly one: number; readonly two: number } {
  const [words, wanted] = [rougeWords(text), rougeWords(reference)]
  return { one: f1(countRuns(words, 1), countRuns(wanted, 1)), two: f1(countRuns(words, 2), countRuns(wanted, 2)) }
}

/** The words of a text as ROUGE compares them. */
export function rougeWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.map((word) => (word.length > 3 ? porterStem(word) : word))
}

function countRuns(words: readonly string[], length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + length <= words.length; at++) {
    const run = words.slice(at, at + length).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

function f1(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const shared = [...a].reduce((sum, [run, count]) => sum + Math.min(count, b.get(run) ?? 0), 0)
  return shared === 0 ? 0 : (2 * shared) / (total(a) + total(b))
}
