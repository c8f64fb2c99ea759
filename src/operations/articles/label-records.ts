import { z } from 'zod'
import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { coreOf, placeCorrections } from '../../analyze/corrections/place-corrections.ts'
import type { Correction, Verdict } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type CorrectionId, type DocumentId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { selectText } from '../../core/text/text-quote.ts'
import type { StoredArticle } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ImportedLabels } from './label-views.ts'
import { saveCorrections } from './save-corrections.ts'

const pair = z.tuple([z.number().int().min(0), z.number().int().min(0)])
const entity = z.object({
  id: z.string().min(1).max(400),
  kind: z.enum(['person', 'organization', 'place']),
  name: z.string().min(1).max(400),
  wikidataId: z.string().max(40).optional(),
})
const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speaker'), speaker: entity.optional() }),
  z.object({ kind: z.literal('quote'), speaker: entity.optional() }),
  z.object({ kind: z.literal('not-a-quote') }),
  z.object({ kind: z.literal('name'), entity: entity.optional() }),
]) as z.ZodType<Verdict>

/**
 * One line of a label export: a text with its corrections. `npm run eval -- quotes` scores `attributions` and `checked`: content,
 * source and speaker of what a person confirmed or set, and every span a person looked at, so that unchecked quotations don't count.
 * An import reads `corrections`.
 */
const labelRecord = z.object({
  id: z.string().min(1).max(120),
  /** The revision of this text. */
  document: z.string().min(1).max(120),
  title: z.string(),
  text: z.string().min(1),
  date: z.string(),
  language: z.string(),
  attributions: z.array(
    z.object({
      source: z.array(pair),
      cue: z.array(pair),
      content: z.array(pair),
      kind: z.enum(['direct', 'mixed', 'indirect']),
      speaker: z.string().optional(),
    }),
  ),
  checked: z.array(pair),
  corrections: z
    .array(
      z.object({
        id: z.string().min(1).max(120),
        span: pair,
        verdict,
        at: z.iso.datetime(),
        note: z.string().max(2000).optional(),
      }),
    )
    .max(5000),
})

type LabelRecord = z.infer<typeof labelRecord>

function pairOf({ start, end }: Span): [number, number] {
  return [start, end]
}

const PAGE = 500

export const exportLabels = defineOperation({
  name: 'export_labels',
  minRole: 'moderator',
  leaves: true,
  summary: 'Manual corrections, as JSON Lines that can be imported again',
  input: z.strictObject({}),
  async run(context): Promise<{ readonly text: string; readonly labels: number; readonly withoutText: number }> {
    const corrections = await allCorrections(context)
    const lines: string[] = []
    let withoutText = 0
    for (const [documentId, given] of Map.groupBy(corrections, (correction) => correction.documentId)) {
      const stored = await context.store.articles.findByDocument(documentId)
      if (stored) lines.push(`${JSON.stringify(recordOf(stored, given))}\n`)
      else withoutText += given.length
    }
    return { text: lines.join(''), labels: corrections.length - withoutText, withoutText }
  },
})

async function allCorrections({ store }: OperationContext): Promise<readonly Correction[]> {
  const all: Correction[] = []
  let cursor: string | undefined
  do {
    const page = await store.corrections.list(PAGE, cursor)
    all.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return all.reverse()
}

/** A text with its corrections, on the revision they were made on. */
function recordOf({ document, annotations }: StoredArticle, corrections: readonly Correction[]): LabelRecord {
  const quotes = correctGiven(document, annotations, corrections).quotes?.items ?? []
  const placed = placeCorrections(document, corrections).filter(({ verdict }) => verdict.kind !== 'name')
  const attributions = placed.flatMap(({ core, verdict }) => {
    const quote = quotes.find(({ span }) => isSameCore(coreOf(document.text, span), core))
    if (!quote || verdict.kind === 'not-a-quote') return []
    return [
      {
        source: quote.source ? [pairOf(quote.source)] : [],
        cue: quote.cue ? [pairOf(quote.cue)] : [],
        content: [pairOf(quote.span)],
        kind: quote.kind,
        ...defined({ speaker: quote.speaker?.name }),
      },
    ]
  })
  return {
    id: document.articleId,
    document: document.id,
    title: document.title,
    text: document.text,
    date: document.publishedAt.slice(0, 10),
    language: document.language,
    attributions,
    checked: placed.map(({ span }) => pairOf(span)),
    corrections: corrections.map(({ id, selector, verdict, at, note }) => ({
      id,
      span: pairOf(selector.span),
      verdict,
      at,
      ...defined({ note }),
    })),
  }
}

function isSameCore(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start === b.start && a.end === b.end
}

/** Values in one line: more than an article has. */
const MOST_VALUES = 500_000

export const importLabels = defineOperation({
  name: 'import_labels',
  minRole: 'moderator',
  summary: 'Imports exported corrections; safe to repeat, and never replaces a later one',
  input: z.strictObject({ text: z.string().max(200_000_000) }),
  async run(context, { text }): Promise<ImportedLabels> {
    const now = context.now().toISOString()
    const corrections: Correction[] = []
    const skipped: string[] = []
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue
      const record = readRecord(line)
      if (typeof record === 'string') skipped.push(`Line ${index + 1}: ${record}`)
      else corrections.push(...correctionsOf(record, now))
    }
    if (corrections.length > 0) await saveCorrections(context, corrections)
    return { labels: corrections.length, articles: new Set(corrections.map((one) => one.articleId)).size, skipped }
  },
})

/** The record in a line, or what is wrong with it. */
function readRecord(line: string): LabelRecord | string {
  const value = findJsonOf(line, MOST_VALUES)
  if (value === undefined) return 'this isn’t JSON, or has more than an article can.'
  const parsed = labelRecord.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `this isn’t a record made by “twosource label --export” (${issue?.path.join('.') || 'record'}: ${issue?.message}).`
  }
  const { text, corrections } = parsed.data
  const isInside = corrections.every(({ span: [start, end] }) => start < end && end <= text.length)
  return isInside ? parsed.data : 'a span leaves the text.'
}

/** A time in the future would block all later corrections. */
function correctionsOf(record: LabelRecord, now: string): readonly Correction[] {
  return record.corrections.map(({ id, span: [start, end], verdict, at, note }) => {
    const madeAt = new Date(at).toISOString()
    return {
      id: asId<CorrectionId>(id),
      articleId: asId<ArticleId>(record.id),
      documentId: asId<DocumentId>(record.document),
      selector: selectText(record.text, { start, end }),
      verdict,
      at: madeAt < now ? madeAt : now,
      ...defined({ note }),
    }
  })
}
