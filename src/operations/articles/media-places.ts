import { z } from 'zod'
import type { MediaPosition } from '../../store/articles/media-positions.ts'
import { entryId } from '../input.ts'
import { defineOperation } from '../operation.ts'

export type { MediaPosition } from '../../store/articles/media-positions.ts'

const longestSeconds = 10_000_000

export const setMediaPlace = defineOperation({
  name: 'set_media_place',
  minRole: 'reader',
  summary: 'Stores the reader’s position in a recording; undefined if there is no such file',
  input: z.strictObject({
    entryId,
    /** Number of the entry's file, from 0. */
    number: z.number().int().min(0).max(999),
    seconds: z.number().int().min(0).max(longestSeconds),
  }),
  async run({ store, reader, now }, { entryId, number, seconds }): Promise<true | undefined> {
    const found = await store.entries.find(reader.id, entryId)
    if (found?.entry.enclosures[number] === undefined) return undefined
    await store.mediaPositions.set(reader.id, { entryId, number, seconds }, now().toISOString())
    return true
  },
})

export const listMediaPlaces = defineOperation({
  name: 'list_media_places',
  minRole: 'reader',
  summary: 'The reader’s positions in recordings; those not started are left out',
  input: z.strictObject({ ids: z.array(entryId).max(1000) }),
  run: ({ store, reader }, { ids }): Promise<readonly MediaPosition[]> => store.mediaPositions.listOf(reader.id, ids),
})
