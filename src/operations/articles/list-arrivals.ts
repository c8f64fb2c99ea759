import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import type { ArrivalFilter, EntryOrder, Page } from '../../store/store.ts'
import { feedId, moment } from '../input.ts'
import { mutableEntry, mutedLists } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** Most ids returned at once. */
const mostIds = 200_000
/** Rows read at once to apply mutes. */
const lookedAt = 2_000

/** Ids of entries in order of arrival, and the cursor of the next page. */
type ArrivalsView = { readonly ids: readonly EntryId[]; readonly next?: string }

export const listArrivals = defineOperation({
  name: 'list_arrivals',
  minRole: 'reader',
  summary: 'Ids of entries of the reader’s feeds in order of arrival',
  input: z.strictObject({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    isUnread: z.boolean().optional(),
    isStarred: z.boolean().optional(),
    /** Arrived at or after `from`, and before `before`. */
    from: moment.optional(),
    before: moment.optional(),
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: z.number().int().min(1).max(mostIds),
    cursor: z.string().max(200).optional(),
  }),
  async run(
    context,
    { feedId, folder, isUnread, isStarred, from, before, order, limit, cursor },
  ): Promise<ArrivalsView> {
    const { store, reader, now } = context
    const filter: ArrivalFilter = defined({
      feedId,
      folder,
      isUnread,
      isStarred,
      arrivedFrom: from,
      arrivedBefore: before,
    })
    // A star overrides mutes.
    const mutes = isStarred === true ? [] : await store.mutes.list(reader.id, now().toISOString())
    const page =
      mutes.length === 0
        ? await store.entries.listArrivals(reader.id, filter, limit, cursor, order)
        : await withoutMuted(context, filter, limit, cursor, order)
    return { ids: page.rows, ...defined({ next: page.next }) }
  },
})

/** A page without muted entries. It may be shorter than requested even if more follow. */
async function withoutMuted(
  context: OperationContext,
  filter: ArrivalFilter,
  limit: number,
  cursor: string | undefined,
  order: EntryOrder,
): Promise<Page<EntryId>> {
  const { store, reader } = context
  const [page, lists] = await Promise.all([
    store.entries.listArrivals(reader.id, filter, limit, cursor, order),
    mutedLists(context),
  ])
  const ids: EntryId[] = []
  for (let at = 0; at < page.rows.length; at += lookedAt) {
    const rows = await store.entries.rows(reader.id, page.rows.slice(at, at + lookedAt))
    ids.push(...lists.sift(rows, mutableEntry).map(({ id }) => id))
  }
  return { ...page, rows: ids }
}
