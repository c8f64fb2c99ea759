import type { FollowKind } from './marks.ts'

/** Older changes raise no alert, and older alerts may be deleted. */
export const alertDays = 180

/** A new independent report, accounts that differ, an outlet's correction, news about a promise, or feeds that no longer work. */
export type AlertKind = 'report' | 'difference' | 'correction' | 'commitment' | 'feeds'

/** Why a reader is alerted: something they follow, a saved search, a rule, or their feeds, whose label is how many of them. */
export type AlertCause = {
  readonly kind: FollowKind | 'rule' | 'feeds'
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
