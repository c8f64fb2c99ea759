import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { parentFolders } from '../../core/feed/parent-folders.ts'
import type { FeedId } from '../../core/ids.ts'
import { readPreferences } from '../../core/preferences.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import type { EntryRow, FeedRow, Page } from '../../store/store.ts'
import { busyProgressOf } from '../admin/get-progress.ts'
import { feedHealth, listedEntry, mayBeOffered, offeredFeed } from '../feeds/feed-health.ts'
import { foldersOf } from '../feeds/folders.ts'
import { ownHeadersView } from '../feeds/own-headers.ts'
import { inOrder } from '../in-order.ts'
import { feedId, folderScope } from '../input.ts'
import { mutableEntry, mutedLists, type Sift } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ArticleListView, FeedsView } from './article-list-views.ts'
import { safeMarkup } from './entry-pictures.ts'
import { chosenOrder } from './list-order.ts'
import { sidebarFolders } from './sidebar-folders.ts'

// With a thousand feeds the first view then takes less than 35 KB on the wire (lab/bench/first-view.ts).
const PAGE = 28
const MOST_PAGES_READ = 5
/** Full texts are a hundred times larger than first words. */
const PAGE_WITH_TEXT = 20
const mostAtOnce = 200

export const listEntries = defineOperation({
  name: 'list_entries',
  minRole: 'guest',
  summary: 'Articles of all the reader’s feeds, a folder or one feed, by time; for a guest, those of the server',
  input: z.strictObject({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    folderScope: folderScope.optional(),
    show: z.enum(['unread', 'all', 'starred']).default('unread'),
    /** `chosen`: the one the reader chose for this list. */
    order: z.enum(['newest', 'oldest', 'chosen']).default('newest'),
    /** Includes each entry's own text, sanitized. */
    hasText: z.boolean().default(false),
    /** Most entries; absent: as many as a page shows. */
    limit: z.number().int().min(1).max(mostAtOnce).optional(),
    cursor: z.string().max(200).optional(),
    muted: z.enum(['show']).optional(),
  }),
  async run(
    context,
    { feedId, folder, folderScope, show: asked, order: wanted, hasText, limit, cursor, muted },
  ): Promise<ArticleListView | undefined> {
    const { store, reader } = context
    const isGuest = reader.role === 'guest'
    const feed = feedId === undefined ? undefined : await store.feeds.find(reader.id, feedId)
    if (feedId !== undefined && !feed) return undefined
    const isOffered = feed !== undefined && !feed.isSubscribed
    const isOfServer = isGuest || isOffered
    // Only entries of subscribed feeds are read or unread.
    const show = isOfServer ? 'all' : asked
    const scope = defined({ feedId, folder, folderScope })
    const chosen = await chosenOrder(context, { feed, folder })
    const order = wanted === 'chosen' ? chosen : wanted
    const filter = {
      ...scope,
      ...defined({
        isUnread: show === 'unread' || undefined,
        isStarred: show === 'starred' || undefined,
        isOfServer: isOfServer || undefined,
        // A copy that is unread was marked so by the reader.
        hidesCopies:
          (show === 'all' && feedId === undefined && !isOfServer && (await foldsCopies(context))) || undefined,
      }),
    }
    const lists = await mutedLists(context, muted)
    const [beside, page, { feedCount, progress }] = await Promise.all([
      sidebarFolders(context, { feedId, folder }),
      visiblePage(
        lists.sift,
        (next) => store.entries.list(reader.id, filter, limit ?? (hasText ? PAGE_WITH_TEXT : PAGE), next, order),
        cursor,
        // A star overrides mutes.
        show === 'starred',
      ),
      busyProgressOf(context),
    ])
    const { folders } = beside
    const mayBeHeld = feed !== undefined && (feed.intake === 'mail' || feed.isUnderEmbargo === true)
    const readerCount = feed && !isGuest ? await store.feeds.readerCount(feed.id) : undefined
    return {
      ...beside,
      filter: { ...scope, show },
      order,
      chosenOrder: chosen,
      title: feed?.title ?? folder ?? '',
      entries: page.rows.map(listedEntry),
      ...lists.hidden(),
      ...defined({
        next: page.next,
        texts: hasText ? await textsOf(context, page.rows) : undefined,
        feed: feed && (isGuest || !isOffered) ? feedHealth(feed, reader) : undefined,
        offered: isOffered && !isGuest && mayBeOffered(feed) ? offeredFeed(feed) : undefined,
        readerCount: reader.role === 'owner' ? readerCount : undefined,
        isOnlyReader: (feed?.isSubscribed && readerCount === 1) || undefined,
        ownHeaders: feed?.isSubscribed && feed.isOwnCopy ? await ownHeadersView(context, feed.id) : undefined,
        embargoUntil: mayBeHeld ? (await store.embargoes.list(reader.id)).get(feed.id) : undefined,
        failingCount: page.rows.length === 0 && !isGuest ? await failingIn(context, { feedId, folder }) : undefined,
        instanceFeedCount: folders.length === 0 ? feedCount : undefined,
        progress,
      }),
    }
  },
})

