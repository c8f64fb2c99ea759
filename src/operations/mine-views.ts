import type { Citation } from '../core/citation.ts'
import type { StoryId } from '../core/ids.ts'
import type { Follow, Mute, MuteKind } from '../core/marks.ts'
import type { CitedDocument } from './views.ts'

/** What mutes hid of a list, and whether it is shown for once. */
export type HiddenView = {
  readonly total: number
  readonly counts: readonly { readonly label: string; readonly kind: MuteKind; readonly count: number }[]
  readonly isShown: boolean
}

/** A quotation of somebody followed, cited. */
export type FollowedQuote = {
  readonly citation: Citation
  readonly document: CitedDocument
  readonly isDirect: boolean
}

/** Something followed, and what is new of it since the reader looked at it last. */
export type FollowedView = {
  readonly follow: Follow
  /** ISO 8601. */
  readonly since: string
  /** True when it was never looked at before: `since` is then some days ago. */
  readonly isFirstLook: boolean
  /** When the newest came; absent when nothing is new. */
  readonly newestAt?: string
  readonly counts: FollowedCounts
  readonly stories: readonly {
    readonly id: StoryId
    readonly title: string
    readonly language: string
    readonly at: string
    readonly count: number
  }[]
  /** Articles of a source or found by a search: what is new is the article, not the story. */
  readonly articles: readonly {
    readonly path: 'article' | 'entry'
    readonly id: string
    readonly title: string
    readonly sourceName: string
    readonly language?: string
    readonly at: string
  }[]
  readonly quotes: readonly FollowedQuote[]
}

/** All that is new, of which lists show the first. */
export type FollowedCounts = { readonly stories: number; readonly quotes: number; readonly articles: number }

export type FollowingView = {
  /** Those with news, the newest first; then the others by name. */
  readonly followed: readonly FollowedView[]
  readonly hidden?: HiddenView
  readonly mutes: readonly Mute[]
  /** Who and what is named in most stories of the last day and not followed: how many stories. */
  readonly suggestions: readonly {
    readonly kind: 'entity'
    readonly target: string
    readonly label: string
    readonly storyCount: number
  }[]
}

/** Something followed as Today's margin tells it. */
export type FollowedLine = {
  readonly follow: Follow
  readonly counts: FollowedCounts
  readonly since: string
}
