import type { Follow, FollowKind } from '../../core/marks.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { markedTargets, onPresentStories } from '../stories/story-aliases.ts'
import type { FollowStore } from './mark-stores.ts'

/** What readers follow. */
export function followStore(engine: Engine): FollowStore {
  const { reader } = engine
  // Today and every search ask for them.
  const list = whileUnchanged(engine, async (readerId: string) => {
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
    async add(readerId, follows) {
      if (follows.length === 0) return
      const rows = follows.map((follow) => ({ reader_id: readerId, ...only(follow) }))
      await engine.write((tx) =>
        engine.insertMany(tx, 'follow', rows, { ifExists: 'on conflict (reader_id, kind, target) do nothing' }),
      )
    },

    remove: (readerId, kind, target) =>
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

    list,
  }
}

function only({ kind, target, label, at }: Follow): Follow {
  return { kind, target, label, at }
}
