import { defined } from '../core/defined.ts'
import { ownValue } from '../core/own-value.ts'
import type { FolderView } from '../operations/feeds/folders.ts'
import { folderNumbered } from './subscriptions.ts'

/** Input of `pick_entries`. */
type EntryQuery =
  | { readonly kind: 'query'; readonly input: Readonly<Record<string, unknown>> }
  /** A filter that nothing can match here. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly message: string }

/** Most entries in one response, even if no limit is given. */
const maxEntries = 1000
const usualEntries = 100
const statuses: readonly string[] = ['read', 'unread', 'removed']
/** The last second that a Date can represent. */
const lastSecond = 8_640_000_000_000

/** Sort orders and our names for them. */
const orders: Readonly<Record<string, string>> = {
  id: 'number',
  created_at: 'number',
  published_at: 'published',
  changed_at: 'changed',
  status: 'read',
  title: 'title',
  category_id: 'folder',
  category_title: 'folder',
}

/** Reads the query of an entry list; invalid values are rejected with a reason, unknown ones ignored. */
export function readEntryQuery(query: URLSearchParams, folders: readonly FolderView[]): EntryQuery {
  const unusable = (message: string) => ({ kind: 'unusable', message }) as const
  const wanted = query.getAll('status').filter((status) => status.trim() !== '')
  const unknown = wanted.find((status) => !statuses.includes(status))
  if (unknown !== undefined) return unusable('Invalid entry status: it is read, unread or removed')
  const kept = new Set(wanted.filter((status) => status !== 'removed'))
  // A reader can't delete entries.
  if (wanted.length > 0 && kept.size === 0) return { kind: 'none' }
  const order = query.get('order') || 'published_at'
  const sort = ownValue(orders, order)
  if (sort === undefined) return unusable(`Entries cannot be sorted by that. Sort by ${Object.keys(orders).join(', ')}`)
  const direction = query.get('direction') || 'asc'
  if (direction !== 'asc' && direction !== 'desc') return unusable('Invalid direction: it is asc or desc')
  if (query.has('tags')) return unusable('Entries can’t be filtered by their feed’s tags. Use search.')
  const [limit, offset] = [wholeOr(query.get('limit'), usualEntries), wholeOr(query.get('offset'), 0)]
  if (limit === undefined || offset === undefined) return unusable('Limit and offset are whole numbers, not negative')
  const number = wholeOr(query.get('category_id'), 0)
  const folder = number ? folderNumbered(number, folders) : undefined
  if (number === undefined || (number !== 0 && folder === undefined)) return unusable('Invalid category ID')
  return {
    kind: 'query',
    input: {
      sort,
      isDescending: direction === 'desc',
      limit: limit === 0 ? maxEntries : Math.min(limit, maxEntries),
      offset,
      counts: true,
      ...defined({ isRead: kept.size === 1 ? kept.has('read') : undefined, folder }),
      ...(folder === undefined ? {} : { folderScope: 'first' }),
      ...idField('feedId', query.get('feed_id')),
      ...idField('afterId', query.get('after_entry_id')),
      ...idField('beforeId', query.get('before_entry_id')),
      ...starField(query.get('starred')),
      ...defined({ isWithoutHidden: /^(?:1|t|true)$/i.test(query.get('globally_visible') ?? '') || undefined }),
      ...timeField('publishedAfter', query.get('published_after') ?? query.get('after')),
      ...timeField('publishedBefore', query.get('published_before') ?? query.get('before')),
      ...timeField('changedAfter', query.get('changed_after')),
      ...timeField('changedBefore', query.get('changed_before')),
      ...defined({ words: query.get('search') ? query.get('search')?.slice(0, 500) : undefined }),
    },
  }
}

function wholeOr(text: string | null, standing: number): number | undefined {
  if (text === null || text === '') return standing
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined
}

function idField(name: string, text: string | null): object {
  return text !== null && /^\d{1,15}$/.test(text) && Number(text) > 0 ? { [name]: text } : {}
}

function starField(text: string | null): object {
  if (text === null) return {}
  if (/^(?:1|t|true)$/i.test(text)) return { isStarred: true }
  return /^(?:0|f|false)$/i.test(text) ? { isStarred: false } : {}
}

/** A time in seconds since 1970. */
function timeField(name: string, text: string | null): object {
  const second = text !== null && /^\d{1,13}$/.test(text) ? Number(text) : 0
  return second > 0 && second < lastSecond ? { [name]: new Date(second * 1000).toISOString() } : {}
}
