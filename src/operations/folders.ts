import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineOperation } from './operation.ts'

/** A folder of the reader. `number` is what programs call it by: it follows from its name. */
export type FolderView = {
  readonly number: number
  readonly name: string
  readonly feedCount: number
  readonly unreadCount: number
}

/** Programs know folders by numbers; this one stands for feeds that are in none. */
export const noFolderNumber = 1

export const listFolders = defineOperation({
  name: 'list_folders',
  least: 'reader',
  summary: 'The folders of the reader by name, with the numbers that programs call them by',
  input: z.object({}),
  async run({ store, reader }): Promise<readonly FolderView[]> {
    const [feeds, kept] = await Promise.all([store.feeds.list(reader.id), store.folders.kept(reader.id)])
    const byName = Map.groupBy(feeds, ({ folder }) => folder)
    const names = [...new Set([...byName.keys(), ...kept])].filter((name) => name !== '').toSorted()
    const taken = new Set([0, noFolderNumber])
    const numbered = names.map((name): FolderView => {
      let number = numberOf(name)
      while (taken.has(number)) number += 1
      taken.add(number)
      const own = byName.get(name) ?? []
      return { number, name, feedCount: own.length, unreadCount: own.reduce((sum, feed) => sum + feed.unreadCount, 0) }
    })
    return numbered.toSorted((a, b) => a.name.localeCompare(b.name))
  },
})

export const addFolder = defineOperation({
  name: 'add_folder',
  least: 'reader',
  summary: 'Makes a folder before there is a feed in it; one of that name stays as it is',
  input: z.object({ name: z.string().trim().min(1).max(200) }),
  run: ({ store, reader, now }, { name }): Promise<void> => store.folders.keep(reader.id, name, now().toISOString()),
})

/** 31 bits of a hash of the name: it needs no table, and is the same on every day. */
function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() >>> 1
}
