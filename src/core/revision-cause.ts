import type { Article } from './article.ts'

/**
 * Why the text of an article is another than before: the outlet changed it; or more or less of it is held (a page where there
 * was the feed's text, a paywall that came down); or this server reads pages otherwise than it did. Only the first says
 * something of the outlet.
 */
export type RevisionCause = 'outlet' | 'held' | 'reader'

type Read = Pick<Article, 'completeness' | 'extractor'>

/** What made the newer text another, by how either was read. */
export function causeOf(before: Read, after: Read): RevisionCause {
  if (before.completeness.kind !== after.completeness.kind) return 'held'
  return (before.extractor ?? 1) === (after.extractor ?? 1) ? 'outlet' : 'reader'
}
