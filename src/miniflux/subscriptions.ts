import { listFeeds } from '../operations/articles/list-entries.ts'
import { mayHaveIcon } from '../operations/feeds/feed-icons.ts'
import { type FolderView, listFolders, noFolderNumber } from '../operations/feeds/folders.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import { numberOf } from './numbers.ts'
import { feed } from './shapes.ts'

/** What the reader subscribes to, as it stands now. */
export type Subscriptions = {
  readonly userId: number
  readonly rows: readonly FeedHealth[]
  readonly folders: readonly FolderView[]
  /** In the shape of this interface, by id. */
  readonly feeds: ReadonlyMap<string, ReturnType<typeof feed>>
}

/** Reads them. Who may not is told to have none; the operation that was asked for says why. */
export async function subscriptionsOf(context: OperationContext): Promise<Subscriptions> {
  const [feeds, folders] = await Promise.all([
    runForProgram(context, listFeeds, {}),
    runForProgram(context, listFolders, {}),
  ])
  const rows = feeds.kind === 'done' ? feeds.view.folders.flatMap((folder) => folder.feeds) : []
  const known = folders.kind === 'done' ? folders.view : []
  const userId = numberOf(context.reader.id)
  const shaped = (row: FeedHealth) => feed(row, known, userId, row.intake !== 'mail' && mayHaveIcon(context, row))
  return { userId, rows, folders: known, feeds: new Map(rows.map((row) => [row.id, shaped(row)])) }
}

/** The name of the folder with a number, empty for the one of feeds in none; undefined for a number without a folder. */
export function folderNumbered(number: string | number, folders: readonly FolderView[]): string | undefined {
  if (Number(number) === noFolderNumber) return ''
  return folders.find((folder) => folder.number === Number(number))?.name
}
