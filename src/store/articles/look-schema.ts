/** The page of an article that is looked at again. */
export type ArticleLookTable = {
  article_id: string
  entry_sequence: number
  url: string
  validators: string
  look_count: number
  looked_at: string | null
  outcome: string | null
  /** Null: not any more. */
  due_at: string | null
}
