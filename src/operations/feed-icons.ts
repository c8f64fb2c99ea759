import { z } from 'zod'
import type { FeedId } from '../core/ids.ts'
import type { PictureResult } from '../pipeline/picture-desk.ts'
import type { FeedRow } from '../store/store.ts'
import { feedId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { pictureKey } from './picture-key.ts'

/** So many icons that are not kept yet are fetched for one question; the others come with the next. */
const fetchedAtOnce = 12

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
    const feeds = (await context.store.feeds.list(context.reader.id)).filter(({ iconUrl }) => iconUrl !== undefined)
    const isKept = ({ id, iconUrl = '' }: FeedRow) =>
      context.pictures.headerOf(pictureKey(iconUrl, { feedId: id })) !== undefined
    const wanted = [...feeds.filter(isKept), ...feeds.filter((feed) => !isKept(feed)).slice(0, fetchedAtOnce)]
    const icons = await Promise.all(wanted.map((feed) => iconOf(context, feed)))
    return icons.flatMap((icon) => icon ?? [])
  },
})

async function iconOf({ pictures }: OperationContext, { id, iconUrl }: FeedRow): Promise<FeedIcon | undefined> {
  if (iconUrl === undefined) return undefined
  const key = pictureKey(iconUrl, { feedId: id })
  const found: PictureResult = (await pictures.find(key)) ?? (await pictures.fetch(key, iconUrl))
  return found.kind === 'picture' ? { feedId: id, mediaType: found.header.type, bytes: found.bytes } : undefined
}
