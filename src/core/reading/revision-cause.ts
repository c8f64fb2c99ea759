import type { Article } from '../article.ts'
import type { Annotations } from '../layers.ts'

/**
 * Why the text of an article is another than before: the outlet changed it; or more or less of it is held (a page where there
 * was the feed's text, a paywall that came down); or this server reads pages otherwise than it did. Only the first says
 * something of the outlet.
 */
export type RevisionCause = 'outlet' | 'held' | 'reader'

type Read = {
  readonly article: Pick<Article, 'completeness' | 'extractor'>
  readonly annotations: Pick<Annotations, 'amendments'>
}

/** What made the newer text another, by how either was read. A retraction is the outlet's, however little of the text it leaves. */
export function causeOf(before: Read, after: Read): RevisionCause {
  if (isRetracted(after) && !isRetracted(before)) return 'outlet'
  if (before.article.completeness.kind !== after.article.completeness.kind) return 'held'
  return (before.article.extractor ?? 1) === (after.article.extractor ?? 1) ? 'outlet' : 'reader'
}

/** Whether an article says of itself that its outlet has withdrawn it. */
export function isRetracted({ annotations }: Pick<Read, 'annotations'>): boolean {
  return (annotations.amendments?.items ?? []).some(({ kind }) => kind === 'retraction')
}
