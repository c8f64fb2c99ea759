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
export async function progressOf({ store, now }: OperationContext): Promise<ProgressView> {
  const [feeds, jobs, counts] = await Promise.all([
    store.feeds.progress(now().toISOString()),
    store.jobs.counts(),
    store.counts(),
  ])
  const articles = { ...jobs['ingest-entry'], done: counts.articles }
  const stories = { ...jobs['refresh-story'], done: counts.stories }
  return {
    feeds: { total: feeds.total, polled: feeds.polled, due: feeds.due },
    articles,
    stories,
    isBusy: feeds.due > 0 || articles.waiting + articles.running + stories.waiting + stories.running > 0,
  }
}
