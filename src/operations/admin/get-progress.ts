import { z } from 'zod'
import type { StoreCheck } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ProgressView } from '../views.ts'

export const getProgress = defineOperation({
  name: 'get_progress',
  least: 'guest',
  summary: 'How far polling, reading and telling have come',
  input: z.object({}),
  run: (context) => progressOf(context),
})

/** The figures of the progress block, also part of larger views. */
export async function progressOf(context: OperationContext): Promise<ProgressView> {
  const [work, counts] = await Promise.all([workOf(context), context.store.counts()])
  return withDone(work, counts)
}

/** Counting all that is held takes the longer the more there is. A page beside it takes what was counted within so many times as long. */
const timesAsLong = 20
const longestMs = 2_000
type Counted = { readonly counts: Promise<StoreCheck['counts']>; until: number }
const counted = new WeakMap<OperationContext['store'], Counted>()

/** What was counted a moment ago, a second or two at most, or is counted now. */
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
 * How many feeds there are, and the progress where anything is under way, for a page that shows it beside what it is about. What is done
 * may be that of a second ago; what is left is as it is now.
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

/** What is to be done. */
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
