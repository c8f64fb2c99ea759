import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import type { RecheckOutcome } from '../../core/reading/revision-cause.ts'
import type { DueLook, LookDone } from '../../store/articles/looks.ts'
import type { StoredArticle } from '../../store/store.ts'
import { StoreTroubleError } from '../../store/store-errors.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { HostSpacing } from '../polls/host-spacing.ts'
import { seenAround } from '../polls/seen-around.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import { fetchPageAgain, type PageFetched } from './fetch-page.ts'
import { digestInputOf } from './ingest-entry.ts'
import { isForAll, nextLook } from './plan-look.ts'
import { ruledParts } from './ruled-parts.ts'
import { verdictOn } from './settle-entry.ts'

/** So many pages are looked at side by side. */
const AT_ONCE = 4
const LEASE_MS = 5 * 60_000
const DAY_MS = 86_400_000

/**
 * Looks again at the pages that are due, and keeps what says something else as a new revision. Each look is written down when it
 * is done; one that was cut short is made again. Answers how many pages were asked for.
 */
export async function lookAgain(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  signal?: AbortSignal,
): Promise<number> {
  const { store } = context
  let count = 0
  while (!signal?.aborted) {
    const due = await store.looks.claimDue(context.now().toISOString(), AT_ONCE, LEASE_MS)
    if (due.length === 0) break
    const done = await Promise.all(due.map((look) => lookWithoutFail(context, lane, spacing, look)))
    for (const each of done) {
      if (each.looked) count += 1
      await store.looks.save(each)
    }
  }
  return count
}

/** A look that throws is logged and is the last at its article: it holds nobody else up. */
async function lookWithoutFail(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  look: DueLook,
): Promise<LookDone> {
  try {
    return await lookAt(context, lane, spacing, look)
  } catch (error) {
    // That is no fault of the article: it is looked at when the store takes writes again.
    if (error instanceof StoreTroubleError) throw error
    context.log('look-failed', {
      article: look.articleId,
      error: error instanceof Error ? error.message : String(error),
    })
    return { articleId: look.articleId, lookCount: look.lookCount + 1 }
  }
}

async function lookAt(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  look: DueLook,
): Promise<LookDone> {
  const { store, limits } = context
  const { articleId, lookCount } = look
  const known = await store.articles.find(articleId)
  if (!known || !limits.looksAgain || !limits.fetchesPages) return { articleId, lookCount }
  const firstAt = known.revisions[0]?.at ?? context.now().toISOString()
  const next = (waitSeconds?: number) =>
    nextLook(articleId, {
      firstAt,
      now: context.now(),
      lookCount: lookCount + 1,
      ...defined({ waitSeconds }),
    }) ?? { lookCount: lookCount + 1 }
  if (!isForAll(lookCount) && !(await isInOpenStory(context, known))) return { articleId, ...next() }
  const now = context.now()
  const turn = spacing.turnAt(URL.parse(look.url)?.host ?? '', now.getTime(), false)
  if (turn > now.getTime()) return { articleId, lookCount, dueAt: new Date(turn).toISOString() }
  const page = await fetchPageAgain(context, look.url, look.validators)
  const at = context.now().toISOString()
  if (page.kind === 'not-modified')
    return { articleId, ...next(page.maxAgeSeconds), looked: { at, outcome: 'unchanged' } }
  if (page.kind === 'none') {
    const outcome = outcomeWithout(page)
    // What a site closes to programs, or does not have any more, is not asked for again.
    if (!page.isPassing) return { articleId, lookCount: lookCount + 1, looked: { at, outcome } }
    return { articleId, ...next(page.retryAfterSeconds), looked: { at, outcome } }
  }
  const outcome = await readAnew(context, lane, look, page)
  context.log('looked-again', { article: articleId, outcome, look: lookCount + 1 })
  return { articleId, ...next(page.maxAgeSeconds), looked: { at, outcome, validators: page.validators } }
}

/** What a look came to that gave no page. */
function outcomeWithout({ isRefused, isGone, isMissing, isElsewhere }: PageLacking): RecheckOutcome {
  if (isRefused) return 'refused'
  if (isGone) return 'gone'
  if (isMissing) return 'missing'
  return isElsewhere ? 'other-page' : 'failed'
}

type PageLacking = Extract<PageFetched, { kind: 'none' }>

/** Reads a page as its article was read, and keeps what says something else. */
async function readAnew(
  context: PipelineContext,
  lane: ClusterLane,
  look: DueLook,
  page: Extract<PageFetched, { kind: 'page' }>,
): Promise<RecheckOutcome> {
  const target = await context.store.articles.ingestTarget(look.entryId)
  if (!target) return 'failed'
  const source = { ...page, ...(await ruledParts(context, page)), ...(await seenAround(context, page)) }
  const read = await context.pool.digest({ ...digestInputOf(target, source), articleId: look.articleId })
  if (read.kind !== 'done') return 'failed'
  const verdict = await verdictOn(context, read.digest)
  switch (verdict) {
    case undefined:
    case 'same':
    case 'furniture':
      return 'unchanged'
    case 'less':
      return saysNotFound(read.digest.extraction) ? 'missing' : verdict
    case 'other-page':
      return verdict
    case 'news':
      await lane.settle({ ...target, articleId: look.articleId }, read.digest)
      return 'changed'
  }
}

const NOT_FOUND = formatReason('not-found').split('“', 1)[0] as string

/** A page that answers as if it were there, and says that it is not. */
function saysNotFound({ completeness }: Extraction): boolean {
  return 'reason' in completeness && completeness.reason.includes(NOT_FOUND)
}

/** Others report the same, and the story may still grow. */
async function isInOpenStory({ store, limits, now }: PipelineContext, { storyId }: StoredArticle): Promise<boolean> {
  const story = storyId && (await store.stories.find(storyId))
  if (!story || story.articleCount < 2) return false
  return now().getTime() - Date.parse(story.lastAt) < limits.storyDays * DAY_MS
}
