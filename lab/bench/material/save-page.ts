import type { FeedId } from '../../../src/core/ids.ts'
import type { IngestTarget, Store } from '../../../src/store/store.ts'
import type { BenchPage } from './edition-pages.ts'

/** Saves the poll that brings a page as an entry, and returns what is to be read for it. */
export async function savePage(
  store: Store,
  feedId: FeedId,
  { url, title }: BenchPage,
  at: string,
  authors: readonly { readonly name: string }[] = [],
): Promise<IngestTarget> {
  const entry = { key: url, url, title, authors, categories: [], enclosures: [] }
  const entries = [{ entry, contentHash: url, text: () => title }]
  const result = { kind: 'parsed', title: 'Feed', validators: {}, bodyHash: url, entries } as const
  await store.feeds.savePolls([{ feedId, at, nextPollAt: at, intervalMinutes: 60, result }])
  const target = await store.articles.ingestTarget((await store.entries.findByKey(feedId, url))!)
  if (!target) throw new Error('The entry that was just saved is not there')
  return target
}
