import type { ArticleId, StoryId } from '../../core/ids.ts'
import type { StoryChoice } from '../../core/story-choice.ts'
import type { StoredArticle } from '../../store/store.ts'

/** A story to choose: its title and what it has in common. */
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

/** A merge or split that clustering proposes for this story. */
export type ProposalView = {
  readonly id: string
  readonly kind: 'merge' | 'split'
  /** When clustering would have done it; absent: the two are only similar. */
  readonly at?: string
  /** For a merge, the other story; for a split, where the articles would go; absent: to a story of their own. */
  readonly other?: { readonly id: StoryId; readonly title: string; readonly articleCount: number }
  /** For a split, the articles that would move. */
  readonly articles: readonly ArrangedArticle[]
  /** What the two have in common. */
  readonly sharedNames: readonly string[]
  readonly sharedWords: readonly string[]
}

/** Everything needed to decide where articles belong. */
export type ArrangeView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly articles: readonly ArrangedArticle[]
  /** The article to move, if one was given, and the stories closest to it. */
  readonly leaving?: {
    readonly articleId: ArticleId
    readonly candidates: readonly StoryCandidate[]
    /** How many other articles are one report with it and could move too; 0 when that would be the whole story. */
    readonly reportCount: number
  }
  /** Stories this one could be merged with: the closest, or the results of a search. */
  readonly mergeable: readonly StoryCandidate[]
  readonly query: string
  readonly choices: readonly StoryChoice[]
}

/** One correction, for the page that confirms it and offers undo. */
export type ChoiceView = {
  readonly choice: StoryChoice
  readonly articles: readonly ArrangedArticle[]
  /** The current ids of its two stories. */
  readonly fromId: StoryId
  readonly toId: StoryId
}

/** The result of a correction, for pages and the command line. */
export type ChoiceResult =
  | { readonly kind: 'done' | 'undone'; readonly choice: StoryChoice }
  /** Nothing to change. */
  | { readonly kind: 'already' }
  | {
      readonly kind: 'refused'
      /** It would empty the story; a story doesn't exist; a later correction has to be undone first. */
      readonly why: 'everything' | 'missing' | 'later'
      readonly message: string
      readonly later?: StoryChoice
    }

/** An article as one line of a list to choose from. */
export function arrangedArticle({ article, source, document }: StoredArticle): ArrangedArticle {
  return {
    articleId: article.id,
    title: document.title,
    sourceName: source.name,
    language: document.language,
    publishedAt: article.publishedAt,
  }
}
