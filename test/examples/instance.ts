import { asId } from '../../src/core/ids.ts'
import { defaultPreferences, type Preferences, preferenceNames } from '../../src/core/preferences.ts'
import type { SettingsView } from '../../src/operations/accounts/preferences.ts'
import type { ArticleListView } from '../../src/operations/articles/article-list-views.ts'
import { pastEmbargo } from '../../src/operations/feeds/embargo.ts'
import type { OpmlPreview } from '../../src/operations/feeds/opml-views.ts'
import type { AddressesFound, SilentFeed } from '../../src/operations/feeds/source-views.ts'
import type { FeedHealth, OfferedFeed, ProgressView } from '../../src/operations/views.ts'
import { admin } from './admin.ts'
import type { Answers } from './answers.ts'
import { underEmbargo } from './embargo.ts'
import { ownHeaders } from './own-headers.ts'
import * as views from './views.ts'

export const settings: SettingsView = {
  kept: { starred: 12, saved: 3, follows: 2, mutes: 1, notes: 0, searches: 4, visits: 310, corrections: 5, choices: 1 },
}

export const nothingKept: SettingsView = {
  kept: { starred: 0, saved: 0, follows: 0, mutes: 0, notes: 0, searches: 0, visits: 0, corrections: 0, choices: 0 },
}

export const nothingCame: ProgressView = {
  feeds: { total: 3, polled: 3, due: 0 },
  articles: { waiting: 0, running: 0, failed: 0, done: 0 },
  stories: { waiting: 0, running: 0, failed: 0, done: 0 },
  isBusy: false,
}

export const noFeedsYet: ProgressView = { ...nothingCame, feeds: { total: 0, polled: 0, due: 0 } }

/** A list of subscriptions that was looked into. */
export const opmlFile = {
  kind: 'preview',
  folders: [
    {
      name: 'Region',
      feeds: [
        { title: 'Northern Wire', url: 'https://wire.example/feed', isHere: true },
        { title: '<b>Varn</b> Echo', url: 'https://varn.example/feed', isHere: false },
      ],
    },
    { name: '', feeds: [{ title: 'صحيفة المضيق', url: 'https://strait.example/feed', isHere: false }] },
  ],
  skipped: ['“Broken”: no address'],
} as const satisfies OpmlPreview

/** The river under a filter: nothing unread in one feed, no star anywhere, a thousand feeds in the folder `many`. */
export const river: Required<Answers>['list_entries'] = async ({
  feedId,
  folder,
  show = 'unread',
  order: wanted = 'newest',
  hasText,
}) => {
  // The folder Region has the oldest first.
  const chosenOrder = folder === 'Region' ? 'oldest' : 'newest'
  const order = wanted === 'chosen' ? chosenOrder : wanted
  if (feedId === 'nowhere') return undefined
  if (feedId === underEmbargo.letters.feed.id) return underEmbargo.letters
  if (feedId === 'none') return views.noFeeds
  if (feedId === 'new-reader') return newReader
  if (feedId === 'house-1') return offered
  if (feedId === 'failing') return { ...views.river, entries: [], failingCount: 9 }
  if (folder === 'many') return { ...manyFeeds, order }
  const view = feedId === undefined && folder === undefined ? views.river : views.oneFeed
  const isEmpty = show === 'starred' || (show === 'unread' && feedId !== undefined)
  const shown = feedId === undefined ? { show } : { feedId: views.oneFeed.filter.feedId!, show }
  const texts = Object.fromEntries(views.river.entries.map(({ id }) => [id, views.entryView.html]))
  const { next, ...whole } = view
  return {
    ...whole,
    order,
    chosenOrder,
    filter: folder === undefined ? shown : { folder, show },
    entries: isEmpty ? [] : view.entries,
    ...(!isEmpty && next && { next }),
    ...(hasText && { texts }),
  }
}

const manyFolders = Array.from({ length: 60 }, (_, number): ArticleListView['folders'][number] => {
  const feeds = Array.from({ length: 20 }, (_, index) => ({
    ...views.river.folders[0]!.feeds[0]!,
    id: `many-${number}-${index}` as FeedHealth['id'],
    title: `Outlet ${number} · desk ${index}`,
    unreadCount: (number * index) % 31,
  }))
  const unreadCount = feeds.reduce((sum, feed) => sum + feed.unreadCount, 0)
  const isLookedAt = number === 7
  const name = isLookedAt ? 'many' : `Folder ${number}`
  return { name, unreadCount, feedCount: feeds.length, feeds: isLookedAt ? feeds : [] }
})

/** More feeds than a sidebar can hold. */
export const manyFeeds: ArticleListView = {
  ...views.river,
  folders: manyFolders,
  unreadCount: manyFolders.reduce((sum, folder) => sum + folder.unreadCount, 0),
  filter: { folder: 'many', show: 'unread' },
  title: 'many',
}

/** Feeds of the instance that the reader does not subscribe to. */
export const instanceFeeds: readonly OfferedFeed[] = [
  { id: asId('house-1'), title: 'Harbor Notes', folder: 'Region', siteUrl: 'https://notes.example/' },
  { id: asId('house-2'), title: '<i>صحيفة</i> المدينة', folder: '' },
]

