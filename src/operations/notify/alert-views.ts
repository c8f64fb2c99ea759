import type { AlertSettings, ChannelKind } from '../../core/alert.ts'
import type { Follow } from '../../core/marks.ts'
import type { SavedSearch } from '../../store/library/saved-searches.ts'
import type { AlertChoice, AlertRow } from '../../store/notify/alerts.ts'
import type { Watch, WatchLogRow } from '../../store/notify/watches.ts'

export type { AlertChoice, AlertRow } from '../../store/notify/alerts.ts'

/** A reader's alerts, newest first. */
export type AlertsView = {
  readonly alerts: readonly AlertRow[]
  readonly unseen: number
  readonly next?: string
}

/** A channel as its reader sees it. */
export type ChannelView = {
  readonly id: string
  readonly kind: ChannelKind
  /** The recipient: an address, the host of a push service, or the path of a feed. */
  readonly name: string
  /** The signing key of a webhook. */
  readonly secret?: string
  readonly isOn: boolean
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

export type AlertSettingsView = {
  readonly settings: AlertSettings
  readonly channels: readonly ChannelView[]
  /** Whether a mail server is configured, and the account's email address. */
  readonly mail: { readonly isSet: boolean; readonly address?: string }
  /** The instance's public key in base64url, which a browser needs to subscribe. */
  readonly pushKey: string
  readonly follows: readonly { readonly follow: Follow; readonly choice?: AlertChoice }[]
  readonly searches: readonly (Pick<SavedSearch, 'id' | 'name' | 'query'> & { readonly isOn: boolean })[]
}

/** A watch as a reader sees it. */
export type WatchView = Pick<Watch, 'id' | 'kind' | 'target' | 'label' | 'occasions' | 'isShared' | 'ownerName'> & {
  readonly isMine: boolean
  /** Who took it, and when. */
  readonly taken?: { readonly name: string; readonly at: string; readonly isMe: boolean }
}

/** A watch and what happened, the latest first. */
export type WatchLogView = { readonly watch: WatchView; readonly log: readonly WatchLogRow[] }

/** The result of adding a channel. */
export type ChannelAdded =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'refused'; readonly why: 'address' | 'subscription' | 'no-mail' | 'no-address' | 'too-many' }

/** The result of a test; the reason of a failure is technical and in English. */
export type ChannelTested =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/** A feed of alerts, for anyone with its URL. */
export type AlertFeedView = {
  readonly id: string
  readonly alerts: readonly AlertRow[]
  /** The reader's choice; `auto`: none. */
  readonly language: string
  readonly at: string
}
