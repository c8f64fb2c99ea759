import { ownerId } from '../../../src/core/reader-identity.ts'
import type { NewFeed } from '../../../src/store/feeds/add-feeds.ts'
import type { PolledEntry } from '../../../src/store/feeds/polls.ts'
import type { Store } from '../../../src/store/store.ts'

/** What feeds a store is filled with, all of the owner's; `at` is when they were polled, ISO 8601. */
export type FeedFill = {
  readonly feeds: number
  readonly entries: number
  readonly at: string
  readonly nameOf: (feed: number) => Pick<NewFeed, 'title' | 'folder'>
  readonly entryOf: (feed: number, number: number) => PolledEntry
}

/** Fills a store with feeds that were polled once, a hundred at a time; nothing of them is read as an article. */
export async function fillFeeds(store: Store, { feeds, entries, at, nameOf, entryOf }: FeedFill): Promise<void> {
  const given = Array.from({ length: feeds }, (_, feed) => ({
    url: `https://outlet-${feed}.example/feed.xml`,
    ...nameOf(feed),
  }))
  const { added } = await store.feeds.addMany(ownerId, given, at)
  for (let start = 0; start < added.length; start += 100)
    await store.feeds.savePolls(
      added.slice(start, start + 100).map((feedId, index) => ({
        feedId,
        at,
        nextPollAt: new Date(Date.now() + 86_400_000).toISOString(),
        intervalMinutes: 60,
        isIngestedByCaller: true,
        result: {
          kind: 'parsed' as const,
          title: given[start + index]?.title ?? '',
          validators: {},
          bodyHash: `${feedId}`,
          entries: Array.from({ length: entries }, (_, number) => entryOf(start + index, number)),
        },
      })),
    )
}
