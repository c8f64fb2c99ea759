import { createHash } from 'node:crypto'
import { defined } from '../core/defined.ts'
import { keptValue } from '../core/feed/own-headers.ts'
import { nth } from '../core/nth.ts'
import type { DeliveredEntry } from '../operations/articles/get-entries.ts'
import type { MediaPosition } from '../operations/articles/media-places.ts'
import { type FolderView, noFolderNumber } from '../operations/feeds/folders.ts'
import type { OwnHeadersView } from '../operations/feeds/source-views.ts'
import type { FeedHealth } from '../operations/views.ts'

/** Miniflux's name for the category of feeds without a folder: there, every feed has a category. */
export const noFolderTitle = 'All'
/** How Miniflux writes an absent time. */
const never = '0001-01-01T00:00:00Z'

export function category(folder: Pick<FolderView, 'number' | 'name' | 'isHidden'>, userId: number) {
  return { id: folder.number, title: folder.name, user_id: userId, hide_globally: folder.isHidden ?? false }
}

/** A feed's folder, by name. */
function folderOf(name: string, folders: readonly FolderView[]): Pick<FolderView, 'number' | 'name' | 'isHidden'> {
  return folders.find((folder) => folder.name === name) ?? { number: noFolderNumber, name: noFolderTitle }
}

/** A feed. Settings we have for all feeds, or not at all, get Miniflux's defaults; `own` is what is set, never shown. */
export function feed(
  row: FeedHealth,
  folders: readonly FolderView[],
  userId: number,
  hasIcon: boolean,
  own?: OwnHeadersView,
) {
  const id = Number(row.id)
  return {
    id,
    user_id: userId,
    feed_url: row.url ?? '',
    site_url: row.siteUrl ?? row.url ?? '',
    title: row.title || (row.url ?? ''),
    description: '',
    checked_at: row.lastPolledAt ?? never,
    next_check_at: row.nextPollAt ?? never,
    etag_header: '',
    last_modified_header: '',
    parsing_error_message: row.lastError?.message ?? '',
    parsing_error_count: row.lastError?.count ?? 0,
    scraper_rules: '',
    rewrite_rules: '',
    urlrewrite_rules: '',
    blocklist_rules: '',
    keeplist_rules: '',
    block_filter_entry_rules: '',
    keep_filter_entry_rules: '',
    crawler: false,
    user_agent: own?.hasUserAgent ? keptValue : '',
    cookie: own?.hasCookie ? keptValue : '',
    username: '',
    password: '',
    disabled: row.isStopped,
    no_media_player: false,
    ignore_http_cache: false,
    allow_self_signed_certificates: false,
    fetch_via_proxy: false,
    disable_http2: false,
    hide_globally: false,
    proxy_url: '',
    category: category(folderOf(row.folder, folders), userId),
    icon: hasIcon ? { feed_id: id, icon_id: id, external_icon_id: '' } : null,
  }
}

/** An entry; `among` is the reader's feeds and folders. */
export function entry(
  row: DeliveredEntry,
  among: {
    readonly userId: number
    readonly feeds: ReadonlyMap<string, ReturnType<typeof feed>>
    readonly places: readonly MediaPosition[]
    readonly markup: (entry: DeliveredEntry) => string
  },
) {
  const { userId } = among
  const content = among.markup(row)
  return {
    id: Number(row.id),
    user_id: userId,
    feed_id: Number(row.feedId),
    status: row.isRead ? 'read' : 'unread',
    hash: createHash('sha256').update(row.key).digest('hex'),
    title: row.title,
    url: row.url ?? '',
    comments_url: row.commentsUrl ?? '',
    published_at: row.publishedAt,
    created_at: row.arrivedAt,
    changed_at: row.markedAt !== undefined && row.markedAt > row.arrivedAt ? row.markedAt : row.arrivedAt,
    content,
    author: row.authors.join(', '),
    share_code: '',
    starred: row.isStarred,
    reading_time: readingMinutes(content),
    enclosures: row.enclosures.slice(0, maxEnclosures).map((_, place) => enclosure(row, place, among)),
    feed: among.feeds.get(row.feedId) ?? leftFeed(row, userId),
    tags: [...new Set([...row.categories, ...row.tags])],
  }
}

/** An enclosure. */
export function enclosure(
  row: Pick<DeliveredEntry, 'id' | 'enclosures'>,
  place: number,
  { userId, places }: { readonly userId: number; readonly places: readonly MediaPosition[] },
) {
  const { url, type = '', lengthBytes = 0 } = nth(row.enclosures, place)
  const heard = places.find(({ entryId, number }) => entryId === row.id && number === place)
  return {
    id: fileNumber(row.id, place),
    user_id: userId,
    entry_id: Number(row.id),
    url,
    mime_type: type,
    size: lengthBytes,
    media_progression: heard?.seconds ?? 0,
  }
}

/** The feed of a starred entry whose feed the reader has left. */
function leftFeed({ feedId, feedTitle, siteUrl }: DeliveredEntry, userId: number): ReturnType<typeof feed> {
  const row = { id: feedId, title: feedTitle, folder: '', isStopped: true, ...defined({ siteUrl }) }
  return feed(row as FeedHealth, [], userId, false)
}

const wordsPerMinute = 265
const charactersPerMinute = 500
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu

/** Minutes to read HTML, by Miniflux's formula: 265 words, or 500 characters of scripts without spaces, a minute. */
export function readingMinutes(markup: string): number {
  const text = markup.replace(/<[^>]*>/g, ' ')
  const letters = text.match(withoutSpaces)?.length ?? 0
  const words = text.replace(withoutSpaces, ' ').match(/\S+/g)?.length ?? 0
  return Math.ceil(words / wordsPerMinute + letters / charactersPerMinute)
}

/** A number for an account or token, whose ids are text: 31 bits of a hash, never 0. */
export function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() >>> 1 || 1
}

/** Enclosures of one entry that get a number. */
export const maxEnclosures = 1000

/** An enclosure's number, computed from the entry's number and the enclosure's position. */
function fileNumber(entryId: string, place: number): number {
  return Number(entryId) * maxEnclosures + place
}
