import type { AskArticle } from '../../core/ask-article.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleId, DocumentId, EntityId, StoryId } from '../../core/ids.ts'

/** What a question is asked of; all that is given must hold. Times are ISO 8601, from one up to but not with the other. */
export type AskFilter = {
  readonly storyId?: StoryId
  readonly entityId?: EntityId
  readonly from?: string
  readonly until?: string
}

/** A word to look for, in any of its forms. The first is the word itself; the others count the same. */
export type AskTermForms = {
  readonly forms: readonly string[]
  /** Other words that may stand for it: looked for too, counted for less. */
  readonly others: readonly string[]
  /** How much it counts beside the others. */
  readonly weight: number
}

/** An article that has words of a question; the higher the score, the more and the rarer they are. */
export type AskCandidate = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly publishedAt: string
  readonly score: number
}

export type AskCandidates = {
  /** The best first. */
  readonly rows: readonly AskCandidate[]
  /** For each term how many entries have it, an estimate where they are many; 0 where none has. */
  readonly counts: readonly number[]
  /** How many entries there are. */
  readonly total: number
  /** How many matched any rare word, before the best were taken. */
  readonly matched: number
  /** True when there were more matches than were looked at. */
  readonly isCut: boolean
}

/** A text before its layers are read. */
export type AskText = Pick<Document, 'id' | 'articleId' | 'language' | 'title' | 'text' | 'publishedAt'>

export type AskStore = {
  /**
   * The articles that have most of the words. Of common words only the newest uses are looked at, and those beside a rare word, so
   * that a question of common words costs no more than another. A story's articles are all candidates, up to `limit`.
   */
  candidates(terms: readonly AskTermForms[], filter: AskFilter, limit: number): Promise<AskCandidates>
  texts(ids: readonly DocumentId[]): Promise<readonly AskText[]>
  /** In the order given; those that are there. */
  documents(ids: readonly DocumentId[]): Promise<readonly AskArticle[]>
  /** The publication time of the newest article: what a question takes for now where nothing else says. */
  newestAt(): Promise<string | undefined>
}
