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
