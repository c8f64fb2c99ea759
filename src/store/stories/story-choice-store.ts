import type { ArticleId, ChoiceId, DocumentId, StoryId } from '../../core/ids.ts'
import type { StandingChoices, StoryChoice, StoryEvent, StoryProposal } from '../../core/story-choice.ts'

/** What a reader asks for. `to` absent: into a story of their own. A merge takes every article of `from`. */
export type NewChoice =
  | {
      readonly kind: 'leave' | 'split'
      readonly from: StoryId
      readonly articleIds: readonly ArticleId[]
      readonly to?: StoryId
    }
  | { readonly kind: 'merge'; readonly from: StoryId; readonly to: StoryId }

export type ChoiceOutcome =
  | { readonly kind: 'done'; readonly choice: StoryChoice }
  /** It is so already: the articles are there, the stories are one. */
  | { readonly kind: 'already' }
  /** Nothing of the first story would be left. */
  | { readonly kind: 'everything' }
  /** A story that is named is not there. */
  | { readonly kind: 'missing' }

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly choice: StoryChoice }
  | { readonly kind: 'already'; readonly choice: StoryChoice }
  /** A later choice built on this one, moving these articles on or ending their story: it has to be undone first. */
  | { readonly kind: 'later'; readonly choice: StoryChoice; readonly later: StoryChoice }

/** A proposal that waits for the reader, with the id under which it is dismissed. */
export type OpenProposal = StoryProposal & { readonly id: string; readonly at: string }

/** Readers' choices about stories, and the history of stories. Writes run in the lane in which stories are decided. */
export type StoryChoiceStore = {
  /** One transaction: the articles move, the choice stands, both stories are told anew. The same again: `already`. */
  choose(choice: NewChoice, at: string): Promise<ChoiceOutcome>
  /** Puts the articles back where and how they stood; what has come since stays. Undefined: there is no such choice. */
  undo(id: ChoiceId, at: string): Promise<UndoOutcome | undefined>
  find(id: ChoiceId): Promise<StoryChoice | undefined>
  /** Choices about a story that are not undone, the latest first. */
  listOf(storyId: StoryId): Promise<readonly StoryChoice[]>
  /** The stories a reader told apart from one. */
  apartFrom(storyId: StoryId): Promise<readonly StoryId[]>
  /** The latest first, undone ones too. */
  list(limit: number): Promise<readonly StoryChoice[]>
  /** What clustering has to obey. */
  standing(): Promise<StandingChoices>
  /** The latest first. */
  history(storyId: StoryId): Promise<readonly StoryEvent[]>
  /** Keeps what clustering proposes; one that was dismissed stays so. */
  propose(proposals: readonly ProposedByDocument[], at: string): Promise<void>
  /** Those of a story that can still be carried out. */
  proposals(storyId: StoryId): Promise<readonly OpenProposal[]>
  /** True when a proposal like this one was dismissed. */
  isDismissed(proposal: StoryProposal): Promise<boolean>
  dismiss(proposal: StoryProposal, at: string): Promise<void>
  latestEvent(): Promise<number>
  /** Where the documents are now that were moved after an event: how the clustering lane catches up. */
  placesAfter(sequence: number): Promise<{
    readonly sequence: number
    readonly places: readonly { readonly documentId: DocumentId; readonly storyId: StoryId }[]
  }>
}

/** As clustering knows articles: by a document. */
export type ProposedByDocument =
  | Extract<StoryProposal, { readonly kind: 'merge' }>
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly documentIds: readonly DocumentId[]
    }
