import { z } from 'zod'
import { defineOperation, type OperationContext } from './operation.ts'
import type { ProgressView } from './views.ts'

export const getProgress = defineOperation({
  name: 'get_progress',
  least: 'guest',
  summary: 'How far polling, reading and telling have come',
  input: z.object({}),
  run: (context) => progressOf(context),
})

/** The figures of the progress block, also part of larger views. */
export async function progressOf(context: OperationContext): Promise<ProgressView> {
  const [work, { articles, stories }] = await Promise.all([workOf(context), context.store.counts()])
  return { ...work, articles: { ...work.articles, done: articles }, stories: { ...work.stories, done: stories } }
}

/**
 * How many feeds there are, and the progress where anything is under way: of a page that says nothing of it otherwise, all articles are
 * not counted, which takes the longer the more there are.
 */
export async function busyProgressOf(
  context: OperationContext,
): Promise<{ readonly feedCount: number; readonly progress?: ProgressView }> {
  const { feeds, isBusy } = await workOf(context)
  return { feedCount: feeds.total, ...(isBusy && { progress: await progressOf(context) }) }
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
