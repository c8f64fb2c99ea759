import { listFeeds } from '../operations/articles/list-entries.ts'
import { mayHaveIcon } from '../operations/feeds/feed-icons.ts'
import { type FolderView, listFolders, noFolderNumber } from '../operations/feeds/folders.ts'
import { ownHeadersOfFeeds } from '../operations/feeds/own-headers.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import { feed, numberOf } from './shapes.ts'

/** A reader's present subscriptions. */
export type Subscriptions = {
  readonly userId: number
  readonly rows: readonly FeedHealth[]
  /** With the counts of the feeds whose first folder it is. */
  readonly folders: readonly FolderView[]
  /** In Miniflux's shape, by id. */
  readonly feeds: ReadonlyMap<string, ReturnType<typeof feed>>
}

/** Reads them. A reader without permission gets none; the requested operation then gives the reason. */
export async function subscriptionsOf(context: OperationContext): Promise<Subscriptions> {
  const [feeds, folders, own] = await Promise.all([
    runForProgram(context, listFeeds, {}),
    runForProgram(context, listFolders, {}),
    ownHeadersOfFeeds(context),
  ])
  const rows = feeds.kind === 'done' ? feeds.view.folders.flatMap((folder) => folder.feeds) : []
  const known = (folders.kind === 'done' ? folders.view : []).map((folder) => countFirst(folder, rows))
  const userId = numberOf(context.reader.id)
  const shaped = (row: FeedHealth) =>
    feed(row, known, userId, row.intake !== 'mail' && mayHaveIcon(context, row), own.get(row.id))
  return { userId, rows, folders: known, feeds: new Map(rows.map((row) => [row.id, shaped(row)])) }
}

/** Miniflux has a feed in one category: here its first folder. */
function countFirst(folder: FolderView, feeds: readonly FeedHealth[]): FolderView {
  const own = feeds.filter((feed) => feed.folder === folder.name)
  return { ...folder, feedCount: own.length, unreadCount: own.reduce((sum, feed) => sum + feed.unreadCount, 0) }
}

/** The name of the folder with this number, empty for category 1; undefined for an unknown number. */
export function folderNumbered(number: string | number, folders: readonly FolderView[]): string | undefined {
  if (Number(number) === noFolderNumber) return ''
  return folders.find((folder) => folder.number === Number(number))?.name
}
