import { defined } from '../../core/defined.ts'
import { withParents } from '../../core/feed/parent-folders.ts'
import type { FeedId } from '../../core/ids.ts'
import type { FeedTally } from '../../store/feeds/feed-counts.ts'
import type { FeedRow } from '../../store/feeds/feed-rows.ts'
import { foldersOf } from '../feeds/folders.ts'
import { inOrder } from '../in-order.ts'
import type { OperationContext } from '../operation.ts'
import type { ArticleListView, SidebarFeed } from './article-list-views.ts'

/** Up to this many feeds are all listed; beyond it, only those of the selected folder. */
const mostListedInFull = 40

type ListSelection = { readonly feedId?: FeedId | undefined; readonly folder?: string | undefined }
type Sidebar = Pick<ArticleListView, 'folders' | 'nextUnread' | 'unreadCount'>

/**
 * The sidebar of the article list: the reader's folders with unread counts, and the feeds to show. Of thousands of feeds only the
 * sums are read, because they change with every new entry.
 */
export async function sidebarFolders(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  looked: ListSelection,
): Promise<Sidebar> {
  if (reader.role === 'guest') return sidebarOf((await store.feeds.listAll(reader.id)).map(tallyOf), looked)
  const { feedCount, unreadCount } = await store.feeds.totals(reader.id)
  if (feedCount <= mostListedInFull || looked.feedId !== undefined || looked.folder !== undefined)
    return sidebarOf(await store.feeds.tallies(reader.id), looked)
  const sums = await store.feeds.folderSums(reader.id)
  return {
    unreadCount,
    folders: byName(sums).map(({ name, unreadCount, feedCount }) => ({ name, unreadCount, feedCount, feeds: [] })),
  }
}

function tallyOf(row: FeedRow): FeedTally {
  const { id, sourceId, title, folder, entryCount, unreadCount, isStopped, lastError } = row
  return { id, sourceId, title, folder, entryCount, unreadCount, isFailing: isStopped || lastError !== undefined }
}

function sidebarOf(feeds: readonly FeedTally[], { feedId, folder }: ListSelection): Sidebar {
  const here = feedId === undefined ? folder : feeds.find(({ id }) => id === feedId)?.folder
  const places = feeds.flatMap((feed) => {
    const own = foldersOf(feed)
    return [...withParents(own)].map((name) => ({ name, feed, isOwn: own.includes(name) }))
  })
  const folders = byName(
    [...Map.groupBy(places, ({ name }) => name)].map(([name, inFolder]) => ({
      name,
      unreadCount: inFolder.reduce((sum, { feed }) => sum + feed.unreadCount, 0),
      feedCount: inFolder.filter(({ isOwn }) => isOwn).length,
      own: inFolder.flatMap(({ feed, isOwn }) => (isOwn ? [feed] : [])),
    })),
  )
  const isWhole = feeds.length <= mostListedInFull
  const shown = folders.map(({ own, ...sums }) => ({
    ...sums,
    feeds: isWhole || sums.name === here ? byTitle(own).map(shownFeed) : [],
  }))
  const nextUnread =
    feedId === undefined
      ? nextAfter(
          folders.map(({ name, unreadCount }) => ({ folder: name, title: name, unreadCount })),
          (place) => place.folder === folder,
        )
      : nextAfter(
          folders
            .flatMap(({ own }) => byTitle(own))
            .map(({ id, title, unreadCount }) => ({ feedId: id, title, unreadCount })),
          (place) => place.feedId === feedId,
        )
  const unreadCount = feeds.reduce((sum, feed) => sum + feed.unreadCount, 0)
  return { folders: shown, unreadCount, ...defined({ nextUnread }) }
}

/** The next place with unread entries, continuing from the start; undefined if the current place isn't in the list. */
function nextAfter<Place extends { readonly unreadCount: number }>(
  places: readonly Place[],
  isHere: (place: Place) => boolean,
): Place | undefined {
  const at = places.findIndex(isHere)
  if (at === -1) return undefined
  return [...places.slice(at + 1), ...places.slice(0, at)].find((place) => place.unreadCount > 0 && !isHere(place))
}

function shownFeed({ id, sourceId, title, unreadCount, isFailing }: FeedTally): SidebarFeed {
  return { id, sourceId, title, unreadCount, ...defined({ isFailing: isFailing ? (true as const) : undefined }) }
}

function byName<Folder extends { readonly name: string }>(folders: readonly Folder[]): readonly Folder[] {
  return folders.toSorted((a, b) => compareFolders(a.name, b.name))
}

/** By the names of the folders around them, so that sub-folders follow the folder they are in. */
export function compareFolders(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')]
  const at = one.findIndex((part, index) => part !== other[index])
  return at === -1 ? one.length - other.length : inOrder.compare(one[at]!, other[at] ?? '')
}

function byTitle(feeds: readonly FeedTally[]): readonly FeedTally[] {
  return feeds.toSorted((a, b) => inOrder.compare(a.title, b.title))
}
