import { z } from 'zod'
import type { FeedId } from '../core/ids.ts'
import type { PictureResult } from '../pipeline/picture-desk.ts'
import type { FeedRow } from '../store/store.ts'
import { feedId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { pictureKey } from './picture-key.ts'

/** So many icons that are not kept yet are fetched for one question; the others come with the next. */
const fetchedAtOnce = 12
/** A larger picture is none that a list shows beside a name; it is shown where it is asked for by itself. */
const largestListed = 2 ** 20
/** All that are told at once, in bytes: they stand in memory together. */
const mostListed = 16 * 2 ** 20

/** The picture that a feed names as its own. */
export type FeedIcon = { readonly feedId: FeedId; readonly mediaType: string; readonly bytes: Uint8Array }

export const getFeedIcon = defineOperation({
  name: 'get_feed_icon',
  least: 'reader',
  summary:
    'The picture a feed names as its own, from the folder of pictures or from the outlet; undefined where there is none',
  input: z.object({ id: feedId }),
  async run(context, { id }): Promise<FeedIcon | undefined> {
    const feed = await context.store.feeds.find(context.reader.id, id)
    return feed && iconOf(context, feed)
  },
})

export const listFeedIcons = defineOperation({
  name: 'list_feed_icons',
  least: 'reader',
  summary:
    'The pictures that the reader’s feeds name as their own, as far as they are kept; some that are not are fetched',
  input: z.object({}),
  async run(context): Promise<readonly FeedIcon[]> {
    const { pictures, store, reader } = context
    const feeds = (await store.feeds.list(reader.id)).flatMap((feed) => {
      const { id, iconUrl } = feed
      return iconUrl === undefined ? [] : { feed, key: pictureKey(iconUrl, { feedId: id }) }
    })
    let room = mostListed
    const kept = feeds.filter(({ key }) => {
      const bytes = pictures.bytesOf(key)
      if (bytes === undefined || bytes > Math.min(room, largestListed)) return false
      room -= bytes
      return true
    })
    // What could not be had does not stand in the way of the others.
    const missing = feeds.filter(({ key }) => pictures.bytesOf(key) === undefined && !pictures.hasFailed(key))
    const wanted = [...kept, ...missing.slice(0, fetchedAtOnce)]
    const icons = await Promise.all(wanted.map(({ feed }) => iconOf(context, feed)))
    return icons.flatMap((icon) => (icon && icon.bytes.length <= largestListed ? [icon] : []))
  },
})

async function iconOf({ pictures }: OperationContext, { id, iconUrl }: FeedRow): Promise<FeedIcon | undefined> {
  if (iconUrl === undefined) return undefined
  const key = pictureKey(iconUrl, { feedId: id })
  const found: PictureResult = (await pictures.find(key)) ?? (await pictures.fetch(key, iconUrl))
  return found.kind === 'picture' ? { feedId: id, mediaType: found.header.type, bytes: found.bytes } : undefined
}
