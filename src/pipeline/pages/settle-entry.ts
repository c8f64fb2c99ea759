import { defined } from '../../core/defined.ts'
import type { Ingested, StoredArticle } from '../../store/store.ts'
import { compareTexts, type TextVerdict } from '../analysis/compare-texts.ts'
import type { Digest } from '../digest.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import { asSeparateArticle, decideOwner, type OwnerDecision, outletOf } from './decide-owner.ts'
import type { ReadEntry } from './ingest-entry.ts'
import { askForPage, keepIfWanted } from './keep-page.ts'
import { isRecheckable, nextRecheck } from './plan-recheck.ts'

/**
 * Stores an article that was read, unless the stored text says the same or more: a page that is now behind a paywall, or a feed's text in
 * place of an unavailable page, replaces nothing. What another source's feed says about a stored article becomes its own article. Schedules
 * the recheck of its page.
 */
export async function settleEntry(context: PipelineContext, lane: ClusterLane, read: ReadEntry): Promise<void> {
  const target = { ...read.target, source: await outletOf(context, read) }
  return settleOf(context, lane, { ...read, target })
}

async function settleOf(context: PipelineContext, lane: ClusterLane, given: ReadEntry): Promise<void> {
  const read = await asPrivateReading(context, given)
  const { target, digest, page } = read
  let whose: OwnerDecision | undefined
  const isWanted = async () => {
    const known = await context.store.articles.find(digest.articleId)
    const verdict = known && verdictOf(known, digest)
    whose = verdict && (await ownerDecisionFor(context, known, read, verdict))
    if (whose === 'apart') return false
    const addsNothing = verdict === 'furniture' || verdict === 'less' || (verdict === 'same' && whose === 'joins')
    if (!addsNothing) return true
    const at = context.now().toISOString()
    if (target.articleId !== digest.articleId)
      await context.store.articles.linkEntry(target.entry.id, digest.articleId, at)
    context.log('text-kept', { article: digest.articleId, why: verdict })
    return false
  }
  await lane.settle(target, digest, {
    isWanted,
    takes: () => whose === 'takes',
    recheck: page && recheckFor(context, digest, page),
  })
  if (whose === 'apart') await settleOf(context, lane, { ...read, digest: asSeparateArticle(digest, target) })
  else if (page?.served) await keepIfWanted(context, digest.articleId, page.served)
  else if (!page) await askForPage(context, digest.articleId)
}

/**
 * An entry of a private feed is its own article, even when others have the page: its text never becomes anybody else's, and no other feed's
 * reading becomes a revision of it.
 */
async function asPrivateReading({ store }: Pick<PipelineContext, 'store'>, read: ReadEntry): Promise<ReadEntry> {
  const { target, digest } = read
  const owner = await store.articles.privateFeedOf(digest.articleId)
  const isOwn = target.isPrivate ? owner === target.entry.feedId : owner === undefined
  return isOwn ? read : { ...read, digest: asSeparateArticle(digest, target) }
}

/** Undefined where the article belongs to the source that delivers it. */
async function ownerDecisionFor(
  { store }: Pick<PipelineContext, 'store'>,
  known: StoredArticle,
  read: ReadEntry,
  verdict: TextVerdict,
): Promise<OwnerDecision | undefined> {
  const { target, digest } = read
  if (known.source.id === target.source.id || digest.articleId === asSeparateArticle(digest, target).articleId)
    return undefined
  const { entryId } = known.article
  const before = entryId && (await store.articles.ingestTarget(entryId))
  const earlier = async () => {
    const texts = known.revisions.map(({ documentId }) => store.articles.findByDocument(documentId))
    return (await Promise.all(texts)).flatMap((text) => text ?? [])
  }
  return decideOwner(known, earlier, before?.feedUrl, read, verdict)
}

/** Compares a reading with the stored article; undefined when none is stored. */
export async function compareWithStored(
  { store }: Pick<PipelineContext, 'store'>,
  digest: Digest,
): Promise<TextVerdict | undefined> {
  const known = await store.articles.find(digest.articleId)
  return known && verdictOf(known, digest)
}

function verdictOf({ document, annotations, article }: StoredArticle, digest: Digest): TextVerdict {
  return compareTexts(
    { document, annotations, completeness: article.completeness, kind: article.kind },
    {
      document: digest.document,
      annotations: digest.annotations,
      completeness: digest.extraction.completeness,
      kind: digest.extraction.kind,
    },
  )
}

function recheckFor(
  { limits, now }: PipelineContext,
  digest: Digest,
  { url, validators, maxAgeSeconds }: NonNullable<ReadEntry['page']>,
): Ingested['recheck'] {
  if (!limits.rechecksPages || !isRecheckable(digest.extraction, digest.publishedAt, now())) return undefined
  const next = nextRecheck(digest.articleId, {
    firstAt: now().toISOString(),
    now: now(),
    lookCount: 0,
    ...defined({ waitSeconds: maxAgeSeconds }),
  })
  return next && { url, validators, dueAt: next.dueAt }
}
