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