/** A reader who has just come to an instance that has feeds. */
export const newReader: ArticleListView = { ...views.noFeeds, instanceFeedCount: 1_040 }

/** A feed that loads and has had nothing new for long. */
export const silentFeeds: readonly SilentFeed[] = [
  {
    id: asId('feed-silent'),
    sourceId: asId('source-silent'),
    title: 'The <Quiet> Coast',
    url: 'https://quiet.example/feed',
    folder: 'news',
    unreadCount: 0,
    entryCount: 40,
    isStopped: false,
    silentSince: '2026-01-10T08:00:00.000Z',
    usualGapMinutes: 2_880,
  },
]

/** What may be a feed's new address. */
export const addressesFound: AddressesFound = {
  id: asId('failing'),
  title: 'The <Quiet> Coast',
  siteUrl: 'https://quiet.example/',
  candidates: [
    { url: 'https://quiet.example/new.xml', title: 'All & <more>' },
    { url: 'https://quiet.example/sport.xml', title: '' },
  ],
}

/** A feed of the instance looked at by who does not subscribe to it. */
export const offered: ArticleListView = {
  ...views.river,
  filter: { feedId: asId('house-1'), show: 'all' },
  title: 'Harbor Notes',
  offered: instanceFeeds[0]!,
  readerCount: 3,
  entries: views.river.entries.map((entry) => ({ ...entry, isRead: false, isUnsubscribed: true as const })),
}

/** What a guest sees: every feed of the instance, without addresses and with nothing read or unread. */
export const guestRiver: ArticleListView = {
  ...views.river,
  folders: views.river.folders.map((folder) => ({
    ...folder,
    unreadCount: 0,
    feeds: folder.feeds.map((feed) => ({ ...feed, unreadCount: 0 })),
  })),
  unreadCount: 0,
  filter: { show: 'all' },
  entries: offered.entries,
}

/** Preferences that are kept for as long as the examples are served, and what else the instance answers. */
export function operations(record: (name: string) => (input?: unknown) => Promise<undefined>) {
  let preferences: Preferences = defaultPreferences
  return {
    get_preferences: async () => preferences,
    async set_preferences({ preferences: given }) {
      await record('setPreferences')({ preferences: given })
      const changed = preferenceNames.flatMap((name) => {
        const value = given[name]
        return value === undefined || value === preferences[name] ? [] : [{ name, value, previous: preferences[name] }]
      })
      preferences = { ...preferences, ...given } as Preferences
      return changed
    },
    get_settings: async () => settings,
    preview_opml: async ({ text }) =>
      text.includes('<opml')
        ? opmlFile
        : { kind: 'refused', reason: 'not-opml', message: 'This is not an OPML file: there is no <opml> element.' },
    get_admin: async () => admin,
    async set_kept_pages({ megabytes }) {
      await record('setKeptPages')({ megabytes })
      return { megabytes, count: 12, bytes: 1_234_567 }
    },
    start_server_task: async (input) => record('startServerTask')(input),
    find_backup: async () => undefined,
    async remove_backup(input) {
      if (!admin.backup.copies.some(({ name }) => name === input.name)) return undefined
      await record('removeBackup')(input)
      return true
    },
    list_feeds: async () => ({ offered: instanceFeeds, folders: views.folders }),
    list_silent_feeds: async () => silentFeeds,
    async remove_feeds({ ids, undoId }) {
      await record('removeFeeds')({ ids, undoId })
      return ids.length
    },
    async undo_remove_feeds({ undoId }) {
      await record('undoRemoveFeeds')({ undoId })
      return 2
    },
    find_feed_address: async ({ id }) => ({ ...addressesFound, id: asId(id) }),
    async change_feed_address({ id, url }) {
      if (url.includes('page')) return { kind: 'refused', reason: 'not-a-feed' }
      await record('changeFeedAddress')({ id, url })
      return { kind: 'changed', id: asId(id) }
    },
    set_embargo: async ({ id, until }) =>
      until !== undefined && until <= views.now
        ? { kind: 'refused', message: pastEmbargo, isMail: id === underEmbargo.letters.feed.id }
        : { kind: until === undefined ? 'ended' : 'set' },
    get_feed_headers: async () => ownHeaders,
    async set_feed_headers({ id, headers = [] }) {
      const name = headers.find((header) => header.name === 'Host')?.name
      if (name !== undefined) return { kind: 'refused', reason: 'header-refused', name }
      await record('setFeedHeaders')({ id })
      return { kind: 'set', id: asId(id) }
    },
    async undo_mark_all_read({ undoId }) {
      await record('undoMarkAllRead')({ undoId })
      return undoId === 'not-there' ? undefined : 43
    },
    subscribe_feeds: async (input) => {
      await record('subscribeFeeds')(input)
      return input.ids === 'all' ? 2 : input.ids.length
    },
    remove_feed_for_all: record('removeFeedForAll'),
    async set_list_order(input) {
      await record('setListOrder')(input)
      return true
    },
    async copy_feed_settings(input) {
      if (input.id === 'none') return undefined
      await record('copyFeedSettings')(input)
      return { count: input.to?.length ?? 0 }
    },
    async edit_feed(input) {
      if (input.id === 'none') return undefined
      await record('editFeed')(input)
      return true
    },
  } satisfies Answers
}
