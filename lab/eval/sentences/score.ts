import { fileURLToPath } from 'node:url'
import { splitSentences } from '../../../src/analyze/sentences.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { scoreBoundaries } from './boundaries.ts'

type Case = { id: string; lang: string; golden: boolean; text: string; sentences: string[] }

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/** Cases cut exactly as the key says (our own, and the golden rules), and boundaries found in whole articles. */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [scoreCases(options.data, [])]
  const golden = findSet('sentences/golden-rules.jsonl.zst')
  const articles = findSet('entities/gum-wikinews.jsonl.zst')
  return [
    scoreCases(OWN, ['Our own cases, written before and while the rules were (in-sample).']),
    ...(golden
      ? [scoreCases(golden, ['In-sample. The key takes out markup and dots and keeps quotations whole; we never do.'])]
      : []),
    ...(articles ? [scoreBoundaries(articles)] : []),
  ]
}

function scoreCases(path: string, notes: readonly string[]): EvalResult {
  const cases = readRecords<Case>(path)
  const foreign = cases.filter(({ lang }) => lang !== 'en')
  const golden = cases.filter((one) => one.golden)
  const figures: Record<string, number> = { exact: shareRight(cases) }
  if (golden.length > 0) figures.golden = shareRight(golden)
  if (foreign.length > 0) {
    figures.english = shareRight(cases.filter(({ lang }) => lang === 'en'))
    figures.foreign = shareRight(foreign)
  }
  const count = new Set(cases.map(({ lang }) => lang)).size
  const all = count > 1 ? [...notes, `${count} languages.`] : notes
  return {
    name: 'sentences',
    set: path.split('/').at(-1) ?? path,
    records: cases.length,
    figures,
    notes: [...all, ...missed(cases)],
    isOwnSet: path === OWN,
  }
}

function shareRight(cases: readonly Case[]): number {
  return cases.filter(isExact).length / cases.length
}

/** Which of our own cases are wrong; cases of others are only counted. */
function missed(cases: readonly Case[]): string[] {
  const wrong = cases.filter((one) => !one.golden && !isExact(one) && !one.id.includes(':')).map(({ id }) => id)
  return wrong.length > 0 ? [`Wrong: ${wrong.join(', ')}`] : []
}

/** Runs of white space count as one space, since keys have them so and we never change a text. */
export function isExact({ text, lang, sentences }: Case): boolean {
  const found = splitSentences(text, lang).map(({ start, end }) => spaced(text.slice(start, end)))
  return found.length === sentences.length && found.every((sentence, i) => sentence === spaced(sentences[i] as string))
}

export function spaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
