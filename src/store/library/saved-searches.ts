import { randomUUID } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly search: string
  readonly at: string
  readonly seen_at: string | null
}

/** A reader's saved search, with its query as typed. Times are ISO 8601, UTC. */
export type SavedSearch = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly at: string
  /** When its results were last viewed. */
  readonly seenAt?: string
}

/** Readers' saved searches. */
export function savedSearchStore(engine: Engine) {
  const { reader } = engine
  const rowsOf = (readerId: string) =>
    reader
      .selectFrom('saved_search')
      .select(['id', 'name', 'search', 'at', 'seen_at'])
      .where('reader_id', '=', readerId)
  // Read by every search.
  const list = whileUnchanged(
    engine,
    async (readerId: string): Promise<readonly SavedSearch[]> =>
      (await rowsOf(readerId).orderBy('at', 'desc').orderBy('id').execute()).map(toSearch),
  )

  return {
    /** Replaces one with the same id; another one with the same query keeps its id and gets the new name. Returns the stored one. */
    save: (readerId: string, { id, name, query, at, seenAt }: SavedSearch): Promise<SavedSearch> =>
      engine.write(async (tx) => {
        const same = await tx
          .selectFrom('saved_search')
          .select(['id', 'name', 'search', 'at', 'seen_at'])
          .where('reader_id', '=', readerId)
          .where('search', '=', query)
          .executeTakeFirst()
        if (same) return toSearch(same)
        // Another reader's search has this id, so this one gets a new id.
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

    rename: (readerId: string, id: string, name: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .updateTable('saved_search')
          .set({ name })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .execute()
      }),

    /** Returns what was removed, so that it can be restored. */
    remove: (readerId: string, id: string): Promise<SavedSearch | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('saved_search')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returning(['id', 'name', 'search', 'at', 'seen_at'])
          .executeTakeFirst()
        return row && toSearch(row)
      }),

    see: (readerId: string, id: string, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await tx
          .updateTable('saved_search')
          .set({ seen_at: at })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .execute()
      }),

    async find(readerId: string, id: string): Promise<SavedSearch | undefined> {
      const row = await rowsOf(readerId).where('id', '=', id).executeTakeFirst()
      return row && toSearch(row)
    },

    /** Latest first. */
    list,
  }
}

export type SavedSearchStore = ReturnType<typeof savedSearchStore>

function toSearch({ id, name, search, at, seen_at }: Row): SavedSearch {
  return { id, name, query: search, at, ...defined({ seenAt: seen_at ?? undefined }) }
}
