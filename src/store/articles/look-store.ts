import type { Validators } from '../../core/fetched.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import type { LookOutcome } from '../../core/look.ts'

/** The page of an article that is to be looked at again. */
export type DueLook = {
  readonly articleId: ArticleId
  readonly entryId: EntryId
  readonly url: string
  readonly validators: Validators
  /** How many looks there were, those passed over among them. */
  readonly lookCount: number
}

/** What a look came to. `dueAt`: when the next is; absent: it was the last. */
export type LookDone = Pick<DueLook, 'articleId' | 'lookCount'> & {
  /** Absent: nobody looked, it was put off or passed over. */
  readonly looked?: { readonly at: string; readonly outcome: LookOutcome; readonly validators?: Validators }
  readonly dueAt?: string
}

/** Pages of articles, looked at again for a while after they were read. */
export type LookStore = {
  /** At-least-once: those that are due, put off by the lease before they are handed out, so that who dies with one loses none. */
  claimDue(now: string, limit: number, leaseMs: number): Promise<readonly DueLook[]>
  /** Safe to repeat. */
  save(done: LookDone): Promise<void>
  /** Those of the articles whose page was taken away for good when it was last looked at. */
  goneOf(articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>>
  /** Those at whose address there was no page, or that of something else, when it was last looked at. */
  absentOf(articleIds: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>>
  /** The last look at an article, and what it found; undefined while there was none. */
  lastOf(articleId: ArticleId): Promise<{ readonly at: string; readonly outcome: LookOutcome } | undefined>
}
