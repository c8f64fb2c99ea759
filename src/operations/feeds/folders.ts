import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { noFolderNumber, numberFolders } from '../../store/feeds/folders.ts'
import type { FeedRow } from '../../store/store.ts'
import { defineOperation } from '../operation.ts'

export { noFolderNumber }

/**
 * A folder of the reader. `number` is its id for programs, which survives renaming. `isHidden`: programs leave it out of combined
 * lists.
 */
export type FolderView = {
  readonly number: number
  readonly name: string
  readonly feedCount: number
  readonly unreadCount: number
  readonly isHidden?: true
}

/** All folders of a feed; the empty name if it is in none. */
export function foldersOf({ folder, folders }: Pick<FeedRow, 'folder' | 'folders'>): readonly string[] {
  return folders ?? [folder]
}

export const listFolders = defineOperation({
  name: 'list_folders',
  minRole: 'reader',
  summary: 'The reader’s folders by name, with the numbers that programs use',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<readonly FolderView[]> {
    const [feeds, kept, numbers] = await Promise.all([
      store.feeds.list(reader.id),
      store.folders.created(reader.id),
      store.folders.numbers(reader.id),
    ])
    const places = feeds.flatMap((feed) => foldersOf(feed).map((name) => ({ name, feed })))
    const byName = Map.groupBy(places, ({ name }) => name)
    const names = [...new Set([...byName.keys(), ...kept])].filter((name) => name !== '')
    const numbered = numberFolders(names, numbers)
    const hidden = new Set(numbers.flatMap(({ name, isHidden }) => (isHidden ? [name] : [])))
    return names
      .map((name): FolderView => {
        const own = byName.get(name) ?? []
        return {
          number: numbered.get(name)!,
          name,
          feedCount: own.length,
          unreadCount: own.reduce((sum, { feed }) => sum + feed.unreadCount, 0),
          ...defined({ isHidden: hidden.has(name) || undefined }),
        }
      })
      .toSorted((a, b) => a.name.localeCompare(b.name))
  },
})

export const addFolder = defineOperation({
  name: 'add_folder',
  minRole: 'reader',
  summary:
    'Creates an empty folder; an existing one stays as it is. isHidden sets whether programs leave the folder out of combined lists',
  input: z.strictObject({ name: z.string().trim().min(1).max(200), isHidden: z.boolean().optional() }),
  run: ({ store, reader, now }, { name, isHidden }): Promise<void> =>
    store.folders.create(reader.id, name, now().toISOString(), isHidden),
})
