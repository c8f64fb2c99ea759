import type { Generated } from 'kysely'

/** A callback URL of ours at a hub. */
export type HubSubscriptionTable = {
  id: string
  /** Null: no longer wanted, and the hub must be asked to stop. */
  feed_id: number | null
  hub: string
  topic: string
  /** The base URL of the feed's relative links. */
  read_at_url: string
  named_at: string
  /** The server URL of the callback when the hub was last asked. */
  base: string | null
  token_hash: string | null
  /** The last request to the hub, and until when it may verify it. */
  pending: string | null
  pending_until: string | null
  lease_until: string | null
  renew_at: string | null
  /** Not retried before. */
  retry_at: string | null
  denied_at: string | null
  /** When it last sent news; null after a poll found news that it hadn't sent. */
  pushed_at: string | null
  /** Hash of the last body it sent. */
  push_hash: string | null
  /** The minute in which pushes are counted, and their number. */
  minute_at: string | null
  minute_count: number
  /** When the feed would be polled without a hub. */
  poll_at: string | null
  failures: number
  last_error: string | null
}

/** What a hub sent, unchanged, until it is processed. */
export type HubPushTable = {
  id: Generated<number>
  subscription_id: string
  at: string
  content_type: string
  body: Uint8Array
}
