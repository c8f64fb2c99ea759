/** A secret address of a feed. */
export type FeedAddressTable = {
  id: string
  token_hash: string
  reader_id: string
  kind: string
  target: string
  label: string
  is_announced: number
  /** Hash of what a hub was told of last. */
  announced: string | null
  at: string
}
