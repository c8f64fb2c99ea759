export type DeskStoryTable = {
  story_id: string
  state: string
  assignee_id: string | null
  /** `YYYY-MM-DD`. */
  due: string | null
  /** Null once they left. */
  put_by: string | null
  put_at: string
  changed_at: string
}

export type DeskNoteTable = { id: string; story_id: string; reader_id: string; body: string; at: string }

export type DeskEventTable = {
  id: string
  story_id: string
  act: string
  actor_id: string
  /** To whom the story was given; null for nobody, and for other acts. */
  assignee_id: string | null
  /** The new state or due day. */
  value: string | null
  at: string
}
