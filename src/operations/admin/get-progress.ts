import { z } from 'zod'
import type { StoreCheck } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ProgressView } from '../views.ts'

export const getProgress = defineOperation({
  name: 'get_progress',
  minRole: 'guest',
  summary: 'Progress of polling, reading articles and building stories',
  input: z.strictObject({}),
  run: (context) => progressOf(context),
})

/** The figures of the progress block, also part of larger views. */
export async function progressOf(context: OperationContext): Promise<ProgressView> {
  const [work, counts] = await Promise.all([workOf(context), context.store.counts()])
  return withDone(work, counts)
}

/** Counting takes longer the more is stored. A page gets cached counts for this many times the duration of a count. */
const timesAsLong = 20
const longestMs = 2_000
type Counted = { readonly counts: Promise<StoreCheck['counts']>; until: number }
const counted = new WeakMap<OperationContext['store'], Counted>()

/** Counts from the cache, a second or two old at most, or new ones. */
function recentCounts(store: OperationContext['store']): Promise<StoreCheck['counts']> {
  const startedAt = performance.now()
  const known = counted.get(store)
  if (known && startedAt < known.until) return known.counts
  const fresh: Counted = { counts: store.counts(), until: Number.POSITIVE_INFINITY }
  counted.set(store, fresh)
  fresh.counts.then(
    () => {
      const now = performance.now()
      fresh.until = now + Math.min(longestMs, timesAsLong * (now - startedAt))
    },
    () => counted.delete(store),
  )
  return fresh.counts
}

/**
 * The number of feeds and, while work is under way, its progress, for pages that show it beside their content. Finished work may be a
 * second old; remaining work is current.
 */
export async function busyProgressOf(
  context: OperationContext,
): Promise<{ readonly feedCount: number; readonly progress?: ProgressView }> {
  const work = await workOf(context)
  const feedCount = work.feeds.total
  return work.isBusy ? { feedCount, progress: withDone(work, await recentCounts(context.store)) } : { feedCount }
}

function withDone(work: Awaited<ReturnType<typeof workOf>>, { articles, stories }: StoreCheck['counts']): ProgressView {
  return { ...work, articles: { ...work.articles, done: articles }, stories: { ...work.stories, done: stories } }
}

/** Remaining work. */
async function workOf({ store, now }: OperationContext) {
  const [feeds, jobs] = await Promise.all([store.feeds.progress(now().toISOString()), store.jobs.counts()])
  const [articles, stories] = [jobs['ingest-entry'], jobs['refresh-story']]
  return {
    feeds: { total: feeds.total, polled: feeds.polled, due: feeds.due },
    articles,
    stories,
    isBusy: feeds.due > 0 || articles.waiting + articles.running + stories.waiting + stories.running > 0,
  }
}
