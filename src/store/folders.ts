import type { Engine } from './engine.ts'

/** The folders a reader keeps feeds in: each is the name that stands with its feeds, or was made before there was one. */
export type FolderStore = {
  /** Those made by themselves, whether feeds came to be in them or not. */
  kept(readerId: string): Promise<readonly string[]>
  keep(readerId: string, name: string, at: string): Promise<void>
  /** Gives all its feeds another folder, in one write; empty: none. `count`: how many feeds that were. */
  move(
    readerId: string,
    name: string,
    to: string,
    at: string,
  ): Promise<{ readonly isThere: boolean; readonly count: number }>
}

/** The folders of readers over a database. */
export function folderStore(engine: Engine): FolderStore {
  return {
    async kept(readerId) {
      const rows = await engine.reader
        .selectFrom('kept_folder')
        .select('name')
        .where('reader_id', '=', readerId)
        .orderBy('name')
        .execute()
      return rows.map(({ name }) => name)
    },
    async keep(readerId, name, at) {
      await engine.write((tx) =>
        engine.insertMany(tx, 'kept_folder', [{ reader_id: readerId, name, at }], { ifExists: 'ignore' }),
      )
    },
    move: (readerId, name, to, at) =>
      engine.write(async (tx) => {
        const kept = await tx
          .deleteFrom('kept_folder')
          .where('reader_id', '=', readerId)
          .where('name', '=', name)
          .executeTakeFirst()
        if (kept.numDeletedRows > 0n && to !== '')
          await engine.insertMany(tx, 'kept_folder', [{ reader_id: readerId, name: to, at }], { ifExists: 'ignore' })
        const moved = await tx
          .updateTable('subscription')
          .set({ folder: to })
          .where('reader_id', '=', readerId)
          .where('folder', '=', name)
          .executeTakeFirst()
        const count = Number(moved.numUpdatedRows)
        return { isThere: count > 0 || kept.numDeletedRows > 0n, count }
      }),
  }
}
