import { z } from 'zod'
import { mayCarry, type OwnHeader, refuseHeaders } from '../../core/feed/own-headers.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { withOwnHeaders } from '../../http/client.ts'
import type { NewFeed } from '../../store/store.ts'
import { completeAddress } from '../articles/complete-address.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { AddResult } from '../views.ts'
import type { FeedsFound } from './find-feeds.ts'
import { explainHeaders, headerInput, mergeHeaders, webOrigin } from './own-headers.ts'
import { refuseQuota } from './subscription-quota.ts'

export const addFeed = defineOperation({
  name: 'add_feed',
  minRole: 'reader',
  summary: 'Subscribes to a feed, or finds the feeds of a page',
  input: z.strictObject({
    url: z.string().min(1).max(maxLength.address),
    folder: z.string().max(maxLength.folder).default(''),
    ...headerInput,
  }),
  async run(context, { url, folder, ...given }): Promise<AddResult> {
    const headers = mergeHeaders([], given)
    if (headers.length > 0) return addOwnCopy(context, url, folder, headers)
    const { findFeeds } = await import('./find-feeds.ts')
    const found = await findFeeds(context, url)
    if (found.kind === 'refused') return found
    const only = found.feeds.length === 1 && !found.isOffer ? found.feeds[0] : undefined
    if (only) return subscribe(context, [only], folder)
    return { kind: 'choose', pageUrl: found.url, candidates: found.feeds }
  },
})

/** Subscribes to a copy of the reader's own; a feed they have already becomes one. */
async function addOwnCopy(
  context: OperationContext,
  written: string,
  folder: string,
  headers: readonly OwnHeader[],
): Promise<AddResult> {
  const wrong = refuseHeaders(headers)
  if (wrong) return { kind: 'refused', reason: wrong.reason, message: explainHeaders(wrong), header: wrong.name }
  const { findFeeds } = await import('./find-feeds.ts')
  const { store, reader, now, wake, http, sites } = context
  const origin = webOrigin(completeAddress(written, sites.rssHub) ?? '')
  const own = origin === undefined ? undefined : { origin, headers }
  const found = await findFeeds({ ...context, http: withOwnHeaders(http, own) }, written)
  if (found.kind === 'refused') return found
  const only = found.feeds.length === 1 && !found.isOffer ? found.feeds[0] : undefined
  if (!only || !own || !mayCarry(own.origin, new URL(only.url)))
    return { kind: 'choose', pageUrl: found.url, candidates: found.feeds }
  return oneByOne(`subscriptions ${reader.id}`, async (): Promise<AddResult> => {
    const at = now().toISOString()
    const known = (await store.feeds.list(reader.id)).find(({ url }) => url === only.url)
    const refused = known ? undefined : await refuseQuota(context, 1, () => [only.url])
    if (refused) return refused
    const id = known
      ? await store.ownHeaders.set({ readerId: reader.id, feedId: known.id, headers: own, at })
      : await store.ownHeaders.add(reader.id, { ...only, folder }, own, at)
    wake()
    const [added, existing] = known ? [0, 1] : [1, 0]
    return { kind: 'added', added, existing, ids: id === undefined ? [] : [id], titles: [only.title || only.url] }
  })
}

export const discoverFeedsAt = defineOperation({
  name: 'discover_feeds',
  minRole: 'reader',
  summary: 'The feeds at a URL, or those its page names; nothing is added',
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
