import type { Engine, Tx } from './engine.ts'

/** The folders a reader keeps feeds in: each is the name that stands with its feeds, or was made before there was one. */
export type FolderStore = {
  /** Those made by themselves, whether feeds came to be in them or not. */
  kept(readerId: string): Promise<readonly string[]>
  keep(readerId: string, name: string, at: string): Promise<void>
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
  }
}

/** Calls a folder that was made by itself by another name; empty: it is gone. */
export async function renameKeptFolder(tx: Tx, readerId: string, name: string, to: string): Promise<void> {
  if (name === to) return
  const ofReader = tx.selectFrom('kept_folder').select('at').where('reader_id', '=', readerId)
  const kept = await ofReader.where('name', '=', name).executeTakeFirst()
  if (!kept) return
  await tx.deleteFrom('kept_folder').where('reader_id', '=', readerId).where('name', '=', name).execute()
  const isTaken = (await ofReader.where('name', '=', to).executeTakeFirst()) !== undefined
  if (to !== '' && !isTaken)
    await tx.insertInto('kept_folder').values({ reader_id: readerId, name: to, at: kept.at }).execute()
}
