/** The rules of one reader, in order. `version` changes with every change. */
export type RuleListTable = { reader_id: string; version: string; body: string; at: string }

/** What a rule changed of one entry. */
export type RuleEffectTable = {
  reader_id: string
  rule_id: string
  sequence: number
  at: string
  /** 1: it was marked read, and undoing that makes it unread; 2: the reader opened it or marked it since. */
  is_read: number
  is_starred: number
  /** JSON: the names of the tags that it got; null: none. */
  tags: string | null
  hidden_until: string | null
  /** 1 while its alert is still to be made, 2 for its message, 3 for both. */
  awaits: number
  undone_at: string | null
}
