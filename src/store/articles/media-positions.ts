import type { EntryId } from '../../core/ids.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'

/** How far somebody played a file of an entry. `number` counts the files of an entry from 0. */
export type MediaPosition = { readonly entryId: EntryId; readonly number: number; readonly seconds: number }

/** Positions where readers stopped playing. */
export function mediaPositionStore(engine: Engine) {
  return {
    /** 0 seconds deletes the position. */
    async set(readerId: string, { entryId, number, seconds }: MediaPosition, at: string): Promise<void> {
      const row = { reader_id: readerId, sequence: toNumber(entryId), number, seconds, at }
      await engine.write(async (tx) => {
        await tx
          .deleteFrom('media_place')
          .where('reader_id', '=', readerId)
          .where('sequence', '=', row.sequence)
          .where('number', '=', number)
          .execute()
        if (seconds > 0) await tx.insertInto('media_place').values(row).execute()
      })
    },
    async listOf(readerId: string, ids: readonly EntryId[]): Promise<readonly MediaPosition[]> {
      if (ids.length === 0) return []
      const rows = await engine.reader
        .selectFrom('media_place')
        .select(['sequence', 'number', 'seconds'])
        .where('reader_id', '=', readerId)
        .where(engine.isIn('sequence', ids.map(toNumber)))
        .execute()
      return rows.map(({ sequence, ...place }) => ({ entryId: fromNumber<EntryId>(sequence), ...place }))
    },
  }
}

export type MediaPositionStore = ReturnType<typeof mediaPositionStore>
