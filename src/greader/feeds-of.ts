import { listFeeds } from '../operations/articles/list-entries.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runRequired } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import type { Stream } from './stream.ts'

/** All feeds of the reader, folder by folder. */
export async function feedsOf(context: OperationContext): Promise<readonly FeedHealth[]> {
  const { folders } = await runRequired(context, listFeeds, {})
  return folders.flatMap(({ feeds }) => feeds)
}

/** The feed of the reader that a stream names, by its number or its address. */
export function feedNamed(feeds: readonly FeedHealth[], stream: Stream | undefined): FeedHealth | undefined {
  if (stream?.kind === 'feed') return feeds.find(({ id }) => id === stream.id)
  return stream?.kind === 'address' ? feeds.find(({ url }) => url === stream.url) : undefined
}
