import type { FollowKind } from './marks.ts'

/** What became known longer ago alerts nobody any more, and an alert of then may be forgotten. */
export const alertDays = 180

/** What happened: a report in words of its own, accounts that differ, an outlet's correction, what became of a promise. */
export type AlertKind = 'report' | 'difference' | 'correction' | 'commitment'

/** Because of what somebody is told: something followed, or a search that is kept. */
export type AlertCause = { readonly kind: FollowKind; readonly target: string; readonly label: string }

/** One change, told to one reader once. `key` is the change's own: the same one is never raised for a reader again. */
export type Alert = {
  readonly key: string
  readonly kind: AlertKind
  readonly cause: AlertCause
  /** True for the report that a story begins with. */
  readonly isNewStory: boolean
  /** Title of the story; of what a search found outside any, that of the article. */
  readonly title: string
  /** Of the story, ISO 639. */
  readonly language: string
  /** The outlet whose words are cited, or that reports. */
  readonly sourceName: string
  /** Path of the page to open: the story, or the article where it is in none. */
  readonly path: string
  /** Words of the outlet, letter by letter, and the path of their citation. */
  readonly words?: string
  readonly citationPath?: string
}

/** Ways an alert goes out. A feed is fetched; the others are sent; a destination is one that takes articles too. */
export type ChannelKind = 'push' | 'mail' | 'webhook' | 'feed' | 'destination'

/** When and how often alerts may come. Hours are minutes after midnight in the reader's time zone. */
export type AlertSettings = {
  /** True: all that is followed alerts, unless it is switched off by itself. */
  readonly isAllOn: boolean
  readonly quiet?: { readonly from: number; readonly until: number }
  /** At most so many messages an hour in one channel; what is above comes together. */
  readonly perHour: number
}

/** What stands until a reader says otherwise. */
export const standingAlertSettings: AlertSettings = { isAllOn: false, perHour: 10 }
