import type { Citation } from '../../core/citation.ts'
import type { ArticleId, SourceId, StoryId } from '../../core/ids.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { ScoreParts } from '../../core/ranking.ts'
import type { HiddenView } from '../library/mine-views.ts'
import type { CitedDocument, ProgressView } from '../views.ts'

/** A story as one row of a list. */
export type StoryCard = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly articleCount: number
  readonly reportCount: number
  readonly firstAt: string
  /** When its newest article was published. */
  readonly lastAt: string
  /** When what it tells last changed here: what is new since a visit goes by this. */
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
    /** What each factor added to its weight, or took away. */
    readonly parts?: ScoreParts
    readonly isFollowed?: true
    /** A report came since the reader was here last. */
    readonly isNew?: true
  }
  readonly badges: readonly ('new' | 'developing' | 'changed' | 'one source only' | 'differs')[]
}

/** What part of the news is asked for: a whole day, its last hours, what came since the reader was here, or a week. */
export type TodayPeriod = 'day' | 'hours' | 'visit' | 'week'

/** Something followed that has stories on a day. */
export type FollowedOfDay = {
  readonly kind: FollowKind
  readonly target: string
  readonly label: string
  readonly storyCount: number
  /** Of them changed since it was looked at last. */
  readonly newCount: number
}

/** A choice that narrows a list, and how many stories it leaves with the other choices as they are. */
export type Facet<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly count: number
}

export type TodayView = {
  /** Calendar day, `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly previousDay?: string
  readonly nextDay?: string
  /** Fourteen days around it, the earliest first, with how many stories were in the news on each. */
  readonly days: readonly { readonly day: string; readonly storyCount: number }[]

  /** What was asked for. */
  readonly period: TodayPeriod
  readonly language?: string
  readonly section?: string
  readonly source?: { readonly id: SourceId; readonly name: string }
  /** True when the list is in sections, each with its first stories. */
  readonly isBySection: boolean
  /** What could be asked for instead. `all` counts the stories that a facet not chosen leaves. */
  readonly facets: {
    readonly periods: readonly Facet<TodayPeriod>[]
    readonly sections: readonly Facet[]
    readonly languages: readonly Facet[]
    readonly sources: readonly Facet[]
    readonly all: { readonly sections: number; readonly languages: number; readonly sources: number }
  }
  /** When the reader's visit before this one ended: ISO 8601. */
  readonly visitedAt?: string
  /** How many hours `hours` looks back. */
  readonly recentHours: number

  /** Of all that was asked for, not of this page alone. */
  readonly storyCount: number
  readonly articleCount: number
  readonly sourceCount: number
  /** Stories of the day whatever is chosen. */
  readonly dayCount: number

  readonly page: number
  readonly pageCount: number
  /** How many stories stand before the first of this page. */
  readonly skipped: number
  readonly stories: readonly StoryCard[]
  /** How many of all stories stand above those the reader knows; 0 when the list is not divided so. */
  readonly newCount: number
  readonly bySection: readonly {
    readonly section?: string
    readonly storyCount: number
    readonly stories: readonly StoryCard[]
  }[]
  /** What the reader follows in it, at most six. */
  readonly followed: readonly FollowedOfDay[]
  /** What mutes hid of it. */
  readonly hidden?: HiddenView
  readonly oneSourceOnly: readonly StoryCard[]
  readonly edited: readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly title: string
    readonly at: string
  }[]
  /** Where anything is under way. */
  readonly progress?: ProgressView
  readonly feedCount: number
}
