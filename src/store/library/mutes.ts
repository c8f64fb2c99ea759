import { defined } from '../../core/defined.ts'
import { asId, type MuteId } from '../../core/ids.ts'
import type { Mute, MuteKind } from '../../core/marks.ts'
import { targetKey } from '../../core/marks.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { markedTargets, onPresentStories } from '../stories/story-aliases.ts'
import type { MuteTable } from './mark-schema.ts'

const takePlace = `on conflict (reader_id, kind, target) do update set
  label = excluded.label, at = excluded.at, until = excluded.until`

/** What readers don't want to see. */
export function muteStore(engine: Engine) {
  const { reader } = engine
  // Read by every list.
  const listAll = whileUnchanged(engine, async (readerId: string) => {
    const rows = await reader
      .selectFrom('mute')
      .selectAll()
      .where('reader_id', '=', readerId)
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute()
    return onPresentStories(engine, reader, rows.map(toMute))
  })
  return {
    /** Replaces one on the same thing. */
    async add(readerId: string, mutes: readonly Mute[]): Promise<void> {
      if (mutes.length === 0) return
      const once = new Map(mutes.map((mute) => [targetKey(mute), toRow(readerId, mute)]))
      await engine.write((tx) => engine.insertMany(tx, 'mute', [...once.values()], { ifExists: takePlace }))
    },

    remove: (readerId: string, id: MuteId): Promise<Mute | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('mute')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        return row && toMute(row)
      }),

    removeFrom: (readerId: string, kind: MuteKind, target: string): Promise<Mute | undefined> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, kind, target)
        const rows = await tx
          .deleteFrom('mute')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .returningAll()
          .execute()
        return rows[0] && toMute(rows[0])
      }),

    /** Those active at a time, newest first. */
    async list(readerId: string, at: string): Promise<readonly Mute[]> {
      return (await listAll(readerId)).filter(({ until }) => until === undefined || until > at)
    },
  }
}

export type MuteStore = ReturnType<typeof muteStore>

function toRow(readerId: string, { id, kind, target, label, at, until }: Mute): MuteTable {
  return { id, reader_id: readerId, kind, target, label, at, until: until ?? null }
}

function toMute({ id, kind, target, label, at, until }: MuteTable): Mute {
  return {
    id: asId<MuteId>(id),
    kind: kind as MuteKind,
    target,
    label,
    at,
    ...defined({ until: until ?? undefined }),
  }
}
