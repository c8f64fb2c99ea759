import type { Generated } from 'kysely'

/** A callback address of ours at a hub. */
export type HubSubscriptionTable = {
  id: string
  /** Null: nobody wants it any more, and the hub is to be told so. */
  feed_id: number | null
  hub: string
  topic: string
  /** What the relative links of the feed stand against. */
  read_at_url: string
  named_at: string
  /** The address of this server that the callback began with when the hub was asked last. */
  base: string | null
  token_hash: string | null
  /** What the hub was asked for last, and until when it may ask back. */
  pending: string | null
  pending_until: string | null
  lease_until: string | null
  renew_at: string | null
  /** Not asked again before. */
  retry_at: string | null
  denied_at: string | null
  /** When it told the last news, unless a poll has found some since that it did not tell. */
  pushed_at: string | null
  /** Hash of the last body it sent. */
  push_hash: string | null
  /** The minute that sendings are counted in, and how many came in it. */
  minute_at: string | null
  minute_count: number
  /** When the feed would be polled without a hub. */
  poll_at: string | null
  failures: number
  last_error: string | null
}

/** What a hub sent, as it came, until it is taken in. */
export type HubPushTable = {
  id: Generated<number>
  subscription_id: string
  at: string
  content_type: string
  body: Uint8Array
}
