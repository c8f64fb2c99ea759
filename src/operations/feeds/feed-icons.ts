import { z } from 'zod'
import { asId, type FeedId } from '../../core/ids.ts'
import { ownerId } from '../../core/reader-identity.ts'
import { isSameHash, newToken, signWith } from '../../credentials/token.ts'
import type { Http } from '../../http/client.ts'
import { iconsOf, mostIconBytes, mostPageBytes } from '../../pipeline/pages/outlet-icons.ts'
import type { PictureSearch } from '../../pipeline/pages/pictures.ts'
import type { FeedRow } from '../../store/store.ts'
import { pictureKey } from '../articles/picture-home.ts'
import { feedId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** Icons fetched for one request; the others follow with the next. */
const fetchedAtOnce = 12
/** A larger picture is not listed beside a name, but still returned when requested alone. */
const largestListed = 2 ** 20
/** Bytes of all icons in one answer, which are in memory together. */
const mostListed = 16 * 2 ** 20
/** A site without an icon is not asked again for this long. */
const forgetMs = 86_400_000

/** The icon a feed names, or that of its site. */
type FeedIcon = { readonly feedId: FeedId; readonly mediaType: string; readonly bytes: Uint8Array }

export const getFeedIcon = defineOperation({
  name: 'get_feed_icon',
  minRole: 'reader',
  summary:
    'The picture of a reader’s feed, or of its site, from the cache or from the outlet; undefined if there is none',
  input: z.strictObject({ id: feedId }),
  async run(context, { id }): Promise<FeedIcon | undefined> {
    const feed = await context.store.feeds.find(context.reader.id, id)
    return feed?.isSubscribed ? iconOf(context, feed) : undefined
  },
})

export const listFeedIcons = defineOperation({
  name: 'list_feed_icons',
  minRole: 'reader',
  summary: 'The stored pictures of the reader’s feeds or of their sites; some missing ones are fetched',
  input: z.strictObject({}),
  async run(context): Promise<readonly FeedIcon[]> {
    const { pictures, store, reader } = context
    const feeds = await store.feeds.list(reader.id)
    let room = mostListed
    const kept = feeds.filter((feed) => {
      const bytes = keptBytes(context, feed)
      if (bytes === undefined || bytes > Math.min(room, largestListed)) return false
      room -= bytes
      return true
    })
    // One that can't be fetched doesn't affect the others.
    const missing = feeds.filter(
      (feed) => keptBytes(context, feed) === undefined && !pictures.hasFailed(siteKey(feed.id)),
    )
    const wanted = [...kept, ...missing.slice(0, fetchedAtOnce)]
    const icons = await Promise.all(wanted.map((feed) => iconOf(context, feed)))
    return icons.flatMap((icon) => (icon && icon.bytes.length <= largestListed ? [icon] : []))
  },
})

/** Whether a feed may have an icon, for lists that link to icons without fetching them: false once none was found. */
export function mayHaveIcon({ pictures }: Pick<OperationContext, 'pictures'>, feed: Pick<FeedRow, 'id'>): boolean {
  return !pictures.hasFailed(siteKey(feed.id))
}

/** Names of feed icons for apps that load pictures without signing in: an id with a signature. */
export async function iconNames({ store }: Pick<OperationContext, 'store'>): Promise<(id: FeedId) => string> {
  const secret = await store.alerts.secret('feed-icon', newToken)
  return (id) => `${id}.${signWith(secret, id)}`
}

/** The icon of such a name; undefined for a wrong signature. */
export async function namedIcon(context: OperationContext, name: string): Promise<FeedIcon | undefined> {
  const id = asId<FeedId>(name.split('.')[0] ?? '')
  if (!/^\d{1,15}$/.test(id) || !isSameHash(name, (await iconNames(context))(id))) return undefined
  const feed = await context.store.feeds.find(ownerId, id)
  return feed && iconOf(context, feed)
}

async function iconOf({ pictures, icons, http }: OperationContext, feed: FeedRow): Promise<FeedIcon | undefined> {
  const { id, iconUrl, sourceId } = feed
  const found = (await pictures.find(ownKey(feed))) ?? (await pictures.find(siteKey(id)))
  // The pages' icon of the same outlet is there without asking anybody.
  const ofOutlet = found || iconUrl !== undefined ? undefined : await icons?.find(sourceId)
  if (ofOutlet) return { feedId: id, mediaType: ofOutlet.type, bytes: ofOutlet.bytes }
  const named = found ?? (iconUrl === undefined ? undefined : await pictures.fetch(ownKey(feed), iconUrl))
  const page = pageOf(feed)
  const icon =
    named?.kind === 'picture' || page === undefined ? named : await pictures.fetch(siteKey(id), ofSite(http, page))
  return icon?.kind === 'picture' ? { feedId: id, mediaType: icon.header.type, bytes: icon.bytes } : undefined
}

function keptBytes({ pictures }: OperationContext, feed: FeedRow): number | undefined {
  return pictures.bytesOf(ownKey(feed)) ?? pictures.bytesOf(siteKey(feed.id))
}

function ownKey({ id, iconUrl = '' }: FeedRow): string {
  return pictureKey(iconUrl, { feedId: id })
}

function siteKey(id: FeedId): string {
  return pictureKey('the icon of its site', { feedId: id })
}

/** The page of its site; without one, the front page of its host. Never the feed URL itself, which may contain a key. */
function pageOf({ intake, siteUrl, url }: FeedRow): string | undefined {
  if (intake === 'mail') return undefined
  const page = URL.parse(siteUrl ?? url)
  if (!page || !/^https?:$/.test(page.protocol)) return undefined
  return siteUrl === undefined ? `${page.origin}/` : page.href
}

function ofSite(http: Http, page: string): PictureSearch {
  const addresses = async () =>
    iconsOf(await http.get(page, { accept: 'text/html,*/*;q=0.1', maxBytes: mostPageBytes }), page)
  return { addresses, maxBytes: mostIconBytes, forgetMs }
}
