import { type Citation, cite } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import { overlaps, type Span } from '../core/span.ts'
import { compareRevisions } from '../story/compare-revisions.ts'
import { revisedText } from './revised-text.ts'

/** The sentence of a newer text that took the place of the one around a span of an older text; undefined when none did. */
export function insteadOf(before: Document, after: Document, span: Span): Citation | undefined {
  const { rows } = compareRevisions(revisedText(before), revisedText(after))
  const row = rows.find((row) => 'before' in row && overlaps(row.before, span))
  return row && 'after' in row ? cite(after, row.after) : undefined
}
