import type { FeedId } from '../../core/ids.ts'
import type { ListenerStatus } from '../../newsletters/probe-listener.ts'

/** A newsletter address as its reader sees it. */
export type NewsletterAddressView = {
  readonly id: string
  readonly feedId: FeedId
  readonly name: string
  /** Empty: none. */
  readonly folder: string
  /** The full address; absent while newsletters are disabled. */
  readonly address?: string
  readonly entryCount: number
  readonly lastArrivalAt?: string
  readonly at: string
  /** Newsletters are refused since then. */
  readonly endedAt?: string
}

/** A reader's newsletter addresses, newest first. */
export type NewsletterAddressesView = {
  /** False: the owner has not enabled newsletters. */
  readonly isOn: boolean
  readonly letterboxes: readonly NewsletterAddressView[]
  /** Existing folders, to choose from. */
  readonly folders: readonly string[]
}

export type NewsletterAddressMade =
  | { readonly kind: 'made'; readonly letterbox: NewsletterAddressView }
  | { readonly kind: 'off' }
  | { readonly kind: 'too-many'; readonly most: number }

/** Incoming newsletters; absent unless the owner enabled them. */
export type NewsletterIntake = {
  /** The domain of every newsletter address. */
  readonly domain: string
  readonly host: string
  readonly port: number
  /** Checks which server answers at the port. */
  probe(): Promise<ListenerStatus>
}
