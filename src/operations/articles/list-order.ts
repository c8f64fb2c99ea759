import { z } from 'zod'
import { type ChosenOrders, type ListOrder, orderOfFolder } from '../../core/feed/list-order.ts'
import { parentFolders } from '../../core/feed/parent-folders.ts'
import { readPreferences } from '../../core/preferences.ts'
import { maxLength } from '../../core/text/max-length.ts'
import type { FeedRow } from '../../store/feeds/feed-rows.ts'
import { feedId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

type Own = Pick<OperationContext, 'store' | 'reader'>

/** The order a reader chose for a list: of a feed, else of its first folder, else of the folders around that, else of everything. */
export async function chosenOrder(
  context: Own,
  { feed, folder }: { readonly feed?: FeedRow | undefined; readonly folder?: string | undefined },
): Promise<ListOrder> {
  const orders = await chosenOrders(context)
  return feed?.order ?? orderOfFolder(feed?.folder ?? folder ?? '', orders)
}

async function chosenOrders({ store, reader }: Own): Promise<ChosenOrders> {
  const { riverOrder: usual } = readPreferences(await store.preferences.all(reader.id))
  return { usual, ofFolders: await store.folders.orders(reader.id) }
}

export const setListOrder = defineOperation({
  name: 'set_list_order',
  minRole: 'reader',
  summary: 'Sets the order of a list of articles: of a feed, of a folder with its sub-folders, or the default',
  input: z.strictObject({
    feedId: feedId.optional(),
    folder: z.string().min(1).max(maxLength.folder).optional(),
    order: z.enum(['newest', 'oldest']),
  }),
  async run(context, { feedId, folder, order }): Promise<true | undefined> {
    const { store, reader, now } = context
    const orders = await chosenOrders(context)
    // A list with the order of those around it has none of its own, and follows them later.
    const own = (around: ListOrder) => (order === around ? undefined : order)
    if (feedId !== undefined) {
      const feed = await store.feeds.find(reader.id, feedId)
      if (!feed?.isSubscribed) return undefined
      await store.feeds.setOrder(reader.id, feedId, own(orderOfFolder(feed.folder, orders)))
    } else if (folder !== undefined) {
      const [around = ''] = parentFolders(folder)
      await store.folders.setOrder(reader.id, folder, own(orderOfFolder(around, orders)))
    } else await store.preferences.set(reader.id, 'riverOrder', order, now().toISOString())
    return true
  },
})
