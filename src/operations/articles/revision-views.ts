import type { Citation } from '../../core/citation.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { RevisionCause } from '../../core/reading/revision-cause.ts'
import type { DiffCounts } from '../../core/reading/revision-diff.ts'
import type { Span } from '../../core/span.ts'

/** What a text of an article says otherwise than the one before. */
export type ArticleChanges = {
  readonly removed: readonly string[]
  readonly added: readonly Span[]
  readonly previousTitle?: string
  /** What is not the same, in order: the words before, and where those stand that took their place. */
  readonly rows?: readonly { readonly before?: string; readonly after?: Span }[]
  readonly counts?: DiffCounts
  /** Absent: the outlet. */
  readonly cause?: Exclude<RevisionCause, 'outlet'>
  readonly previousId?: DocumentId
}

/** Where the words of an earlier text stand in the newest one of their article. */
export type WordsNow = {
  readonly documentId: DocumentId
  /** Absent: they are gone. */
  readonly span?: Span
  /** Where the words are gone: the sentence that took the place of theirs, if one did. */
  readonly instead?: Citation
  /** Absent: the outlet changed them. */
  readonly cause?: Exclude<RevisionCause, 'outlet'>
}
