import { z } from 'zod'
import { mayActAs } from '../../core/reader-identity.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { withOwnHeaders } from '../../http/client.ts'
import type { FeedRow } from '../../store/store.ts'
import { feedId } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { AddressChanged, AddressesFound } from './source-views.ts'

/** New addresses that are offered. */
const MOST_OFFERED = 10

export const findFeedAddress = defineOperation({
  name: 'find_feed_address',
  minRole: 'reader',
  summary: 'Looks for a feed’s new URL on the home page of its site; nothing is changed',
  input: z.strictObject({ id: feedId }),
  async run(context, { id }): Promise<AddressesFound | undefined> {
    const feed = await ownFeed(context, id)
    if (!feed) return undefined
    const siteUrl = siteOf(feed)
    if (siteUrl === undefined) return { id, title: feed.title, candidates: [] }
    const { findFeeds } = await import('./find-feeds.ts')
    const found = await findFeeds(context, siteUrl)
    const feeds = found.kind === 'found' ? found.feeds : []
    const candidates = feeds
      .filter(({ url, intake, isBridged }) => intake === undefined && !isBridged && url !== feed.url)
      .slice(0, MOST_OFFERED)
      .map(({ url, title }) => ({ url, title }))
    return { id, title: feed.title, siteUrl, candidates }
  },
})

export const changeFeedAddress = defineOperation({
  name: 'change_feed_address',
  minRole: 'reader',
  summary:
    'Changes a feed’s URL if a feed can be read there; earlier articles stay. If other people read the feed, too, the reader’s subscription moves to the new one',
  input: z.strictObject({ id: feedId, url: z.string().min(1).max(maxLength.address) }),
  async run(context, { id, url }): Promise<AddressChanged | undefined> {
    const feed = await ownFeed(context, id)
    if (!feed) return undefined
    const { findFeeds } = await import('./find-feeds.ts')
    const own = await context.store.ownHeaders.find(context.reader.id, id)
    const found = await findFeeds({ ...context, http: withOwnHeaders(context.http, own) }, url)
    if (found.kind === 'refused') return { kind: 'refused', reason: found.reason ?? 'unknown' }
    const [only, ...others] = found.feeds
    if (!only || others.length > 0 || only.intake !== undefined || found.isOffer)
      return { kind: 'refused', reason: 'not-a-feed' }
    return oneByOne(`subscriptions ${context.reader.id}`, () => change(context, feed, only.url))
  },
})

/** Everyone's feed changes for its only reader, or by the owner; anybody else moves alone. */
async function change(context: OperationContext, feed: FeedRow, url: string): Promise<AddressChanged> {
  const { store, reader, now, wake } = context
  const at = now().toISOString()
  const isAlone = (await store.feeds.readerCount(feed.id)) <= 1
  if ((isAlone || mayActAs(reader.role, 'owner')) && (await store.feeds.changeAddress(feed.id, url, at))) {
    wake()
    return { kind: 'changed', id: feed.id }
  }
  const { added, existing } = await store.feeds.addMany(reader.id, [{ url, folder: feed.folder }], at)
  const [id] = [...added, ...existing]
  if (id === undefined) return { kind: 'refused', reason: 'unknown' }
  if (id !== feed.id) {
    if (feed.folders) await store.feeds.setFolders(reader.id, id, feed.folders)
    await store.feeds.unsubscribe(reader.id, feed.id)
  }
  wake()
  return { kind: 'replaced', id }
}

async function ownFeed({ store, reader }: OperationContext, id: FeedRow['id']): Promise<FeedRow | undefined> {
  const feed = await store.feeds.find(reader.id, id)
  return feed?.isSubscribed && feed.intake !== 'mail' ? feed : undefined
}

/** The home page of the site that a feed names as its own; else of its host. */
function siteOf({ siteUrl, url }: FeedRow): string | undefined {
  const site = siteUrl === undefined ? null : URL.parse(siteUrl)
  if (site && /^https?:$/.test(site.protocol)) return site.href
  return URL.parse(url)?.origin
}
