import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sentences } from '../../../src/analyze/sentences.ts'
import { timesIn } from '../../../src/analyze/times.ts'
import type { TimeExpression } from '../../../src/core/annotation.ts'
import type { Block, Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

/** One line of a TIMEX3 set: a text, its day of creation (or its moment, in ISO 8601 with zone), and its annotated time phrases. */
type TimexRecord = {
  readonly id: string
  readonly dct: string
  readonly text: string
  readonly language?: string
  readonly timexes: readonly GoldTimex[]
}
type GoldTimex = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly type: string
  readonly value: string
}

/** The part of the seed's answer key that is about dates. */
type Seed = {
  readonly anchor_date: string
  readonly articles: readonly {
    readonly id: string
    readonly text: string
    readonly sentences: readonly { readonly i: number; readonly start: number; readonly end: number }[]
  }[]
  readonly dates: readonly {
    readonly article: string
    readonly sentence: number
    readonly expr: string
    readonly date: string
  }[]
}

const own = fileURLToPath(new URL('./own.jsonl', import.meta.url))
const seedPath = fileURLToPath(new URL('../../../../shared/seed/gold.json', import.meta.url))
/** Every third document was read while the rules were written; figures are on the others. */
const seenEvery = 3

function blocksOf(text: string, separator: RegExp): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const match of [...text.matchAll(separator), { index: text.length, 0: '' }]) {
    if (match.index > start) blocks.push({ start, end: match.index, kind: 'paragraph' })
    start = match.index + match[0].length
  }
  return blocks
}

function analyze(id: string, text: string, publishedAt: string, language: string, separator: RegExp): TimeExpression[] {
  const document: Document = {
    id: asId(id),
    articleId: asId(id),
    language,
    title: '',
    text,
    blocks: blocksOf(text, separator),
    publishedAt,
  }
  return timesIn(document, sentences.run(document, {}))
}

/** One spelling for values that mean the same: TIMEX3 has `199` and `199X` for a decade, and `XX` for parts left open. */
function plain(value: string): string {
  return value
    .replace(/-XX/g, '')
    .replace(/^(\d{3})$/, '$1X')
    .replace(/W(\d)$/, 'W0$1')
}

/** Sets that write no zones have none to compare. */
function isSame(found: string, wanted: string): boolean {
  const zone = /(?<=T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$/
  return plain(zone.test(wanted) ? found : found.replace(zone, '')) === plain(wanted)
}

function scoreTimex(records: readonly TimexRecord[], onError?: (line: string) => void): Record<string, number> {
  let gold = 0
  let made = 0
  let overlapping = 0
  let right = 0
  for (const { id, text, dct, timexes, language } of records) {
    const found = analyze(
      id,
      text,
      /T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(dct) ? dct : `${dct.slice(0, 10)}T12:00:00Z`,
      language ?? 'en',
      /\n\s*\n/g,
    )
    // "now" and "recently" have no date: nothing a timeline could use, so we leave them.
    const wanted = timexes.filter(({ value }) => !/_REF$/.test(value))
    gold += wanted.length
    made += found.length
    const open = new Set(found)
    for (const timex of wanted) {
      const match = [...open].find(({ span }) => span.start < timex.end && timex.start < span.end)
      if (!match) {
        onError?.(`MISS ${id} ${JSON.stringify(timex.text)} ${timex.value}`)
        continue
      }
      open.delete(match)
      overlapping += 1
      if (isSame(match.value, timex.value)) right += 1
      else
        onError?.(
          `VALUE ${id} ${JSON.stringify(timex.text)} ${timex.value} not ${match.value} | ${text.slice(Math.max(0, timex.start - 60), timex.end + 40).replace(/\s+/g, ' ')}`,
        )
    }
    for (const { span, value } of open)
      onError?.(
        `EXTRA ${id} ${JSON.stringify(text.slice(span.start, span.end))} ${value} | ${text.slice(Math.max(0, span.start - 40), span.end + 30).replace(/\s+/g, ' ')}`,
      )
  }
  const f1 = (hits: number) => (2 * hits) / (gold + made || 1)
  return { valueF1: f1(right), spanF1: f1(overlapping), valueAccuracy: right / (overlapping || 1) }
}

/** The value the seed's key has for an expression of ours: a weekend is written there as its two days. */
function seedValue(time: TimeExpression): string {
  return time.until && time.until !== '..' ? `${time.value}/${time.until}` : time.value
}

function scoreSeed(seed: Seed): number {
  let right = 0
  for (const wanted of seed.dates) {
    const article = seed.articles.find(({ id }) => id === wanted.article)
    const sentence = article?.sentences.find(({ i }) => i === wanted.sentence)
    if (!article || !sentence) continue
    const found = analyze(article.id, article.text, `${seed.anchor_date}T12:00:00Z`, 'en-GB', /\n/g)
    if (
      found.some(
        (time) => time.span.start >= sentence.start && time.span.end <= sentence.end && seedValue(time) === wanted.date,
      )
    )
      right += 1
  }
  return right
}

/** Scores time phrases against TIMEX3 gold: F1 with the right value, spans matched by overlap (TempEval-3). */
export async function run(
  options: EvalOptions & { readonly onError?: (line: string) => void },
): Promise<readonly EvalResult[]> {
  const path = options.data ?? findSet('timelines/timex-aquaint.jsonl.zst') ?? own
  const all = readRecords<TimexRecord>(path)
  const isPublic = options.data === undefined && path !== own
  const records = isPublic ? all.filter((_, i) => i % seenEvery !== 0) : all
  const seen = isPublic ? all.filter((_, i) => i % seenEvery === 0) : []
  const figures = scoreTimex(records, isPublic ? undefined : options.onError)
  const notes = ['expressions whose gold value is PRESENT_REF, PAST_REF or FUTURE_REF are left out']
  if (path === own) notes.push('the public set is absent: scored on a small set of our own')
  if (isPublic) {
    figures.seenValueF1 = scoreTimex(seen, options.onError).valueF1 ?? 0
    notes.push(`every third document (${seen.length}) was read while writing the rules and is only in seenValueF1`)
  }
  const isOwnSet = path === own
  const results: EvalResult[] = [
    { name: 'times', set: basename(path), records: records.length, figures, notes, isOwnSet },
  ]
  if (options.data === undefined && path !== own) {
    const cases = readRecords<TimexRecord>(own)
    results.push({
      name: 'times',
      set: 'own',
      records: cases.length,
      figures: scoreTimex(cases, options.onError),
      notes: [
        'our own cases, one kind of phrase each, written with the rules in mind: a check that they hold, not a measure',
      ],
      isOwnSet: true,
    })
  }
  if (options.data === undefined && existsSync(seedPath)) {
    const seed: Seed = JSON.parse(readFileSync(seedPath, 'utf8'))
    results.push({
      name: 'times',
      set: 'seed',
      records: seed.dates.length,
      figures: { right: scoreSeed(seed) / seed.dates.length },
      notes: ['in-sample: the rules were written with these articles at hand'],
      isOwnSet: false,
    })
  }
  return results
}
