import type { EntryId } from '../core/ids.ts'
import { carryOut } from '../operations/carry-out.ts'
import { getEntries } from '../operations/get-entries.ts'
import { listMediaPlaces } from '../operations/media-places.ts'
import type { OperationContext } from '../operations/operation.ts'
import { markupForApps } from '../operations/picture-markup.ts'
import { entry } from './shapes.ts'
import { type Subscriptions, subscriptionsOf } from './subscriptions.ts'

/** Entries in the shape of this interface, in the order asked for. */
export async function toldEntries(
  context: OperationContext,
  ids: readonly EntryId[],
  known?: Subscriptions,
): Promise<readonly ReturnType<typeof entry>[]> {
  const { userId, feeds } = known ?? (await subscriptionsOf(context))
  const rows = await carryOut(context, getEntries, { ids })
  if (rows.kind !== 'done') return []
  const withFiles = rows.view.filter(({ enclosures }) => enclosures.length > 0).map(({ id }) => id)
  const places = withFiles.length === 0 ? undefined : await carryOut(context, listMediaPlaces, { ids: withFiles })
  const markup = await markupForApps(context)
  const among = { userId, feeds, markup, places: places?.kind === 'done' ? places.view : [] }
  return rows.view.map((row) => entry(row, among))
}
