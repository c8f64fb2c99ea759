import type { ArticleId, StoryId } from '../../core/ids.ts'
import type { StoryChoice } from '../../core/story-choice.ts'

/** A story to choose: what it is called and what speaks for it. */
export type StoryCandidate = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly articleCount: number
  readonly lastAt: string
  readonly sharedNames: readonly string[]
}

export type ArrangedArticle = {
  readonly articleId: ArticleId
  readonly title: string
  readonly sourceName: string
  readonly language: string
  readonly publishedAt: string
}

/** A merge or split that clustering proposes. `stories` are those named, this one left out. */
export type ProposalView = {
  readonly id: string
  readonly kind: 'merge' | 'split'
  /** When clustering would have done it; absent: the two are only much alike. */
  readonly at?: string
  /** With a merge, the other story; with a split, where the articles would go; absent: to a story of their own. */
  readonly other?: { readonly id: StoryId; readonly title: string; readonly articleCount: number }
  /** With a split, the articles that would go. */
  readonly articles: readonly ArrangedArticle[]
  /** What the two have in common. */
  readonly sharedNames: readonly string[]
  readonly sharedWords: readonly string[]
}

/** Everything needed to say where articles belong. */
export type ArrangeView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly articles: readonly ArrangedArticle[]
  /** The article that is to leave, when one was named, and the stories nearest to it. */
  readonly leaving?: {
    readonly articleId: ArticleId
    readonly candidates: readonly StoryCandidate[]
    /** How many other articles are one report with it, and could go along; 0 when that would be the whole story. */
    readonly reportCount: number
  }
  /** Stories this one could be merged with: the nearest, or what a search found. */
  readonly mergeable: readonly StoryCandidate[]
  readonly query: string
  readonly choices: readonly StoryChoice[]
}

/** One choice, for the page that confirms it and can take it back. */
export type ChoiceView = {
  readonly choice: StoryChoice
  readonly articles: readonly ArrangedArticle[]
  /** Where its two stories lead today. */
  readonly fromId: StoryId
  readonly toId: StoryId
}

/** What became of a choice; shown on the page and printed by the CLI. */
export type ChoiceResult =
  | { readonly kind: 'done' | 'undone'; readonly choice: StoryChoice }
  /** It was so before. */
  | { readonly kind: 'already' }
  | {
      readonly kind: 'refused'
      /** The whole story would go; a story is not there; a later choice has to be undone first. */
      readonly why: 'everything' | 'missing' | 'later'
      readonly message: string
      readonly later?: StoryChoice
    }