async function foldsCopies({ store, reader }: OperationContext): Promise<boolean> {
  return readPreferences(await store.preferences.all(reader.id)).foldCopies === 'on'
}

/** How many feeds of an empty list can't be loaded; undefined when all can. */
async function failingIn(
  { store, reader }: OperationContext,
  { feedId, folder }: { readonly feedId?: FeedId | undefined; readonly folder?: string | undefined },
): Promise<number | undefined> {
  const feeds = (await store.feeds.tallies(reader.id)).filter(
    (feed) =>
      feed.isFailing &&
      (feedId === undefined || feed.id === feedId) &&
      (folder === undefined || foldersOf(feed).some((name) => name === folder || parentFolders(name).includes(folder))),
  )
  return feeds.length || undefined
}

/** A page of unmuted entries. If most of a page is muted, the next ones are read too, up to a limit. */
async function visiblePage(
  sift: Sift,
  read: (cursor: string | undefined) => Promise<Page<EntryRow>>,
  cursor: string | undefined,
  isWhole: boolean,
): Promise<Page<EntryRow>> {
  if (isWhole) return read(cursor)
  const rows: EntryRow[] = []
  let next = cursor
  for (let count = 0; count < MOST_PAGES_READ; count++) {
    const page = await read(next)
    rows.push(...sift(page.rows, mutableEntry))
    next = page.next
    if (next === undefined || 2 * rows.length >= page.rows.length) break
  }
  return { rows, ...defined({ next }) }
}

/** All subscriptions by folder, with their health. */
export const listFeeds = defineOperation({
  name: 'list_feeds',
  minRole: 'guest',
  summary: 'The reader’s feeds by folder, with unread counts and errors, and the server’s other feeds',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<FeedsView> => feedsFor(await store.feeds.listAll(reader.id), reader),
})

async function textsOf(
  { store, reader }: OperationContext,
  rows: readonly EntryRow[],
): Promise<Record<string, string>> {
  const stored = await store.entries.findMany(
    reader.id,
    rows.map(({ id }) => id),
  )
  return Object.fromEntries(await Promise.all(stored.map(async (row) => [row.id, await safeMarkup(row)] as const)))
}

const arranged = new WeakMap<readonly FeedRow[], Map<ReaderIdentity['role'], FeedsView>>()

/** Feeds by folder. The store returns the same list until something is written, so it is arranged only once per role. */
function feedsFor(feeds: readonly FeedRow[], reader: ReaderIdentity): FeedsView {
  const byRole = arranged.get(feeds) ?? new Map<ReaderIdentity['role'], FeedsView>()
  arranged.set(feeds, byRole)
  const view = byRole.get(reader.role) ?? arrange(feeds, reader)
  byRole.set(reader.role, view)
  return view
}

function arrange(feeds: readonly FeedRow[], reader: ReaderIdentity): FeedsView {
  if (reader.role === 'guest') return { folders: byFolder(feeds, reader), offered: [] }
  return {
    folders: byFolder(
      feeds.filter(({ isSubscribed }) => isSubscribed),
      reader,
    ),
    offered: feeds.filter((feed) => mayBeOffered(feed)).map(offeredFeed),
  }
}

/** Each feed once, in its first folder. */
function byFolder(feeds: readonly FeedRow[], reader: ReaderIdentity): FeedsView['folders'] {
  return [...Map.groupBy(feeds, ({ folder }) => folder)]
    .sort(([a], [b]) => inOrder.compare(a, b))
    .map(([name, rows]) => ({
      name,
      unreadCount: rows.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      feeds: rows.map((row) => feedHealth(row, reader)).sort((a, b) => inOrder.compare(a.title, b.title)),
    }))
}
