import { parseAnyFeed } from '../feeds/parse-usual-feed.ts'
import { boundFeed } from './bound-feed.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { entriesOf } from './poll-feed.ts'

/**
 * Takes in what a hub sent for one feed, in the order in which it came: entries of that feed, and nothing else of the document. What
 * is no feed has the feed polled instead. Safe to repeat.
 */
export async function takePush({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>, id: string) {
  const known = await store.hubs.find(id)
  if (!known) return
  for (const { id: pushId, at, contentType, body } of await store.hubs.listPushes(id)) {
    const { feedId, readAtUrl } = known
    const parsed = await parseAnyFeed(body, { contentType, url: readAtUrl })
    if (parsed.kind === 'not-a-feed') {
      log('push-unreadable', { feed: feedId ?? '', what: parsed.what })
      await store.hubs.pollInstead(id, now().toISOString())
    } else if (feedId !== undefined)
      await store.feeds.savePolls([
        { feedId, at, result: { kind: 'pushed', entries: entriesOf(boundFeed(parsed.feed)) } },
      ])
    await store.hubs.removePushes([pushId])
  }
}
