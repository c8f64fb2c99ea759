import type { Follow, FollowKind } from '../../core/marks.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { markedTargets, onPresentStories } from '../stories/story-aliases.ts'

/**
 * What readers follow. For this and all other marks: one on a merged story is listed and removed as one on the current story; if the
 * merge is undone, it is on the first story again. Times are ISO 8601, UTC.
 */
export function followStore(engine: Engine) {
  const { reader } = engine
  // Read by Today and every search.
  const list = whileUnchanged(engine, async (readerId: string): Promise<readonly Follow[]> => {
    const rows = await reader
      .selectFrom('follow')
      .select(['kind', 'target', 'label', 'at'])
      .where('reader_id', '=', readerId)
      .orderBy('at', 'desc')
      .orderBy('kind')
      .orderBy('target')
      .execute()
    return onPresentStories(
      engine,
      reader,
      rows.map((row) => ({ ...row, kind: row.kind as FollowKind })),
    )
  })
  return {
    /** Following again keeps the first time. */
    async add(readerId: string, follows: readonly Follow[]): Promise<void> {
      if (follows.length === 0) return
      const rows = follows.map((follow) => ({ reader_id: readerId, ...only(follow) }))
      await engine.write((tx) =>
        engine.insertMany(tx, 'follow', rows, { ifExists: 'on conflict (reader_id, kind, target) do nothing' }),
      )
    },

    /** Returns what was removed, so that it can be restored; undefined when it wasn't followed. */
    remove: (readerId: string, kind: FollowKind, target: string): Promise<Follow | undefined> =>
      engine.write(async (tx) => {
        const targets = await markedTargets(tx, kind, target)
        const rows = await tx
          .deleteFrom('follow')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .returning(['label', 'at'])
          .execute()
        const first = rows.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]
        return first && { kind, target, ...first }
      }),

    /** Latest first. */
    list,
  }
}

export type FollowStore = ReturnType<typeof followStore>

function only({ kind, target, label, at }: Follow): Follow {
  return { kind, target, label, at }
}
