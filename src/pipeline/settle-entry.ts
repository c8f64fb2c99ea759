import type { Ingested } from '../store/store.ts'
import type { ClusterLane } from './cluster-lane.ts'
import type { Digest } from './digest.ts'
import type { ReadEntry } from './ingest-entry.ts'
import { judgeText, type TextVerdict } from './judge-text.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { mayLook, nextLook } from './plan-look.ts'

/**
 * Keeps an article as it was read, unless the text that is kept says the same or more already: a page that now stands behind
 * a wall, or a feed's text in place of a page that cannot be had, takes nothing away. Has its page looked at again.
 */
export async function settleEntry(
  context: PipelineContext,
  lane: ClusterLane,
  { target, digest, page }: ReadEntry,
): Promise<void> {
  const isWanted = async () => {
    const verdict = await verdictOn(context, digest)
    if (verdict !== 'furniture' && verdict !== 'less') return true
    if (target.articleId !== digest.articleId) await context.store.articles.linkEntry(target.entry.id, digest.articleId)
    context.log('text-kept', { article: digest.articleId, why: verdict })
    return false
  }
  await lane.settle(target, digest, { isWanted, look: page && lookFor(context, digest, page) })
}

/** What was just read is to what is kept; undefined when nothing is. */
export async function verdictOn(
  { store }: Pick<PipelineContext, 'store'>,
  digest: Digest,
): Promise<TextVerdict | undefined> {
  const known = await store.articles.find(digest.articleId)
  if (!known) return undefined
  const { document, annotations, article } = known
  return judgeText(
    { document, annotations, completeness: article.completeness },
    { document: digest.document, annotations: digest.annotations, completeness: digest.extraction.completeness },
  )
}

function lookFor(
  { limits, now }: PipelineContext,
  digest: Digest,
  { url, validators, maxAgeSeconds }: NonNullable<ReadEntry['page']>,
): Ingested['look'] {
  if (!limits.looksAgain || !mayLook(digest.extraction, digest.publishedAt, now())) return undefined
  const next = nextLook(digest.articleId, {
    firstAt: now().toISOString(),
    now: now(),
    lookCount: 0,
    ...(maxAgeSeconds !== undefined && { waitSeconds: maxAgeSeconds }),
  })
  return next && { url, validators, dueAt: next.dueAt }
}
