import type { Generated } from 'kysely'

/** `on`, `off`, or null to follow the reader's main switch; and since when. */
export type AlertMark = { alerts: Generated<string | null>; alerts_at: Generated<string | null> }

export type AlertSettingTable = {
  reader_id: string
  all_on: number
  all_at: string
  quiet_from: number | null
  quiet_until: number | null
  per_hour: number
}

export type AlertTable = {
  id: string
  reader_id: string
  key: string
  kind: string
  cause_kind: string
  target: string
  label: string
  is_new_story: number
  title: string
  language: string
  source_name: string
  path: string
  words: string | null
  citation_path: string | null
  at: string
  seen_at: string | null
}

export type AlertChannelTable = {
  id: string
  reader_id: string
  kind: string
  address: string
  secret: string
  is_on: number
  failures: number
  last_error: string | null
  at: string
}

export type AlertDeliveryTable = {
  alert_id: string
  channel_id: string
  reader_id: string
  /** `waiting`, `sent`, or `failed` (given up). */
  state: string
  tries: number
  /** 1 when quiet hours postponed it. */
  is_held: number
  next_at: string
  /** The message it is sent in, from the first attempt on. */
  batch: Generated<string | null>
  sent_at: Generated<string | null>
  last_error: Generated<string | null>
}

export type WatchTable = {
  id: string
  reader_id: string
  kind: string
  target: string
  label: string
  /** Separated by commas. */
  occasions: string
  is_shared: number
  since: string
  at: string
  owner_name: string
  taken_by: string | null
  taken_name: string | null
  taken_at: string | null
}

export type WatchEventTable = {
  id: string
  watch_id: string
  thread: string
  token: string
  /** `sent`, `known` (before the watch), `taken` or `returned`. */
  what: string
  /** 1 when it came from what everybody here may read. */
  is_open: number
  occasion: string
  actor_id: string | null
  actor_name: string | null
  title: string
  language: string
  path: string
  source_name: string
  at: string
}

export type DestinationTable = {
  id: string
  reader_id: string
  kind: string
  name: string
  /** JSON by field; `secret` contains those that are never shown. */
  settings: string
  secret: string
  /** A JSON list. */
  occasions: string
  is_on: number
  failures: number
  failing_since: string | null
  retry_at: string | null
  last_error: string | null
  at: string
}

export type SendingTable = {
  id: string
  reader_id: string
  destination_id: string
  event: string
  /** Its subject, as `article:<id>` or `entry:<id>`; otherwise empty. */
  about: string
  title: string
  body: string
  /** `waiting`, `sent`, or `failed` (given up, unless somebody sends it again). */
  state: string
  tries: number
  made_at: string
  next_at: string
  done_at: string | null
  last_error: string | null
}
