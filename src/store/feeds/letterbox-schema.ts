/** An address that receives newsletters. */
export type LetterboxTable = {
  id: string
  reader_id: string
  feed_id: number
  local_part: string
  at: string
  ended_at: string | null
}
