/** The page of an article that is rechecked. */
export type ArticleLookTable = {
  article_id: string
  entry_sequence: number
  url: string
  validators: string
  look_count: number
  looked_at: string | null
  outcome: string | null
  /** Null: no further recheck. */
  due_at: string | null
}
