import { fileURLToPath } from 'node:url'
import { all } from '../../src/analyze/all.ts'
import { annotate } from '../../src/analyze/annotate.ts'
import { documentOf } from '../eval/quotes/documents.ts'
import { readRecords } from '../eval/read-set.ts'
import { type Bench, measure, peakMemoryMb, type Row, round, sized } from './measure.ts'

const RUNS = sized(3, 1)
const ARTICLE_CHARACTERS = 4800
const ARTICLES = sized(100, 2)
const SIGNS = `"'‘’“”«»`

/** What analysis costs as articles grow twofold, and articles per second on one core; the text is our own articles. */
export const bench: Bench = async () => {
  const copy = ['single', 'double'].flatMap((style) =>
    readRecords<{ text: string }>(fileURLToPath(new URL(`../eval/quotes/own-${style}.jsonl`, import.meta.url))),
  )
  const paragraphs = copy.flatMap(({ text }) => text.split('\n'))
  await cpuOf(textOf(paragraphs, ARTICLE_CHARACTERS)) // warm
  const rows: Row[] = [await speedRow(paragraphs)]
  const kilobytes = sized([125, 250, 500, 1000], [2, 4])
  rows.push(...(await growthRows('article, kB', kilobytes, (size) => textOf(paragraphs, size * 1000))))
  rows.push(
    ...(await growthRows('quotations', sized([1250, 2500, 5000, 10_000], [10, 20]), (count) =>
      quotationsOf(paragraphs, count),
    )),
  )
  rows.push(...(await growthRows('only quote signs, kB', kilobytes, (size) => signsOf(size * 1000))))
  rows.push(...(await growthRows('one paragraph, kB', kilobytes, (size) => textOf(paragraphs, size * 1000, ' '))))
  return {
    name: 'quotes-growth',
    load: `${copy.length} articles of our own, repeated`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [`CPU of all analyzers, the best of ${RUNS}; ratio: to half the size, 2 is linear.`],
  }
}

async function speedRow(paragraphs: readonly string[]): Promise<Row> {
  const articles = Array.from({ length: ARTICLES }, (_, at) => textOf(paragraphs, ARTICLE_CHARACTERS, '\n', at * 31))
  let seconds = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    const { cpuSeconds } = await measure(async () => articles.forEach(analyze))
    seconds = Math.min(seconds, cpuSeconds)
  }
  return {
    what: `articles of ${ARTICLE_CHARACTERS} characters`,
    figures: { perSecondAndCore: round(ARTICLES / seconds) },
  }
}

async function growthRows(what: string, sizes: readonly number[], build: (size: number) => string): Promise<Row[]> {
  const rows: Row[] = []
  let before = 0
  for (const size of sizes) {
    const cpuMs = await cpuOf(build(size))
    rows.push({ what: `${what}: ${size}`, figures: { cpuMs, ...(before > 0 ? { ratio: round(cpuMs / before) } : {}) } })
    before = cpuMs
  }
  return rows
}

async function cpuOf(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    const { cpuSeconds } = await measure(async () => analyze(text))
    best = Math.min(best, cpuSeconds * 1000)
  }
  return round(best)
}

function analyze(text: string): void {
  annotate(documentOf('bench', text, '2025-06-10'), all)
}

/** Paragraphs over and over, from one of them on, up to that many characters. */
function textOf(paragraphs: readonly string[], characters: number, join = '\n', from = 0): string {
  const parts: string[] = []
  for (let at = from, length = 0; length < characters; at++) {
    const part = paragraphs[at % paragraphs.length] as string
    parts.push(part)
    length += part.length + join.length
  }
  return parts.join(join)
}

function quotationsOf(paragraphs: readonly string[], count: number): string {
  const parts: string[] = []
  for (let at = 0, found = 0; found < count; at++) {
    const part = paragraphs[at % paragraphs.length] as string
    parts.push(part)
    found += part.match(/(?<![\p{L}\d])['"‘“](?=\p{L})/gu)?.length ?? 0
  }
  return parts.join('\n')
}

function signsOf(characters: number): string {
  return Array.from({ length: characters }, (_, at) =>
    at % 3 === 2 ? ' ' : SIGNS[(at * 7 + (at >> 3)) % SIGNS.length],
  ).join('')
}
