import type { Correction } from '../../core/correction.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleId, CorrectionId } from '../../core/ids.ts'
import type { Quote } from '../../core/quote.ts'
import type { Page } from '../store.ts'

/** What search finds of an article from now on. */
export type QuotesToFind = { readonly document: Document; readonly quotes: readonly Quote[] }

export type CorrectionStore = {
  /**
   * One transaction: the corrections, what search finds of their articles, and a refresh of the stories these are in. One
   * that is there under its id gives way to a later one. Same input twice: same rows.
   */
  save(corrections: readonly Correction[], found: readonly QuotesToFind[], at: string): Promise<void>
  /** Takes a correction back, in the same way; true when it was there. */
  remove(id: CorrectionId, found: readonly QuotesToFind[], at: string): Promise<boolean>
  find(id: CorrectionId): Promise<Correction | undefined>
  /** Those of some articles, the earliest made first. They need no article: one can be gone, or not here yet. */
  listOf(articleIds: readonly ArticleId[]): Promise<readonly Correction[]>
  /** The latest made first. */
  list(limit: number, cursor?: string): Promise<Page<Correction>>
  count(): Promise<number>
}
