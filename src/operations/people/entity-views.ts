import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { Citation } from '../../core/citation.ts'
import type { EntityId, StoryId } from '../../core/ids.ts'
import type { Commitment, Difference, Utterance } from '../../core/story.ts'
import type { EntityOrder, EntityStoryRow, Presence } from '../../store/people/entities.ts'
import type { CitedDocument } from '../views.ts'

export type { EntityOrder, EntityStoryRow, Presence } from '../../store/people/entities.ts'

/** The people, organizations and places most in the news lately, or those whose name matches a query. */
export type EntityListView = {
  readonly kind: EntityKind
  readonly days: 7 | 30
  readonly query?: string
  readonly order: EntityOrder
  /** From 1; a search has one page. */
  readonly page: number
  readonly rows: readonly Presence[]
  /** True when there are more than are listed up to this page. */
  readonly isCut: boolean
}

/** Who was quoted in the news of the last day, each with the newest words. */
export type SpeakersView = {
  readonly speakers: readonly {
    readonly entity: Entity
    /** In how many stories of that time. */
    readonly storyCount: number
    /** What the texts call them; absent when they disagree. */
    readonly role?: Citation
    readonly utterance: Utterance
    readonly story: StoryTitle
  }[]
  readonly documents: Readonly<Record<string, CitedDocument>>
}

type StoryTitle = { readonly id: StoryId; readonly title: string; readonly language: string }

/** What somebody said in one story, newest first. */
export type StoryQuotesView = {
  readonly story: StoryTitle
  readonly utterances: readonly Utterance[]
  /** How many more quotations the story has. */
  readonly moreCount: number
}

/** Everything known about a person, an organization or a place. Times are ISO 8601. */
export type EntityView = {
  readonly kind: 'entity'
  readonly entity: Entity
  readonly isFollowed: boolean
  readonly isMuted?: boolean
  readonly storyCount: number
  readonly quoteCount: number
  readonly firstAt: string
  readonly lastAt: string
  /** Other spellings of the name in texts. */
  readonly names: readonly string[]
  /** Descriptions in texts beside the name, each wording once, newest first. */
  readonly roles: readonly Citation[]
  /** Two of the roles hardly fit one person: several may share the name. */
  readonly mayBeSeveral?: true
  readonly said: readonly StoryQuotesView[]
  /** Cursor of older quotations; absent at the end. */
  readonly next?: string
  /** True for a page of older quotations, which has nothing else. */
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
  /** Who appears and who is quoted most in its newest stories, and the number of these stories. */
  readonly around: {
    readonly storyCount: number
    readonly companions: readonly Presence[]
    readonly voices: readonly Presence[]
    /** Of everyone quoted there. */
    readonly quoteCount: number
  }
  readonly documents: Readonly<Record<string, CitedDocument>>
}

/** A name that refers to several entities in stories. */
export type SharedNameView = { readonly kind: 'shared'; readonly id: EntityId; readonly rows: readonly Presence[] }
