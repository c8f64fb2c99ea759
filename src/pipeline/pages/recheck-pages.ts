import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import { formatReason } from '../../core/reading/incomplete-reason.ts'
import type { RecheckOutcome } from '../../core/reading/revision-cause.ts'
import { withOwnHeaders } from '../../http/client.ts'
import type { StoredArticle } from '../../store/articles/articles.ts'
import type { DueRecheck, RecheckResult } from '../../store/articles/rechecks.ts'
import { StoreTroubleError } from '../../store/store-errors.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { HostSpacing } from '../polls/host-spacing.ts'
import type { ClusterLane } from '../stories/cluster-lane.ts'
import { fetchPageAgain, type PageFetched } from './fetch-page.ts'
import { digestInputOf } from './ingest-entry.ts'
import { keepIfWanted } from './keep-page.ts'
import { isForEveryArticle, nextRecheck } from './plan-recheck.ts'
import { compareWithStored } from './settle-entry.ts'
import { ruledParts, seenOnSite } from './site-knowledge.ts'

const AT_ONCE = 4
const LEASE_MS = 5 * 60_000
const DAY_MS = 86_400_000

/**
 * Rechecks the pages that are due, and stores a changed text as a new revision. Each recheck is recorded when it is done; one that was
 * interrupted is repeated. Returns how many pages were fetched.
 */
export async function recheckPages(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  signal?: AbortSignal,
): Promise<number> {
  const { store } = context
  let count = 0
  while (!signal?.aborted) {
    const due = await store.rechecks.claimDue(context.now().toISOString(), AT_ONCE, LEASE_MS)
    if (due.length === 0) break
    const done = await Promise.all(due.map((look) => recheckWithoutThrowing(context, lane, spacing, look)))
    for (const each of done) {
      if (each.done) count += 1
      await store.rechecks.save(each)
    }
  }
  return count
}

/** A recheck that throws is logged and is the article's last, so that it does not block the others. */
async function recheckWithoutThrowing(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  look: DueRecheck,
): Promise<RecheckResult> {
  try {
    return await recheckPage(context, lane, spacing, look)
  } catch (error) {
    // That isn't the article's fault: it is rechecked when the store accepts writes again.
    if (error instanceof StoreTroubleError) throw error
    context.log('look-failed', {
      article: look.articleId,
      error: error instanceof Error ? error.message : String(error),
    })
    return { articleId: look.articleId, lookCount: look.lookCount + 1 }
  }
}

async function recheckPage(
  context: PipelineContext,
  lane: ClusterLane,
  spacing: HostSpacing,
  look: DueRecheck,
): Promise<RecheckResult> {
  const { store, limits } = context
  const { articleId, lookCount } = look
  const known = await store.articles.find(articleId)
  if (!known || !limits.rechecksPages || !limits.fetchesPages) return { articleId, lookCount }
  const firstAt = known.revisions[0]?.at ?? context.now().toISOString()
  const next = (waitSeconds?: number) =>
    nextRecheck(articleId, {
      firstAt,
      now: context.now(),
      lookCount: lookCount + 1,
      ...defined({ waitSeconds }),
    }) ?? { lookCount: lookCount + 1 }
  if (!isForEveryArticle(lookCount) && !(await isInOpenStory(context, known))) return { articleId, ...next() }
  const now = context.now()
  const turn = spacing.turnAt(URL.parse(look.url)?.host ?? '', now.getTime(), false)
  if (turn > now.getTime()) return { articleId, lookCount, dueAt: new Date(turn).toISOString() }
  const own = { ...context, http: withOwnHeaders(context.http, await store.ownHeaders.ofEntry(look.entryId)) }
  const page = await fetchPageAgain(own, look.url, look.validators)
  const at = context.now().toISOString()
  if (page.kind === 'not-modified')
    return { articleId, ...next(page.maxAgeSeconds), done: { at, outcome: 'unchanged' } }
  if (page.kind === 'none') {
    const outcome = outcomeWithout(page)
    // A page that the site forbids to programs or no longer has is not requested again.
    if (!page.isPassing) return { articleId, lookCount: lookCount + 1, done: { at, outcome } }
    return { articleId, ...next(page.retryAfterSeconds), done: { at, outcome } }
  }
  const outcome = await readForRecheck(own, lane, look, page)
  await keepIfWanted(context, articleId, page)
  context.log('looked-again', { article: articleId, outcome, look: lookCount + 1 })
  return { articleId, ...next(page.maxAgeSeconds), done: { at, outcome, validators: page.validators } }
}

function outcomeWithout({ isRefused, isGone, isMissing, isElsewhere }: MissingPage): RecheckOutcome {
  if (isRefused) return 'refused'
  if (isGone) return 'gone'
  if (isMissing) return 'missing'
  return isElsewhere ? 'other-page' : 'failed'
}

type MissingPage = Extract<PageFetched, { kind: 'none' }>

/** Reads a page as its article was read, and stores a changed text. */
async function readForRecheck(
  context: PipelineContext,
  lane: ClusterLane,
  look: DueRecheck,
  page: Extract<PageFetched, { kind: 'page' }>,
): Promise<RecheckOutcome> {
  const target = await context.store.articles.ingestTarget(look.entryId)
  if (!target) return 'failed'
  const source = { ...page, ...(await ruledParts(context, page)), ...(await seenOnSite(context, page, target.entry)) }
  const read = await context.pool.digest({ ...digestInputOf(target, source), articleId: look.articleId })
  if (read.kind !== 'done') return 'failed'
  const verdict = await compareWithStored(context, read.digest)
  switch (verdict) {
    case undefined:
    case 'same':
    case 'furniture':
      return 'unchanged'
    case 'less':
      return isNotFoundPage(read.digest.extraction) ? 'missing' : verdict
    case 'other-page':
      return verdict
    case 'news':
      await lane.settle({ ...target, articleId: look.articleId }, read.digest)
      return 'changed'
  }
}

const NOT_FOUND = nth(formatReason('not-found').split('“', 1), 0)

/** A page that is served with a success status but says that it does not exist. */
function isNotFoundPage({ completeness }: Extraction): boolean {
  return 'reason' in completeness && completeness.reason.includes(NOT_FOUND)
}

/** Others report the same, and the story may still grow. */
async function isInOpenStory({ store, limits, now }: PipelineContext, { storyId }: StoredArticle): Promise<boolean> {
  const story = storyId && (await store.stories.find(storyId))
  if (!story || story.articleCount < 2) return false
  return now().getTime() - Date.parse(story.lastAt) < limits.storyDays * DAY_MS
}
