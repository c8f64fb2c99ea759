import type { ArticleKind, Completeness } from './article.ts'
import type { Document } from './document.ts'
import type { SourceId, StoryId } from './ids.ts'
import type { Annotations } from './layers.ts'

/** An article with the layers that answers are built from. */
export type AskArticle = {
  readonly document: Document
  readonly annotations: Annotations
  readonly source: { readonly id: SourceId; readonly name: string; readonly family?: string }
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** Its outlet withdrew it, by a note or by deleting the page. */
  readonly isWithdrawn?: true
  readonly refusesModels?: true
  readonly storyId?: StoryId
  readonly storyTitle?: string
}
