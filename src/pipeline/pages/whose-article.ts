import { mayBeFeedText } from '../../core/article.ts'
import { feedOwnsPage } from '../../core/feed/site-ownership.ts'
import type { Source } from '../../core/source.ts'
import { linkKeyOf } from '../../core/text/link-key.ts'
import type { IngestTarget, StoredArticle } from '../../store/store.ts'
import type { TextVerdict } from '../analysis/judge-text.ts'
import type { Digest } from '../digest.ts'
import { articleIdOf, documentIdOf } from '../document-id.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { ReadEntry } from './ingest-entry.ts'

/**
 * What becomes of an article that is kept when another source delivers it, too. `joins`: it is one article, of the source that had
 * it; `takes`: it is one article, and now of the source whose own page it is; `apart`: the source says something of its own under
 * the address, which is an article of its own.
 */
export type Whose = 'joins' | 'takes' | 'apart'

/**
 * Decides it. Any feed can name any address, so only what was read there is the same for all: of a text that somebody's feed gave, or
 * that a page elsewhere gave out for that of the address, each source answers for its own. `earlier` reads the texts there were before.
 */
export async function whoseArticle(
  known: StoredArticle,
  earlier: () => Promise<readonly StoredArticle[]>,
  knownFeedUrl: string | undefined,
  { target, digest, page }: ReadEntry,
  verdict: TextVerdict,
): Promise<Whose> {
  const isTold = isOfFeed(digest) || (page !== undefined && !isReadThere(page.readAt, digest.url))
  const wasTold = tellsOfItsOwn(known, digest)
  if (isTold || wasTold) return verdict === 'news' || verdict === 'other-page' ? 'apart' : 'joins'
  const isKnownOwn =
    feedOwnsPage(knownFeedUrl ?? '', digest.url) ||
    (!feedOwnsPage(target.feedUrl, digest.url) && feedOwnsPage(known.source.homeUrl, digest.url))
  return !isKnownOwn && !(await earlier()).some((text) => tellsOfItsOwn(text, digest)) ? 'takes' : 'joins'
}

/**
 * The source of what was just read: the outlet on whose site the page was read that gave the text, whatever feed led there; else the
 * feed's, whatever it calls itself.
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

/** Whether a text is a feed's and says something: one that could not be had, under the headline of the page, says nothing. */
export function tellsOfItsOwn({ article, document }: StoredArticle, read: Digest): boolean {
  const isNothing = article.completeness.kind === 'failed' && document.title === read.document.title
  return mayBeFeedText(article.completeness) && !isNothing
}

/** The same reading as an article of its own, known by its feed and its key there. */
export function readApart(digest: Digest, { entry }: IngestTarget): Digest {
  const articleId = articleIdOf(`${entry.feedId} ${entry.entry.key}`)
  const { title, text } = digest.document
  return {
    ...digest,
    articleId,
    document: { ...digest.document, articleId, id: documentIdOf({ articleId, title, text }) },
  }
}

/** A page may say that it is another of its host's; scheme, tracking and the like do not count. */
function isReadThere(readAt: string, url: string): boolean {
  const key = linkKeyOf(readAt)
  return key !== undefined && key.page === linkKeyOf(url)?.page
}
