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
  /** What came of the last polls, the newest last. */
  recent_polls: Generated<string | null>
  intake: Generated<Intake>
  /** JSON; what makes entries of a page. */
  intake_rule: Generated<string | null>
  /** JSON (`FeedPace`). */
  pace: Generated<string | null>
  /** Why `next_poll_at` is when it is (`PollReason`). */
  next_why: Generated<PollReason | null>
}

export type HostPauseTable = { host: string; until: string; unsaid_count: number }
