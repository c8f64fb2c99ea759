import { z } from 'zod'
import { maxLength } from '../../core/text/max-length.ts'
import type { NewFeed } from '../../store/store.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { AddResult } from '../views.ts'
import type { FeedsFound } from './find-feeds.ts'
import { refuseQuota } from './subscription-quota.ts'

export const addFeed = defineOperation({
  name: 'add_feed',
  minRole: 'reader',
  summary: 'Subscribes to a feed, or finds the feeds of a page',
  input: z.strictObject({
    url: z.string().min(1).max(maxLength.address),
    folder: z.string().max(maxLength.folder).default(''),
  }),
  async run(context, { url, folder }): Promise<AddResult> {
    const { findFeeds } = await import('./find-feeds.ts')
    const found = await findFeeds(context, url)
    if (found.kind === 'refused') return found
    const only = found.feeds.length === 1 && !found.isOffer ? found.feeds[0] : undefined
    if (only) return subscribe(context, [only], folder)
    return { kind: 'choose', pageUrl: found.url, candidates: found.feeds }
  },
})

export const discoverFeedsAt = defineOperation({
  name: 'discover_feeds',
  minRole: 'reader',
  summary: 'The feeds at an address, or those its page names; nothing is added',
  input: z.strictObject({ url: z.string().min(1).max(maxLength.address) }),
  async run(context, { url }): Promise<FeedsFound> {
    const { findFeeds } = await import('./find-feeds.ts')
    return findFeeds(context, url)
  },
})

/** Subscribes the reader to known feeds and has them polled. */
export function subscribe(context: OperationContext, feeds: readonly NewFeed[], folder: string): Promise<AddResult> {
  return oneByOne(`subscriptions ${context.reader.id}`, () => subscribeNow(context, feeds, folder))
}

async function subscribeNow(context: OperationContext, feeds: readonly NewFeed[], folder: string): Promise<AddResult> {
  const refused = await refuseQuota(context, feeds.length, () => feeds.map(({ url }) => url))
  if (refused) return refused
  const { store, reader, now, wake } = context
  const { added, existing } = await store.feeds.addMany(
    reader.id,
    feeds.map((feed) => ({ folder, ...feed })),
    now().toISOString(),
  )
  wake()
  return {
    kind: 'added',
    added: added.length,
    existing: existing.length,
    ids: [...added, ...existing],
    titles: feeds.map(({ title, url }) => title || url).slice(0, 20),
  }
}
