import type { Generated } from 'kysely'

/** A text's vector, and the model that made it. */
export type EmbeddingTable = {
  sequence: Generated<number>
  document_id: string
  model: string
  dimension: number
  vector: Uint8Array
  at: string
}

/** A model's use on one day. */
export type ModelUseTable = {
  day: string
  use: string
  calls: number
  failures: number
  tokens_in: number
  tokens_out: number
  kept: number
  dropped: number
}

/** A model's text, as far as it passed the checks. */
export type WrittenTextTable = {
  id: string
  kind: string
  subject: string
  length: string
  language: string
  made_from: string
  model: string
  at: string
  kept: number
  dropped: number
  body: string
}
