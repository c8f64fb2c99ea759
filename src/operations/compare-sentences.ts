import type { Document } from '../core/document.ts'
import { countDiff, type RevisionDiff } from '../core/revision-diff.ts'
import type { ArticleChanges } from './revision-views.ts'

/**
 * What a revision says otherwise than the one before it, of the two compared: sentences taken out and put in, and both side by
 * side where one took the other's place. What only moved, or is only set otherwise, is counted and not told.
 */
export function changesOf(before: Document, after: Document, diff: RevisionDiff): ArticleChanges {
  const said = diff.rows.filter(({ kind }) => kind === 'changed' || kind === 'removed' || kind === 'added')
  const rows = said.map((row) => ({
    ...('before' in row && { before: before.text.slice(row.before.start, row.before.end) }),
    ...('after' in row && { after: row.after }),
  }))
  return {
    removed: rows.flatMap((row) => row.before ?? []),
    added: rows.flatMap((row) => row.after ?? []),
    ...(before.title === after.title ? {} : { previousTitle: before.title }),
    rows,
    counts: countDiff(diff),
  }
}
