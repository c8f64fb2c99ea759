import type { StoryId } from '../../core/ids.ts'
import type { BriefStory } from '../../story/summaries/brief-story.ts'
import type { HiddenView } from '../library/mine-views.ts'
import type { CitedDocument } from '../views.ts'

export type { BriefedChange } from '../../story/summaries/brief-story.ts'

/** A story as a brief tells it. */
export type BriefStoryView = BriefStory & {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly isFollowed: boolean
  /** What the reader follows in it, as it was called when they did. */
  readonly followedAs?: readonly string[]
  /** The documents its citations name. */
  readonly documents: Readonly<Record<string, CitedDocument>>
}

export type BriefView = {
  /** Calendar day, `YYYY-MM-DD`, UTC. */
  readonly day: string
  /** What it is about: a day past from its beginning to its end, or the day until now. ISO 8601. */
  readonly from: string
  readonly until: string
  readonly isToday: boolean
  readonly previousDay?: string
  readonly nextDay?: string
  readonly stories: readonly BriefStoryView[]
  /** How many stories were in the news in that time. */
  readonly storyCount: number
  /** Reading time at 230 words a minute, rounded up. */
  readonly minutes: number
  readonly feedCount: number
  /** What the reader's mutes hid of that time. */
  readonly hidden?: HiddenView
  /** How many were left out because nothing is new in them, or because of their language; 0 where the reader asked for all. */
  readonly unchangedCount: number
  readonly otherLanguageCount: number
}
