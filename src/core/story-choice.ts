import type { ArticleId, ChoiceId, DocumentId, StoryId } from './ids.ts'

/**
 * What a reader decided about where articles belong: one left its story, several were split off, or a whole story went
 * into another. It stands above clustering until it is undone.
 */
export type StoryChoice = {
  readonly id: ChoiceId
  readonly kind: 'leave' | 'split' | 'merge'
  /** The story the articles were in, and the one they are in since. With a merge, `from` leads to `to`. */
  readonly from: StoryId
  readonly to: StoryId
  /** What both were called then. */
  readonly fromTitle: string
  readonly toTitle: string
  readonly articleIds: readonly ArticleId[]
  /** ISO 8601, UTC. */
  readonly at: string
  readonly undoneAt?: string
}

/** Who moved articles from story to story. */
export type Mover = 'reader' | 'clustering'

/** An article that came to a story by itself; the first founded it. */
export type StoryArrival = {
  readonly kind: 'founded' | 'joined'
  readonly at: string
  readonly articleId: ArticleId
  readonly title: string
  readonly sourceName: string
}

/** Articles that went from one story to another. */
export type StoryMove = {
  /** `moved` between stories that both go on; `split` founds `to`; `merged` ends `from`; `undone` takes a choice back. */
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

/** Something that happened to a story. */
export type StoryEvent = StoryArrival | StoryMove

/** The choices that stand, as clustering has to obey them. All story ids are those of today. */
export type StandingChoices = {
  /** Stories a reader changed: clustering takes no article out of them, and merges none of them. */
  readonly touched: ReadonlySet<StoryId>
  /** Stories a reader merged: taking them apart is not even proposed. */
  readonly whole: ReadonlySet<StoryId>
  /** Documents a reader put where they are. */
  readonly placed: ReadonlySet<DocumentId>
  /** Pairs of stories a reader told apart. */
  readonly apart: readonly (readonly [StoryId, StoryId])[]
}

/** What clustering would do to a story a reader changed, and leaves to the reader. */
export type StoryProposal =
  | { readonly kind: 'merge'; readonly storyId: StoryId; readonly otherId: StoryId }
  /** `otherId` absent: into a story of their own. */
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly articleIds: readonly ArticleId[]
    }
