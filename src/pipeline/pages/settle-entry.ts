import { defined } from '../../core/defined.ts'
import type { Ingested, StoredArticle } from '../../store/store.ts'
import { judgeText, type TextVerdict } from '../analysis/judge-text.ts'
import type { Digest } from '../digest.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import type { ReadEntry } from './ingest-entry.ts'
import { mayLook, nextLook } from './plan-look.ts'
import { outletOf, readApart, type Whose, whoseArticle } from './whose-article.ts'

/**
 * Keeps an article as it was read, unless the text that is kept says the same or more already: a page that now stands behind
 * a wall, or a feed's text in place of a page that cannot be had, takes nothing away. What another source says in its feed of an
 * article that is kept becomes an article of its own. Has its page looked at again.
 */
export async function settleEntry(context: PipelineContext, lane: ClusterLane, read: ReadEntry): Promise<void> {
  const target = { ...read.target, source: await outletOf(context, read) }
  return settleOf(context, lane, { ...read, target })
}

async function settleOf(context: PipelineContext, lane: ClusterLane, given: ReadEntry): Promise<void> {
  const read = await ownReading(context, given)
  const { target, digest, page } = read
  let whose: Whose | undefined
  const isWanted = async () => {
    const known = await context.store.articles.find(digest.articleId)
    const verdict = known && verdictOf(known, digest)
    whose = verdict && (await whoseOf(context, known, read, verdict))
    if (whose === 'apart') return false
    const addsNothing = verdict === 'furniture' || verdict === 'less' || (verdict === 'same' && whose === 'joins')
    if (!addsNothing) return true
    if (target.articleId !== digest.articleId) await context.store.articles.linkEntry(target.entry.id, digest.articleId)
    context.log('text-kept', { article: digest.articleId, why: verdict })
    return false
  }
  await lane.settle(target, digest, {
    isWanted,
    takes: () => whose === 'takes',
    look: page && lookFor(context, digest, page),
  })
  if (whose === 'apart') await settleOf(context, lane, { ...read, digest: readApart(digest, target) })
}

/**
 * What a private feed brings is an article of its own, whoever else has the page: its text is never anybody else's, and no other
 * feed's reading becomes a revision of it.
 */
async function ownReading({ store }: Pick<PipelineContext, 'store'>, read: ReadEntry): Promise<ReadEntry> {
  const { target, digest } = read
  const owner = await store.articles.privateFeedOf(digest.articleId)
  const isOwn = target.isPrivate ? owner === target.entry.feedId : owner === undefined
  return isOwn ? read : { ...read, digest: readApart(digest, target) }
}

/** Undefined where the article is of the source that delivers it. */
async function whoseOf(
  { store }: Pick<PipelineContext, 'store'>,
  known: StoredArticle,
  read: ReadEntry,
  verdict: TextVerdict,
): Promise<Whose | undefined> {
  const { target, digest } = read
  if (known.source.id === target.source.id || digest.articleId === readApart(digest, target).articleId) return undefined
  const { entryId } = known.article
  const before = entryId && (await store.articles.ingestTarget(entryId))
  const earlier = async () => {
    const texts = known.revisions.map(({ documentId }) => store.articles.findByDocument(documentId))
    return (await Promise.all(texts)).flatMap((text) => text ?? [])
  }
  return whoseArticle(known, earlier, before?.feedUrl, read, verdict)
}

/** What was just read is to what is kept; undefined when nothing is. */
export async function verdictOn(
  { store }: Pick<PipelineContext, 'store'>,
  digest: Digest,
): Promise<TextVerdict | undefined> {
  const known = await store.articles.find(digest.articleId)
  return known && verdictOf(known, digest)
}

function verdictOf({ document, annotations, article }: StoredArticle, digest: Digest): TextVerdict {
  return judgeText(
    { document, annotations, completeness: article.completeness, kind: article.kind },
    {
      document: digest.document,
      annotations: digest.annotations,
      completeness: digest.extraction.completeness,
      kind: digest.extraction.kind,
    },
  )
}

function lookFor(
  { limits, now }: PipelineContext,
  digest: Digest,
  { url, validators, maxAgeSeconds }: NonNullable<ReadEntry['page']>,
): Ingested['recheck'] {
  if (!limits.looksAgain || !mayLook(digest.extraction, digest.publishedAt, now())) return undefined
  const next = nextLook(digest.articleId, {
    firstAt: now().toISOString(),
    now: now(),
    lookCount: 0,
    ...defined({ waitSeconds: maxAgeSeconds }),
  })
  return next && { url, validators, dueAt: next.dueAt }
}
