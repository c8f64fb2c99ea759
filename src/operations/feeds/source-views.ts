import type { FeedId } from '../../core/ids.ts'
import type { OutletReport, OutletSpeed, PollMark } from '../../store/feeds/outlets.ts'
import type { FeedHealth, SourceView } from '../views.ts'

export type { PollMark } from '../../store/feeds/outlets.ts'

/** How fast an outlet is in stories with at least two independent reports; `medianBehind` is in minutes. */
export type SourceSpeed = Pick<OutletSpeed, 'storyCount' | 'firstCount'> & { readonly medianBehind?: number }

/** An outlet as a row of the table of all. */
export type SourceRowView = SourceView & {
  readonly speed: SourceSpeed
  /** Base language, such as `en`; absent when unknown. */
  readonly language?: string
}

/** An outlet with its statistics since a time. */
export type SourcePageView = SourceView & {
  readonly isFollowed: boolean
  readonly isMuted?: boolean
  readonly report: Omit<OutletReport, 'polls' | 'speed'> & {
    /** The start, ISO 8601, and how many days ago that is. */
    readonly since: string
    readonly days: number
    readonly speed: Omit<OutletSpeed, 'sourceId'>
    readonly polls: Readonly<Record<FeedId, readonly PollMark[]>>
  }
}

/** A feed that loads and has had nothing new since a time, for far longer than its usual gap between two articles. */
export type SilentFeed = FeedHealth & { readonly silentSince: string; readonly usualGapMinutes: number }

/** Feeds that may be the new address of one; none where nothing was found. */
export type AddressesFound = {
  readonly id: FeedId
  readonly title: string
  /** The page that was searched. */
  readonly siteUrl?: string
  readonly candidates: readonly { readonly url: string; readonly title: string }[]
}

/** `changed`: the feed has the new address. `replaced`: the reader has another feed in its place, since other people read the old one. */
export type AddressChanged =
  | { readonly kind: 'changed' | 'replaced'; readonly id: FeedId }
  | { readonly kind: 'refused'; readonly reason: string }

/** What a reader sends with the requests of a feed; never the values. */
export type OwnHeadersView = {
  readonly hasCookie?: true
  readonly hasUserAgent?: true
  /** The names of the others. */
  readonly names: readonly string[]
  /** Nothing is sent, and others use this server: there is a feed that everybody reads. */
  readonly mayGoBack?: true
}

/** `isReplaced`: the reader has their own copy in the place of the feed that others read. `name`: the header that is refused. */
export type HeadersSet =
  | { readonly kind: 'set'; readonly id: FeedId; readonly isReplaced?: true }
  | { readonly kind: 'refused'; readonly reason: string; readonly name?: string }
