/** A comment; sentence columns are set if it is about one. Lists are JSON text. */
export type CommentTable = {
  id: string
  /** Empty: the author left. */
  reader_id: string
  kind: string
  target: string
  document_id: string | null
  span_start: number | null
  span_end: number | null
  exact: string | null
  prefix: string | null
  suffix: string | null
  parent_id: string | null
  root_id: string
  depth: number
  path: string
  body: string
  quotes: string
  at: string
  edited_at: string | null
  state: string
  hold_reasons: string
  reply_count: number
  child_count: number
  report_count: number
  /** 1 when a moderator reviewed it: reports alone don't hold it again. */
  is_reviewed: number
  /** Since when it waits for a moderator. */
  queued_at: string | null
  appeal: string | null
  appealed_at: string | null
}

export type CommentReportTable = { comment_id: string; reader_id: string; reason: string; words: string; at: string }

export type DiscussionLockTable = { kind: string; target: string; reader_id: string; reason: string; at: string }

export type ModerationEntryTable = {
  id: string
  kind: string
  made_by: string
  reader_id: string
  comment_id: string | null
  on_kind: string | null
  on_target: string | null
  reason: string
  at: string
}
