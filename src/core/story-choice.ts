import type { ArticleId, ChoiceId, DocumentId, StoryId } from './ids.ts'

/**
 * A reader's decision about where articles belong: one left its story, several were split off, or a whole story was merged into
 * another. It overrides clustering until it's undone.
 */
export type StoryChoice = {
  readonly id: ChoiceId
  readonly kind: 'leave' | 'split' | 'merge'
  /** The articles' story before and after. For a merge, `from` now leads to `to`. */
  readonly from: StoryId
  readonly to: StoryId
  /** The titles of both at that time. */
  readonly fromTitle: string
  readonly toTitle: string
  readonly articleIds: readonly ArticleId[]
  /** ISO 8601, UTC. */
  readonly at: string
  readonly undoneAt?: string
}

export type Mover = 'reader' | 'clustering'

/** An article that clustering put in a story; the first one started it. */
export type StoryArrival = {
  readonly kind: 'founded' | 'joined'
  readonly at: string
  readonly articleId: ArticleId
  readonly title: string
  readonly sourceName: string
}

export type StoryMove = {
  /** `moved`: both stories continue; `split`: `to` is new; `merged`: `from` ends; `undone`: a choice was reversed. */
  readonly kind: 'moved' | 'split' | 'merged' | 'undone'
  readonly at: string
  readonly by: Mover
  readonly from: StoryId
  readonly to: StoryId
  readonly fromTitle: string
  readonly toTitle: string
  readonly articleIds: readonly ArticleId[]
  /** True when they came to the story whose history this is, false when they left it. */
  readonly isInto: boolean
  readonly choiceId?: ChoiceId
}

export type StoryEvent = StoryArrival | StoryMove

/** The choices in force, in the form clustering obeys them. Story ids are current ones. */
export type ActiveChoices = {
  /** Stories a reader changed: clustering takes no article out and doesn't merge them. */
  readonly touched: ReadonlySet<StoryId>
  /** Stories a reader merged: we don't even propose to split them. */
  readonly whole: ReadonlySet<StoryId>
  /** Documents whose story a reader chose. */
  readonly placed: ReadonlySet<DocumentId>
  /** Pairs of stories that a reader separated. */
  readonly apart: readonly (readonly [StoryId, StoryId])[]
}

/** A change that clustering would make to a story a reader changed; the reader decides. */
export type StoryProposal =
  | { readonly kind: 'merge'; readonly storyId: StoryId; readonly otherId: StoryId }
  /** Without `otherId`: to a new story. */
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly articleIds: readonly ArticleId[]
    }
