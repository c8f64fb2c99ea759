import type { ArticleId, DocumentId, StoryId } from '../../core/ids.ts'
import type { Direction } from '../../core/meaning.ts'

/** A text without a vector yet: its headline and its beginning. */
export type TextToEmbed = { readonly documentId: DocumentId; readonly title: string; readonly text: string }

export type EmbeddedArticle = {
  /** Grows with each that is kept: where to read on. */
  readonly sequence: number
  readonly articleId: ArticleId
  readonly direction: Direction
}

/** Directions of texts, by the model that made them; those of two models never meet. */
export type EmbeddingStore = {
  /** The newest of the current texts published since a time that the model has not read, at most so many. */
  missing(model: string, since: string, limit: number): Promise<readonly TextToEmbed[]>
  /** The sequence of the newest text there is; while it stays, nothing new is missing. */
  newestText(): Promise<number>
  save(
    model: string,
    rows: readonly { readonly documentId: DocumentId; readonly direction: Direction }[],
    at: string,
  ): Promise<void>
  /** Those kept after another, in the order in which they were. */
  page(model: string, after: number, limit: number): Promise<readonly EmbeddedArticle[]>
  /** The directions of the articles of stories, at most so many of each story. */
  ofStories(
    model: string,
    ids: readonly StoryId[],
    mostEach: number,
  ): Promise<ReadonlyMap<StoryId, readonly Direction[]>>
  /** Deletes what other models made; answers how many. */
  dropOthers(model: string): Promise<number>
  count(model: string): Promise<number>
}
