import type { StoryId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import type { BriefStory } from '../../story/summaries/brief-story.ts'
import type { HiddenView } from '../library/library-views.ts'
import type { CitedDocument } from '../views.ts'
import type { StoryCard } from './today-views.ts'

export type { BriefedChange } from '../../story/summaries/brief-story.ts'

/** A story in a brief. */
export type BriefStoryView = BriefStory & {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly section?: string
  readonly picture?: ListPicture
  readonly isFollowed: boolean
  /** What the reader follows in it, under the name it had when they did. */
  readonly followedAs?: readonly string[]
  /** The documents its citations name. */
  readonly documents: Readonly<Record<string, CitedDocument>>
}

export type BriefView = {
  /** Calendar day, `YYYY-MM-DD`, UTC. */
  readonly day: string
  /** The period: a whole past day, or up to now. ISO 8601. */
  readonly from: string
  readonly until: string
  readonly isToday: boolean
  readonly previousDay?: string
  readonly nextDay?: string
  readonly stories: readonly BriefStoryView[]
  /** The next stories by rank, as headlines. */
  readonly also: readonly Pick<StoryCard, 'id' | 'title' | 'language' | 'reportCount' | 'outlets'>[]
  /** Stories in the news during the period. */
  readonly storyCount: number
  /** Reading time at 230 words a minute, rounded up. */
  readonly minutes: number
  readonly feedCount: number
  /** What the reader's mutes hid. */
  readonly hidden?: HiddenView
  /** Stories left out because nothing is new in them, or because of their language; 0 if the reader requested all. */
  readonly unchangedCount: number
  readonly otherLanguageCount: number
}
