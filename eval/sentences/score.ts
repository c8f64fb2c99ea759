import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zstdDecompressSync } from 'node:zlib'
import { splitSentences } from '../../src/analyze/sentences.ts'

export type EvalResult = {
  name: string
  set: string
  records: number
  figures: Record<string, number>
  notes: string[]
  isOwnSet: boolean
}

type Case = { id: string; lang: string; golden: boolean; text: string; sentences: string[] }

const DEFAULT = new URL('../../../shared/data/sentences/golden-rules.jsonl.zst', import.meta.url)
const OWN = new URL('./own.jsonl', import.meta.url)

/** Share of texts cut exactly as the key says, blocks (lines) cut first. */
export async function run(options: { data?: string }): Promise<EvalResult> {
  const path = options.data ?? (existsSync(DEFAULT) ? fileURLToPath(DEFAULT) : fileURLToPath(OWN))
  const isOwnSet = path === fileURLToPath(OWN)
  const cases = readLines<Case>(path)
  const right = cases.filter((one) => isExact(one))
  const golden = cases.filter((one) => one.golden)
  const figures: Record<string, number> = { exact: right.length / cases.length }
  if (golden.length > 0) figures.golden = golden.filter((one) => isExact(one)).length / golden.length
  const notes = isOwnSet ? ['The set of others was not there: scored on our own small one.'] : []
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

function readLines<Row>(path: string): Row[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString()
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
}
