import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import type { FeedTally } from '../../store/feeds/feed-counts.ts'
import type { FeedRow } from '../../store/feeds/feed-rows.ts'
import { inOrder } from '../in-order.ts'
import type { OperationContext } from '../operation.ts'
import type { ArticleListView, SidebarFeed } from './article-list-views.ts'

/** Up to this many feeds are all listed; beyond it, only those of the selected folder. */
const mostListedInFull = 40

type ListSelection = { readonly feedId?: FeedId | undefined; readonly folder?: string | undefined }
type Sidebar = Pick<ArticleListView, 'folders' | 'nextUnread'>

/**
 * The sidebar of the article list: the reader's folders with unread counts, and the feeds to show. Of thousands of feeds only the
 * sums are read, because they change with every new entry.
 */
export async function sidebarFolders(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  looked: ListSelection,
): Promise<Sidebar> {
  if (reader.role === 'guest') return sidebarOf((await store.feeds.listAll(reader.id)).map(tallyOf), looked)
  const sums = await store.feeds.folderSums(reader.id)
  const feedCount = sums.reduce((sum, folder) => sum + folder.feedCount, 0)
  if (feedCount <= mostListedInFull || looked.feedId !== undefined || looked.folder !== undefined)
    return sidebarOf(await store.feeds.tallies(reader.id), looked)
  return {
    folders: byName(sums).map(({ name, unreadCount, feedCount }) => ({ name, unreadCount, feedCount, feeds: [] })),
  }
}

function tallyOf({ id, sourceId, title, folder, entryCount, unreadCount, isStopped, lastError }: FeedRow): FeedTally {
  return { id, sourceId, title, folder, entryCount, unreadCount, isFailing: isStopped || lastError !== undefined }
}

function sidebarOf(feeds: readonly FeedTally[], { feedId, folder }: ListSelection): Sidebar {
  const here = feedId === undefined ? folder : feeds.find(({ id }) => id === feedId)?.folder
  const folders = byName(
    [...Map.groupBy(feeds, (feed) => feed.folder)].map(([name, own]) => ({
      name,
      unreadCount: own.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      feedCount: own.length,
      own,
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
  return { folders: shown, ...defined({ nextUnread }) }
}

/** The next place with unread entries, continuing from the start; undefined if the current place isn't in the list. */
function nextAfter<Place extends { readonly unreadCount: number }>(
  places: readonly Place[],
  isHere: (place: Place) => boolean,
): Place | undefined {
  const at = places.findIndex(isHere)
  if (at === -1) return undefined
  return [...places.slice(at + 1), ...places.slice(0, at)].find(({ unreadCount }) => unreadCount > 0)
}

function shownFeed({ id, sourceId, title, unreadCount, isFailing }: FeedTally): SidebarFeed {
  return { id, sourceId, title, unreadCount, ...defined({ isFailing: isFailing ? (true as const) : undefined }) }
}

function byName<Folder extends { readonly name: string }>(folders: readonly Folder[]): readonly Folder[] {
  return folders.toSorted((a, b) => inOrder.compare(a.name, b.name))
}

function byTitle(feeds: readonly FeedTally[]): readonly FeedTally[] {
  return feeds.toSorted((a, b) => inOrder.compare(a.title, b.title))
}
