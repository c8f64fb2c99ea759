import type { FollowKind } from './marks.ts'

/** Older changes raise no alert, and older alerts may be deleted. */
export const alertDays = 180

/** What an alert can be about. The last is a reader's feeds that no longer work. */
export type AlertKind =
  | 'report'
  | 'difference'
  | 'correction'
  | 'commitment'
  | 'origin'
  | 'figure'
  | 'headline'
  | 'feeds'

/**
 * When a watch alerts: at a story's first report, its second independent one, when articles name where a report came from, and when a
 * figure, a promise or an outlet's headline changed.
 */
export const watchOccasions = ['first', 'second', 'origin', 'figure', 'promise', 'headline'] as const
export type WatchOccasion = (typeof watchOccasions)[number]

/** Why a reader is alerted: something they follow, a saved search, a rule, a watch, or their feeds, whose label is how many of them. */
export type AlertCause = {
  readonly kind: FollowKind | 'rule' | 'watch' | 'feeds'
  readonly target: string
  readonly label: string
}

/** One change, shown to one reader once. `key` identifies the change, so that it's never raised for the same reader again. */
export type Alert = {
  readonly key: string
  readonly kind: AlertKind
  readonly cause: AlertCause
  /** True for the first report of a story. */
  readonly isNewStory: boolean
  /** The title of the story, or of the article if a search found one outside any story. */
  readonly title: string
  /** Of the story, ISO 639. */
  readonly language: string
  /** The outlet quoted, or the one that reports. */
  readonly sourceName: string
  /** Path of the page to open: the story, or the article if it's in no story. */
  readonly path: string
  /** The outlet's exact words, and the path of their citation. */
  readonly words?: string
  readonly citationPath?: string
}

/** How an alert is delivered. A feed is fetched by the reader's app; the others are sent. */
export type ChannelKind = 'push' | 'mail' | 'webhook' | 'feed' | 'destination'

/** When and how often alerts may come. Hours are minutes after midnight in the reader's time zone. */
export type AlertSettings = {
  /** True: everything followed raises alerts, unless it's switched off individually. */
  readonly isAllOn: boolean
  readonly quiet?: { readonly from: number; readonly until: number }
  /** At most this many messages an hour in one channel; further alerts are combined into one message. */
  readonly perHour: number
}

export const defaultAlertSettings: AlertSettings = { isAllOn: false, perHour: 10 }
