import type { Generated } from 'kysely'
import type { PollReason } from '../../core/feed/feed-pace.ts'
import type { Intake } from '../../core/source.ts'

export type FeedTable = {
  id: Generated<number>
  source_id: number
  url: string
  title: string
  site_url: string | null
  icon_url: string | null
  language: string | null
  created_at: string
  next_poll_at: string
  leased_until: string | null
  interval_minutes: number
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  moved_to: string | null
  moved_sightings: number
  error_count: number
  error_reason: string | null
  error_message: string | null
  is_stopped: number
  last_polled_at: string | null
  last_ok_at: string | null
  entry_count: number
  last_sequence: number
  last_fetched_at: string | null
  /** The results of the last polls, newest last. */
  recent_polls: Generated<string | null>
  intake: Generated<Intake>
  /** JSON: how a page becomes entries. */
  intake_rule: Generated<string | null>
  /** 1: its own texts are used, and its pages aren't fetched. */
  uses_own_text: Generated<number>
  /** JSON (`FeedPace`). */
  pace: Generated<string | null>
  /** The reason for `next_poll_at` (`PollReason`). */
  next_why: Generated<PollReason | null>
}

export type HostPauseTable = { host: string; until: string; unsaid_count: number }

/** An address that receives newsletters. */
export type LetterboxTable = {
  id: string
  reader_id: string
  feed_id: number
  local_part: string
  at: string
  ended_at: string | null
}

/** A mailbox that emails are fetched from. */
export type MailboxTable = {
  id: string
  reader_id: string
  host: string
  port: number
  security: string
  user_name: string
  password: string
  folder: string
  /** JSON: addresses and domains. */
  senders: string
  feed_folder: string
  uid_validity: number | null
  last_uid: number
  old_uid: number
  next_at: string
  leased_until: string | null
  last_ok_at: string | null
  failures: number
  /** JSON (`MailboxTrouble`). */
  trouble: string | null
  /** JSON: a list of `LetterLeftOut`. */
  left_out: string | null
  at: string
}

/** The feed of a sender's emails; null: its reader removed it. */
export type LetterSenderTable = { reader_id: string; sender: string; feed_id: number | null; at: string }

/** A secret URL of a feed. */
export type FeedAddressTable = {
  id: string
  token_hash: string
  reader_id: string
  kind: string
  target: string
  label: string
  is_announced: number
  /** Hash of the content the hub was last notified of. */
  announced: string | null
  at: string
}

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

export type OpmlImportTable = {
  id: string
  reader_id: string
  name: string
  /** `running`, `done` or `cancelled`. */
  state: string
  feed_count: number
  done_count: number
  added: number
  existing: number
  /** A JSON list. */
  skipped: string
  /** The position of its first outline, after existing ones. */
  start_position: number
  at: string
  ended_at: string | null
}

export type OpmlBatchTable = { import_id: string; number: number; reader_id: string; body: string }

export type KeptOutlineTable = {
  reader_id: string
  place: string
  /** The place of the outline around it; empty at the top. */
  around: string
  position: number
  feed_id: number | null
  path: string | null
  /** JSON: attributes, text, elements. */
  body: string
}

export type KeptListTable = { reader_id: string; attributes: string; head: string }
