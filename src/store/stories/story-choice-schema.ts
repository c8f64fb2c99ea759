import type { Generated } from 'kysely'

export type StoryChoiceTable = {
  id: string
  kind: string
  from_story: string
  to_story: string
  from_title: string
  to_title: string
  /** The articles moved, each with its earlier membership. */
  moved: string
  /** When the first story was left empty: the older ids that redirected to it. */
  aliases: string | null
  at: string
  undone_at: string | null
}

export type StoryEventTable = {
  sequence: Generated<number>
  at: string
  kind: string
  made_by: string
  from_story: string
  to_story: string
  from_title: string
  to_title: string
  /** The articles moved, each with its time of joining the story it left. */
  articles: string
  choice_id: string | null
}

export type StoryProposalTable = {
  id: string
  kind: string
  story_id: string
  other_id: string | null
  articles: string
  at: string
  is_dismissed: number
}
