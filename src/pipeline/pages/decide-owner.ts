import { mayBeFeedText } from '../../core/article.ts'
import { feedOwnsPage } from '../../core/feed/site-ownership.ts'
import type { Source } from '../../core/source.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { IngestTarget, StoredArticle } from '../../store/store.ts'
import type { TextVerdict } from '../analysis/compare-texts.ts'
import type { Digest } from '../digest.ts'
import { articleIdOf, documentIdOf } from '../document-id.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { ReadEntry } from './ingest-entry.ts'

/**
 * What happens when another source also delivers a stored article. `joins`: it is one article, of its first source; `takes`: it is one
 * article, now of the source whose own page it is; `apart`: the source says something of its own under the URL, which becomes a separate
 * article.
 */
export type OwnerDecision = 'joins' | 'takes' | 'apart'

/**
 * Decides it. Any feed can name any URL, so sources share only a text that was read at that URL: a text from a feed, or from a page
 * elsewhere that claimed the URL, belongs to its own source. `earlier` reads the earlier texts.
 */
export async function decideOwner(
  known: StoredArticle,
  earlier: () => Promise<readonly StoredArticle[]>,
  knownFeedUrl: string | undefined,
  { target, digest, page }: ReadEntry,
  verdict: TextVerdict,
): Promise<OwnerDecision> {
  const isFromFeed = isOfFeed(digest) || (page !== undefined && !isReadThere(page.readAt, digest.url))
  const wasFromFeed = hasOwnFeedText(known, digest)
  if (isFromFeed || wasFromFeed) return verdict === 'news' || verdict === 'other-page' ? 'apart' : 'joins'
  const isKnownOwn =
    feedOwnsPage(knownFeedUrl ?? '', digest.url) ||
    (!feedOwnsPage(target.feedUrl, digest.url) && feedOwnsPage(known.source.homeUrl, digest.url))
  return !isKnownOwn && !(await earlier()).some((text) => hasOwnFeedText(text, digest)) ? 'takes' : 'joins'
}

/**
 * The source of a reading: the outlet on whose site the page with the text was read, whatever feed led there; else the feed's, whatever its
 * name.
 */
export async function outletOf({ store }: Pick<PipelineContext, 'store'>, read: ReadEntry): Promise<Source> {
  const { target, digest, page } = read
  const { source, feedUrl } = target
  const isOfPage = page !== undefined && !isOfFeed(digest) && isReadThere(page.readAt, digest.url)
  const isOwn = feedOwnsPage(feedUrl, digest.url) || feedOwnsPage(source.homeUrl, digest.url)
  return isOfPage && !isOwn ? store.feeds.outletAt(digest.url) : source
}

function isOfFeed({ extraction }: Digest): boolean {
  return extraction.account?.chosenBy === 'feed'
}

/** Whether a text comes from a feed and has content. The placeholder for an unavailable text, under the page's headline, has none. */
export function hasOwnFeedText({ article, document }: StoredArticle, read: Digest): boolean {
  const isNothing = article.completeness.kind === 'failed' && document.title === read.document.title
  return mayBeFeedText(article.completeness) && !isNothing
}

/** The same reading as a separate article, identified by its feed and its key there. */
export function asSeparateArticle(digest: Digest, { entry }: IngestTarget): Digest {
  const articleId = articleIdOf(`${entry.feedId} ${entry.entry.key}`)
  const document = { ...digest.document, articleId }
  return {
    ...digest,
    articleId,
    document: { ...document, id: documentIdOf(document) },
  }
}

/** A page may declare another URL of its host; scheme, tracking parameters and the like don't matter. */
function isReadThere(readAt: string, url: string): boolean {
  const key = linkKeyOf(readAt)
  return key !== undefined && key.page === linkKeyOf(url)?.page
}
