import { z } from 'zod'
import type { Correction } from '../../core/correction.ts'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type CorrectionId, type DocumentId } from '../../core/ids.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { selectText } from '../../core/text/text-quote.ts'
import { defineOperation } from '../operation.ts'
import { type LabelRecord, labelRecord } from './label-record.ts'
import type { ImportedLabels } from './label-views.ts'
import { saveCorrections } from './save-corrections.ts'

/** Values in one line: more than an article has. */
const MOST_VALUES = 500_000

export const importLabels = defineOperation({
  name: 'import_labels',
  minRole: 'moderator',
  summary: 'Takes in labels that were exported; safe to repeat, and never in place of a later one',
  input: z.object({ text: z.string().max(200_000_000) }),
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
  if (value === undefined) return 'this is no JSON, or holds more than an article can.'
  const parsed = labelRecord.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `this is no record made by “twosource label --export” (${issue?.path.join('.') || 'record'}: ${issue?.message}).`
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
