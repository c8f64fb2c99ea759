import type { ArticleKind, Completeness } from './article.ts'
import type { Document } from './document.ts'
import type { SourceId, StoryId } from './ids.ts'
import type { Annotations } from './layers.ts'

/** An article as questions are asked of it: the layers are those that answers are made of. */
export type AskArticle = {
  readonly document: Document
  readonly annotations: Annotations
  readonly source: { readonly id: SourceId; readonly name: string; readonly family?: string }
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** Its outlet has withdrawn it, by a note or by taking its page away. */
  readonly isWithdrawn?: true
  readonly refusesModels?: true
  readonly storyId?: StoryId
  readonly storyTitle?: string
}
