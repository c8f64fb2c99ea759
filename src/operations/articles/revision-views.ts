import type { Citation } from '../../core/citation.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { RevisionCause } from '../../core/reading/revision-cause.ts'
import type { DiffCounts } from '../../core/reading/revision-diff.ts'
import type { Span } from '../../core/span.ts'

/** How a text of an article differs from the previous one. */
export type ArticleChanges = {
  readonly removed: readonly string[]
  readonly added: readonly Span[]
  readonly previousTitle?: string
  /** The differences in order: the words before, and the span of those that replaced them; else the place in the text where they were. */
  readonly rows?: readonly { readonly before?: string; readonly after?: Span; readonly at?: number }[]
  readonly counts?: DiffCounts
  /** Absent: the outlet. */
  readonly cause?: Exclude<RevisionCause, 'outlet'>
  readonly previousId?: DocumentId
}

/** Where the words of an earlier text are in the article's newest one. */
export type WordsNow = {
  readonly documentId: DocumentId
  /** Absent: they are gone. */
  readonly span?: Span
  /** The sentence that replaced the words, if they are gone and one did. */
  readonly instead?: Citation
  /** Absent: the outlet changed them. */
  readonly cause?: Exclude<RevisionCause, 'outlet'>
}
