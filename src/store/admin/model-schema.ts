import type { Generated } from 'kysely'

/** A vector of a text, by the model that made it. */
export type EmbeddingTable = {
  sequence: Generated<number>
  document_id: string
  model: string
  dimension: number
  vector: Uint8Array
  at: string
}

/** What a model was asked on a day, and what came of it. */
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

/** What a model wrote, as far as it held. */
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
