import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { Citation } from '../../core/citation.ts'
import type { EntityId, StoryId } from '../../core/ids.ts'
import type { Commitment, Difference, Utterance } from '../../core/story.ts'
import type { EntityStoryRow, Presence } from '../../store/people/entities.ts'
import type { CitedDocument } from '../views.ts'

export type { EntityStoryRow, Presence } from '../../store/people/entities.ts'

/** Who or what is most in the news in the last days, or whose name has the words of a query. */
export type EntityListView = {
  readonly kind: EntityKind
  readonly days: 7 | 30
  readonly query?: string
  readonly rows: readonly Presence[]
  /** True when there are more than are listed. */
  readonly isCut: boolean
}

type StoryTitle = { readonly id: StoryId; readonly title: string; readonly language: string }

/** What somebody said in one story, the newest first. */
export type SaidInStory = {
  readonly story: StoryTitle
  readonly utterances: readonly Utterance[]
  /** How many more quotations the story has than are shown here. */
  readonly moreCount: number
}

/** All that is known of a person, an organization or a place. Times are ISO 8601. */
export type EntityView = {
  readonly kind: 'entity'
  readonly entity: Entity
  readonly isFollowed: boolean
  readonly isMuted?: boolean
  readonly storyCount: number
  readonly quoteCount: number
  readonly firstAt: string
  readonly lastAt: string
  /** Other ways in which the texts write the name. */
  readonly names: readonly string[]
  /** What the texts call it beside its name, each wording once, the newest first. */
  readonly roles: readonly Citation[]
  /** Two of the roles are hardly those of one person: more than one may bear the name. */
  readonly mayBeSeveral?: true
  readonly said: readonly SaidInStory[]
  /** Where older quotations begin; absent at the end. */
  readonly next?: string
  /** True when this is not the newest page of quotations: only they are here. */
  readonly isOlder: boolean
  readonly promised: readonly { readonly story: StoryTitle; readonly commitment: Commitment }[]
  readonly changed: readonly { readonly story: StoryTitle; readonly difference: Difference }[]
  /** Numbers within its own words. */
  readonly figures: readonly {
    readonly story: StoryTitle
    readonly unit: string
    readonly value: number
    readonly at: string
    readonly citation: Citation
  }[]
  readonly days: readonly { readonly day: string; readonly storyCount: number }[]
  readonly stories: readonly EntityStoryRow[]
  /** Who is most in its newest stories, and who says most there; of so many stories. */
  readonly around: {
    readonly storyCount: number
    readonly companions: readonly Presence[]
    readonly voices: readonly Presence[]
    /** Of all who say something there. */
    readonly quoteCount: number
  }
  readonly documents: Readonly<Record<string, CitedDocument>>
}

/** A name that stands for several in the stories. */
export type SharedNameView = { readonly kind: 'shared'; readonly id: EntityId; readonly rows: readonly Presence[] }
