import type { ArticleKind, Completeness } from '../core/article.ts'
import type { Document } from '../core/document.ts'
import type { SourceId, StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'

/** An article as questions are asked of it. */
export type AskArticle = {
  readonly document: Document
  readonly annotations: Annotations
  readonly source: { readonly id: SourceId; readonly name: string; readonly family?: string }
  readonly kind: ArticleKind
  readonly completeness: Completeness
  readonly storyId?: StoryId
  readonly storyTitle?: string
}

/** True for what holds sentences that may answer: pages that gather pieces of others, and pages we failed to read, do not. */
export function isAskable({ kind, completeness }: Pick<AskArticle, 'kind' | 'completeness'>): boolean {
  const isProse = kind === 'article' || kind === 'press-release' || kind === 'opinion' || kind === 'live'
  return isProse && completeness.kind !== 'failed' && completeness.kind !== 'blurb'
}
