import type { SavedKind } from '../core/marks.ts'
import type { Engine } from './engine.ts'
import type { SaveStore } from './mark-stores.ts'
import { idsOfStory, onPresentStories } from './story-aliases.ts'

/** The stories and articles readers keep. */
export function saveStore(engine: Engine): SaveStore {
  const { reader } = engine
  return {
    async add(readerId, saved) {
      if (saved.length === 0) return
      const rows = saved.map(({ kind, target, title, at }) => ({ reader_id: readerId, kind, target, title, at }))
      await engine.write((tx) =>
        engine.insertMany(tx, 'saved', rows, { ifExists: 'on conflict (reader_id, kind, target) do nothing' }),
      )
    },

    remove: (readerId, kind, target) =>
      engine.write(async (tx) => {
        const targets = kind === 'story' ? await idsOfStory(tx, target) : [target]
        const rows = await tx
          .deleteFrom('saved')
          .where('reader_id', '=', readerId)
          .where('kind', '=', kind)
          .where(engine.isIn('target', targets))
          .returning(['title', 'at'])
          .execute()
        const last = rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
        return last && { kind, target, ...last }
      }),

    async list(readerId) {
      const rows = await reader
        .selectFrom('saved')
        .select(['kind', 'target', 'title', 'at'])
        .where('reader_id', '=', readerId)
        .orderBy('at', 'desc')
        .orderBy('kind')
        .orderBy('target')
        .execute()
      return onPresentStories(
        engine,
        reader,
        rows.map((row) => ({ ...row, kind: row.kind as SavedKind })),
      )
    },

    async has(readerId, kind, target) {
      const targets = kind === 'story' ? await idsOfStory(reader, target) : [target]
      const row = await reader
        .selectFrom('saved')
        .select('target')
        .where('reader_id', '=', readerId)
        .where('kind', '=', kind)
        .where(engine.isIn('target', targets))
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
