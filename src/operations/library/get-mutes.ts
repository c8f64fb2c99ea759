import { z } from 'zod'
import type { Mute } from '../../core/marks.ts'
import { applyMutes } from '../../story/apply-mutes.ts'
import { defineOperation } from '../operation.ts'
import { mutableEntry } from './hide-muted.ts'

/** Newest entries looked at: what a mute hid is counted among them. */
const LOOKED_AT = 1_000
const WEEK_MS = 7 * 86_400_000

/** A mute, and how many entries of the last seven days it hides. */
export type MutedView = { readonly mute: Mute; readonly hidCount: number }

export const getMutes = defineOperation({
  name: 'get_mutes',
  minRole: 'reader',
  summary: 'The reader’s mutes, and how many articles of the last week each hides',
  input: z.strictObject({}),
  async run({ store, reader, now }): Promise<readonly MutedView[]> {
    const at = now()
    const mutes = await store.mutes.list(reader.id, at.toISOString())
    if (mutes.length === 0) return []
    const since = new Date(at.getTime() - WEEK_MS).toISOString()
    const { rows } = await store.entries.list(reader.id, {}, LOOKED_AT)
    const { counts } = applyMutes(
      rows.filter(({ publishedAt }) => publishedAt >= since),
      mutes,
      mutableEntry,
    )
    const byMute = new Map(counts.map(({ mute, count }) => [mute.id, count]))
    return mutes.map((mute) => ({ mute, hidCount: byMute.get(mute.id) ?? 0 }))
  },
})
