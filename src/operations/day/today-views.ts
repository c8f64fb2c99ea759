import type { Citation } from '../../core/citation.ts'
import type { ArticleId, SourceId, StoryId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { ScoreParts } from '../../core/ranking.ts'
import type { HiddenView } from '../library/library-views.ts'
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
  /** When its content last changed here, which decides what is new since a visit. */
  readonly changedAt: string
  /** One verbatim sentence, cited. `cutAt`: where a row without room for all of it ends, in characters; absent: nowhere. */
  readonly line?: { readonly citation: Citation; readonly document: CitedDocument; readonly cutAt?: number }
  readonly picture?: ListPicture
  readonly outlets: readonly string[]
  /** The outlets in the same order, with their ids. */
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[]
  /** The number of articles of each independent report; their sum is `articleCount`. */
  readonly groups: readonly number[]
  /** How many articles print one text, if exactly one text is printed more than once; otherwise 0. */
  readonly sameTextCount: number
  readonly copyCount: number
  readonly quoteCount: number
  readonly differenceCount: number
  /** In a ranked list, the basis of its rank: independent reports so far, the newest one, those of the last hours. */
  readonly place?: {
    readonly reports: number
    readonly newestAt: string
    readonly recent: number
    /** Hours that `recent` covers. */
    readonly hours: number
    /** What each factor added to the score, or subtracted. */
    readonly parts?: ScoreParts
    readonly isFollowed?: true
    /** It changed since the reader's last visit. */
    readonly isNew?: true
  }
  /** The reader read it: all its articles in their feeds, or the story since its last change. */
  readonly isRead?: true
  /** The reader saved it, or follows this story. */
  readonly isSaved?: true
  readonly isFollowed?: true
  readonly badges: readonly ('new' | 'developing' | 'changed' | 'one source only' | 'differs')[]
}

/** A whole day, its last hours, what changed since the last visit, or a week. */
export type TodayPeriod = 'day' | 'hours' | 'visit' | 'week'

/** Something followed that has stories on a day. */
export type FollowedOfDay = {
  readonly kind: FollowKind
  readonly target: string
  readonly label: string
  readonly storyCount: number
  /** How many of them changed since the reader last looked at it. */
  readonly newCount: number
}

/** A filter value, and how many stories it would leave with the other filters unchanged. */
export type Facet<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly count: number
}

/** A sentence of a story about something planned. */
export type PlannedEvent = {
  /** A day, `YYYY-MM-DD`, or an hour of it. */
  readonly date: string
  readonly citation: Citation
  readonly story: Pick<StoryCard, 'id' | 'title' | 'language'>
}

export type TodayView = {
  /** Calendar day, `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly previousDay?: string
  readonly nextDay?: string
  /** The month shown in the calendar, `YYYY-MM`, and its days, earliest first, with the number of stories in the news on each. */
  readonly month: string
  readonly days: readonly { readonly day: string; readonly storyCount: number }[]

  /** The filters applied. */
  readonly period: TodayPeriod
  readonly language?: string
  readonly section?: string
  /** The section is followed; absent: it isn't, or none is selected. */
  readonly isSectionFollowed?: true
  readonly source?: { readonly id: SourceId; readonly name: string }
  /** Only the stories with several independent reports. */
  readonly isConfirmedOnly?: true
  /** Only the stories that the reader has not read. */
  readonly isUnreadOnly?: true
  /** By the time of the newest article instead of by rank. */
  readonly isByTime?: true
  /** True when the list is divided into sections, each with its first stories. */
  readonly isBySection: boolean
  /** The filters available. `all` counts the stories without that filter. */
  readonly facets: {
    readonly periods: readonly Facet<TodayPeriod>[]
    readonly sections: readonly Facet[]
    readonly languages: readonly Facet[]
    readonly sources: readonly Facet[]
    readonly all: { readonly sections: number; readonly languages: number; readonly sources: number }
  }
  /** When the reader's previous visit ended: ISO 8601. */
  readonly visitedAt?: string
  /** Hours that the period `hours` covers. */
  readonly recentHours: number

  /** Of all pages. */
  readonly storyCount: number
  readonly articleCount: number
  readonly sourceCount: number
  /** Stories of the day without filters. */
  readonly dayCount: number

  /** Stories that `oneSourceOnly` shows instead of the list, of all pages. */
  readonly asideCount: number
  readonly page: number
  readonly pageCount: number
  /** Stories on the pages before this one. */
  readonly skipped: number
  readonly stories: readonly StoryCard[]
  /** How many stories are listed first because they are new to the reader; 0 when the list isn't divided. */
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
  /** What the day's stories say is planned for the next seven days, the soonest first; only on the newest day. */
  readonly comingUp: readonly PlannedEvent[]
  readonly edited: readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly title: string
    readonly at: string
  }[]
  /** While work is under way. */
  readonly progress?: ProgressView
  readonly feedCount: number
  /** How many of the reader's feeds can't be loaded; only on an empty day, or where they are most. */
  readonly failingCount?: number
  /** Where most can't be loaded: of how many, and when one of them last could. */
  readonly mostFail?: { readonly of: number; readonly since?: string }
  /** Unread articles in the reader's feeds; absent for guests. */
  readonly unreadCount?: number
}
