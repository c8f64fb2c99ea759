import { defined } from '../../core/defined.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { seenAround } from '../polls/seen-around.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import type { FetchedPage } from './read-page.ts'

/** What came of reading an article again: the same text, a new revision of it, or why there is none. */
export type ReadAgainOutcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'revised' }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Reads an article again from a page that was kept, by a rule. What comes of it is a new document beside the old ones, never a
 * change of one. A page that gives no text changes nothing.
 */
export async function readKeptPage(
  context: PipelineContext,
  lane: ClusterLane,
  articleId: ArticleId,
  page: FetchedPage,
  rule: ArticleRule | undefined,
): Promise<ReadAgainOutcome> {
  const { store, pool, now } = context
  const known = await store.articles.find(articleId)
  const [entryId] = known?.entryIds ?? []
  const target = entryId && (await store.articles.ingestTarget(entryId))
  if (!known || !target) return { kind: 'not-there' }
  const read = await pool.digest({
    entry: target.entry.entry,
    source: { kind: 'page', ...page, ...defined({ rule }), ...(await seenAround(context, page)) },
    fallbackKey: `${target.entry.feedId} ${target.entry.entry.key}`,
    fetchedAt: now().toISOString(),
    articleId,
  })
  if (read.kind === 'too-slow') return { kind: 'failed', message: 'The page took too long to read.' }
  if (read.kind === 'failed') return { kind: 'failed', message: read.error.split('\n')[0] ?? '' }
  const { document, extraction } = read.digest
  const { kind } = extraction.completeness
  if (kind === 'failed' || kind === 'feed-only')
    return { kind: 'failed', message: 'The rule leaves nothing of the page.' }
  if (document.id === known.document.id) return { kind: 'same' }
  await lane.settle(target, read.digest)
  return { kind: 'revised' }
}
