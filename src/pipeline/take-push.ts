import { parseAnyFeed } from '../feeds/parse-usual-feed.ts'
import type { HubPush } from '../store/hub-store.ts'
import { boundFeed } from './bound-feed.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { entriesOf } from './poll-feed.ts'

type PushContext = Pick<PipelineContext, 'store' | 'now' | 'log' | 'feedReader'>

/**
 * Takes in what a hub sent for one feed, in the order in which it came: entries of that feed, and nothing else of the document. What
 * is no feed, or cannot be read in time, has the feed polled instead. Safe to repeat.
 */
export async function takePush(context: PushContext, id: string) {
  const { store, now, log } = context
  const known = await store.hubs.find(id)
  if (!known) return
  const { feedId, readAtUrl } = known
  for (let push = await store.hubs.nextPush(id); push; push = await store.hubs.nextPush(id)) {
    const { id: pushId, at } = push
    const parsed = await readPush(context, push, readAtUrl)
    if (parsed.kind !== 'feed') {
      const what = parsed.kind === 'trouble' ? parsed.reason : parsed.what
      log('push-unreadable', { feed: feedId ?? '', what })
      await store.hubs.pollInstead(id, now().toISOString())
    } else if (feedId !== undefined)
      await store.feeds.savePolls([
        { feedId, at, result: { kind: 'pushed', entries: entriesOf(boundFeed(parsed.feed)) } },
      ])
    await store.hubs.removePush(pushId)
  }
}

/** A hub is named by whoever wrote the feed: what is long is read in the thread for feeds, like any other. */
async function readPush({ feedReader }: PushContext, { contentType, body }: HubPush, url: string) {
  const from = { contentType, url }
  return (await feedReader?.read(body, from)) ?? (await parseAnyFeed(body, from))
}
