import { listFeeds } from '../operations/articles/list-entries.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runRequired } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import type { Stream } from './stream.ts'

export async function feedsOf(context: OperationContext): Promise<readonly FeedHealth[]> {
  const { folders } = await runRequired(context, listFeeds, {})
  return folders.flatMap(({ feeds }) => feeds)
}

/** The reader's feed in a stream name, by number or URL. */
export function feedNamed(feeds: readonly FeedHealth[], stream: Stream | undefined): FeedHealth | undefined {
  if (stream?.kind === 'feed') return feeds.find(({ id }) => id === stream.id)
  return stream?.kind === 'address' ? feeds.find(({ url }) => url === stream.url) : undefined
}
