import { fileURLToPath } from 'node:url'
import { splitSentences } from '../../src/analyze/sentences.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

type Case = { id: string; lang: string; golden: boolean; text: string; sentences: string[] }

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/** Share of texts cut exactly as the key says, blocks (lines) cut first. */
export async function run(options: EvalOptions): Promise<EvalResult> {
  const path = options.data ?? findSet('sentences/golden-rules.jsonl.zst') ?? OWN
  const isOwnSet = path === OWN
  const cases = readRecords<Case>(path)
  const right = cases.filter((one) => isExact(one))
  const golden = cases.filter((one) => one.golden)
  const figures: Record<string, number> = { exact: right.length / cases.length }
  if (golden.length > 0) figures.golden = golden.filter((one) => isExact(one)).length / golden.length
  const notes = isOwnSet ? ['Our own small set.'] : []
  return { name: 'sentences', set: path.split('/').at(-1) ?? path, records: cases.length, figures, notes, isOwnSet }
}

/** The sentences found in a text whose lines are its blocks. */
export function sentencesOf(text: string, language: string): string[] {
  return text.split('\n').flatMap((block) => splitSentences(block, language).map((s) => block.slice(s.start, s.end)))
}

function isExact({ text, lang, sentences }: Case): boolean {
  const found = sentencesOf(text, lang)
  return found.length === sentences.length && found.every((sentence, i) => sentence === sentences[i]?.trim())
}
