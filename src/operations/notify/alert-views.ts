import type { AlertSettings, ChannelKind } from '../../core/alert.ts'
import type { Follow } from '../../core/marks.ts'
import type { SavedSearch } from '../../store/library/saved-searches.ts'
import type { AlertChoice, AlertRow } from '../../store/notify/alerts.ts'

export type { AlertChoice, AlertRow } from '../../store/notify/alerts.ts'

/** What was raised for a reader, the latest first. */
export type AlertsView = {
  readonly alerts: readonly AlertRow[]
  readonly unseen: number
  readonly next?: string
}

/** A channel as its reader sees it. */
export type ChannelView = {
  readonly id: string
  readonly kind: ChannelKind
  /** Where it goes: an address, or the host of a push service; of a feed the path under which it is. */
  readonly name: string
  /** What a webhook is signed with. */
  readonly secret?: string
  readonly isOn: boolean
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

export type AlertSettingsView = {
  readonly settings: AlertSettings
  readonly channels: readonly ChannelView[]
  /** Whether a mail server is set, and the address of the reader's account. */
  readonly mail: { readonly isSet: boolean; readonly address?: string }
  /** What a browser needs to subscribe: the public key of the house, base64url. */
  readonly pushKey: string
  readonly follows: readonly { readonly follow: Follow; readonly choice?: AlertChoice }[]
  readonly searches: readonly (Pick<SavedSearch, 'id' | 'name' | 'query'> & { readonly isOn: boolean })[]
}

/** What became of adding a channel. */
export type ChannelAdded =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'refused'; readonly why: 'address' | 'subscription' | 'no-mail' | 'no-address' | 'too-many' }

/** How a test went; the reason of one that did not go out is in English, as machines write it. */
export type ChannelTested =
  | { readonly kind: 'sent' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/** A feed of alerts, for whoever has its address. */
export type AlertFeedView = {
  readonly id: string
  readonly alerts: readonly AlertRow[]
  /** What the reader chose; `auto`: nothing. */
  readonly language: string
  readonly at: string
}
