import type { Citation } from '../core/citation.ts'
import type { ArticleId, StoryId } from '../core/ids.ts'
import type { CitedDocument, ProgressView } from './views.ts'

/** A story as one row of a list. */
export type StoryCard = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly articleCount: number
  readonly reportCount: number
  readonly firstAt: string
  readonly changedAt: string
  /** One verbatim sentence, cited. */
  readonly line?: { readonly citation: Citation; readonly document: CitedDocument }
  readonly outlets: readonly string[]
  readonly copyCount: number
  readonly quoteCount: number
  readonly differenceCount: number
  /** In a ranked list, what its place depends on: independent reports until then, the newest, those of the last hours. */
  readonly place?: {
    readonly reports: number
    readonly newestAt: string
    readonly recent: number
    /** How many hours `recent` looks back. */
    readonly hours: number
    readonly isFollowed?: true
  }
  readonly badges: readonly ('new' | 'developing' | 'changed' | 'one source only' | 'differs')[]
}

export type TodayView = {
  /** Calendar day, `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly previousDay?: string
  readonly nextDay?: string
  readonly languages: readonly string[]
  readonly language?: string
  readonly sections: readonly string[]
  readonly section?: string
  readonly articleCount: number
  readonly sourceCount: number
  readonly stories: readonly StoryCard[]
  readonly oneSourceOnly: readonly StoryCard[]
  readonly edited: readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly title: string
    readonly at: string
  }[]
  readonly progress: ProgressView
  readonly feedCount: number
}
