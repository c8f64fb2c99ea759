import type { Follow, FollowKind } from '../../core/marks.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { markedTargets, onPresentStories } from '../stories/story-aliases.ts'

/**
 * What readers follow. Of this and the other marks: one on a story that went into another is listed as one on that other, and is taken
 * away as such; should the merge be undone, it is on the first again. Times are ISO 8601, UTC.
 */
export function followStore(engine: Engine) {
  const { reader } = engine
  // Today and every search ask for them.
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
    /** One that is followed already keeps the time it was followed at first. */
    async add(readerId: string, follows: readonly Follow[]): Promise<void> {
      if (follows.length === 0) return
      const rows = follows.map((follow) => ({ reader_id: readerId, ...only(follow) }))
      await engine.write((tx) =>
        engine.insertMany(tx, 'follow', rows, { ifExists: 'on conflict (reader_id, kind, target) do nothing' }),
      )
    },

    /** What was taken away, so that it can be put back; undefined when it was not followed. */
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

    /** The latest first. */
    list,
  }
}

export type FollowStore = ReturnType<typeof followStore>

function only({ kind, target, label, at }: Follow): Follow {
  return { kind, target, label, at }
}
