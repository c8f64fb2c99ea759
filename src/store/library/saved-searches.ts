import { randomUUID } from 'node:crypto'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import type { SavedSearch, SavedSearchStore } from './saved-search-store.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly search: string
  readonly at: string
  readonly seen_at: string | null
}

/** The searches readers keep. */
export function savedSearchStore(engine: Engine): SavedSearchStore {
  const { reader } = engine
  const rowsOf = (readerId: string) =>
    reader
      .selectFrom('saved_search')
      .select(['id', 'name', 'search', 'at', 'seen_at'])
      .where('reader_id', '=', readerId)
  // Every search asks for them.
  const list = whileUnchanged(engine, async (readerId: string) =>
    (await rowsOf(readerId).orderBy('at', 'desc').orderBy('id').execute()).map(toSearch),
  )

  return {
    save: (readerId, { id, name, query, at, seenAt }) =>
      engine.write(async (tx) => {
        const same = await tx
          .selectFrom('saved_search')
          .select(['id', 'name', 'search', 'at', 'seen_at'])
          .where('reader_id', '=', readerId)
          .where('search', '=', query)
          .executeTakeFirst()
        if (same) return toSearch(same)
        // An id that another reader's search has is not ours to write over: this one gets its own.
        const other = await tx
          .selectFrom('saved_search')
          .select('id')
          .where('id', '=', id)
          .where('reader_id', '!=', readerId)
          .executeTakeFirst()
        const row = {
          id: other ? randomUUID() : id,
          reader_id: readerId,
          name,
          search: query,
          at,
          seen_at: seenAt ?? null,
        }
        await engine.insertMany(tx, 'saved_search', [row], {
          ifExists: `on conflict (id) do update set name = excluded.name, search = excluded.search
            where saved_search.reader_id = excluded.reader_id`,
        })
        return toSearch(row)
      }),

    rename: (readerId, id, name) =>
      engine.write(async (tx) => {
        await tx
          .updateTable('saved_search')
          .set({ name })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .execute()
      }),

    remove: (readerId, id) =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('saved_search')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning(['id', 'name', 'search', 'at', 'seen_at'])
          .executeTakeFirst()
        return row && toSearch(row)
      }),

    see: (readerId, id, at) =>
      engine.write(async (tx) => {
        await tx
          .updateTable('saved_search')
          .set({ seen_at: at })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .execute()
      }),

    async find(readerId, id) {
      const row = await rowsOf(readerId).where('id', '=', id).executeTakeFirst()
      return row && toSearch(row)
    },

    list,
  }
}

function toSearch({ id, name, search, at, seen_at }: Row): SavedSearch {
  return { id, name, query: search, at, ...(seen_at === null ? {} : { seenAt: seen_at }) }
}
