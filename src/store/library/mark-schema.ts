import type { AlertMark } from '../notify/notify-schema.ts'

/** One reader's mark; `kind` says what `target` is. */
type MarkOfReader = { reader_id: string; kind: string; target: string; at: string }

export type FollowTable = MarkOfReader & AlertMark & { label: string }

export type SavedSearchTable = AlertMark & {
  id: string
  reader_id: string
  name: string
  search: string
  at: string
  seen_at: string | null
}

export type MuteTable = MarkOfReader & {
  id: string
  label: string
  /** null: no end. */
  until: string | null
}

export type SavedTable = MarkOfReader & { title: string }

/** The words of an article that somebody marked or corrected. */
export type WordsColumns = {
  article_id: string
  document_id: string
  span_start: number
  span_end: number
  exact: string
  prefix: string
  suffix: string
}

export type NoteTable = WordsColumns & {
  id: string
  reader_id: string
  body: string
  at: string
  changed_at: string
}

export type VisitTable = MarkOfReader & {
  /** The visit before that. */
  previous_at: string | null
}

export type HighlightTable = Omit<NoteTable, 'body' | 'changed_at'> & { color: string }

export type TagTable = MarkOfReader & {
  /** The name without case and accents, which identifies a tag. */
  folded: string
  name: string
}

export type ShareTable = {
  id: string
  /** SHA-256 of the last part of the URL. */
  token_hash: string
  reader_id: string
  kind: string
  target: string
  title: string
  /** The moment whose state it shows. */
  moment: string
  body: string
  is_embeddable: number
  made_at: string
  expires_at: string | null
  revoked_at: string | null
}
