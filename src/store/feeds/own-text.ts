import { sql } from 'kysely'
import type { Tx } from '../engine/engine.ts'

/** Sets whether a feed's own texts are used. Unless the owner does, only where the reader is its only one. False: not changed. */
export async function setUsesOwnText(
  tx: Tx,
  readerId: string,
  id: number,
  usesOwnText: boolean,
  isOwner: boolean,
): Promise<boolean> {
  const isAlone = sql<boolean>`exists (select 1 from subscription where feed_id = ${id} and reader_id = ${readerId})
    and not exists (select 1 from subscription where feed_id = ${id} and reader_id <> ${readerId})`
  const done = await tx
    .updateTable('feed')
    .set({ uses_own_text: usesOwnText ? 1 : 0 })
    .where('id', '=', id)
    .$if(!isOwner, (query) => query.where(isAlone))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
