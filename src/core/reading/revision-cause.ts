import type { Article } from '../article.ts'
import type { Annotations } from '../layers.ts'

/**
 * Why an article's text differs from its previous revision: the outlet changed it; or we have more or less of it (the page
 * instead of the feed's text, a paywall removed); or this server reads pages differently. Only the first is a fact about the
 * outlet.
 */
export type RevisionCause = 'outlet' | 'held' | 'reader'

type Read = {
  readonly article: Pick<Article, 'completeness' | 'extractor'>
  readonly annotations: Pick<Annotations, 'amendments'>
}

/** Compares how the two texts were read. A retraction is always the outlet's, however little text it leaves. */
export function causeOf(before: Read, after: Read): RevisionCause {
  if (isRetracted(after) && !isRetracted(before)) return 'outlet'
  if (before.article.completeness.kind !== after.article.completeness.kind) return 'held'
  return (before.article.extractor ?? 1) === (after.article.extractor ?? 1) ? 'outlet' : 'reader'
}

/** Whether an article says that its outlet has withdrawn it. */
export function isRetracted({ annotations }: Pick<Read, 'annotations'>): boolean {
  return (annotations.amendments?.items ?? []).some(({ kind }) => kind === 'retraction')
}

/**
 * Result of rechecking an article's page. `changed`: the text differs and is stored as a new revision; `unchanged`: only the
 * page around it differs, if anything; `less`: less of the article is available than we have; `other-page`: the URL has another
 * text or leads to the front page; `missing`: page not found (404); `gone`: deleted permanently (410); `refused`: the site
 * blocks programs; `failed`: the request failed.
 */
export type RecheckOutcome = 'changed' | 'unchanged' | 'less' | 'other-page' | 'missing' | 'gone' | 'refused' | 'failed'
