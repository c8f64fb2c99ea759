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
