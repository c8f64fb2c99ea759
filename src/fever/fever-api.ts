import { createHash, randomUUID } from 'node:crypto'
import { defined } from '../core/defined.ts'
import type { EntryId, StoryId } from '../core/ids.ts'
import { escapeHtml } from '../core/text/escape-html.ts'
import { listFeeds } from '../operations/articles/list-entries.ts'
import { markAllRead, markRead, starEntries, undoMarkAllRead } from '../operations/articles/mark-entries.ts'
import { listStoryEntries } from '../operations/articles/pick-entries.ts'
import { getToday } from '../operations/day/get-today.ts'
import { listFeedIcons } from '../operations/feeds/feed-icons.ts'
import { type FolderView, foldersOf as foldersOfFeed, listFolders } from '../operations/feeds/folders.ts'
import { sumUpFeeds } from '../operations/feeds/manage-feeds.ts'
import { forReader } from '../operations/for-reader.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { ProgramApi, ProgramApiContext } from '../operations/program-api.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import { idList, items } from './fever-items.ts'
import { ownedByFever } from './fever-paths.ts'
import { type Arguments, readFeverRequest } from './fever-request.ts'
import { numbersIn, seconds, viewOf } from './fever-values.ts'

type Marked = { readonly atMs: number } & (
  | { readonly kind: 'items'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'all'; readonly undoId: string }
)

/** What apps recently marked as read, so that `unread_recently_read` can undo it. In memory only. */
type RecentlyRead = {
  note(readerId: string, marked: Marked): void
  /** Returns and forgets what is recent, the latest first. */
  take(readerId: string, nowMs: number): readonly Marked[]
}

const recentMs = 15 * 60_000
const mostReaders = 100
const mostMarks = 200

function recentlyRead(): RecentlyRead {
  const kept = new Map<string, readonly Marked[]>()
  return {
    note(readerId, marked) {
      const before = kept.get(readerId) ?? []
      kept.delete(readerId)
      kept.set(readerId, [marked, ...before].slice(0, mostMarks))
      for (const [oldest] of kept) {
        if (kept.size <= mostReaders) break
        kept.delete(oldest)
      }
    },
    take(readerId, nowMs) {
      const found = kept.get(readerId) ?? []
      kept.delete(readerId)
      return found.filter(({ atMs }) => nowMs - atMs <= recentMs)
    },
  }
}

/** Marks in one write; a request of 256 KB can name more. */
const markedAtOnce = 1000
/** The last second that a Date can represent. */
const lastSecond = 8_640_000_000_000

/** Applies the marks of a request; unknown ones are ignored. */
async function mark(context: OperationContext, given: Arguments, recent: RecentlyRead): Promise<void> {
  if (given.get('unread_recently_read') === '1') await takeBack(context, recent)
  switch (given.get('mark')) {
    case 'item':
      return markItems(context, entriesIn(given.get('id')), given.get('as'), recent)
    case 'feed':
    case 'group':
      if (given.get('as') === 'read') await markList(context, given, recent)
  }
}

async function markItems(
  context: OperationContext,
  ids: readonly EntryId[],
  as: string | undefined,
  recent: RecentlyRead,
): Promise<void> {
  for (let start = 0; start < ids.length; start += markedAtOnce) {
    const entryIds = ids.slice(start, start + markedAtOnce)
    switch (as) {
      case 'read':
      case 'unread':
        await runForProgram(context, markRead, { entryIds, isRead: as === 'read' })
        if (as === 'read')
          recent.note(context.reader.id, { kind: 'items', ids: entryIds, atMs: context.now().getTime() })
        break
      case 'saved':
      case 'unsaved':
        await runForProgram(context, starEntries, { entryIds, isStarred: as === 'saved' })
    }
  }
}

/** The entries in a list, each once. */
function entriesIn(list: string | undefined): readonly EntryId[] {
  return [...new Set(numbersIn(list, Number.POSITIVE_INFINITY))] as EntryId[]
}

/** A feed, a group or, as group 0, everything, up to the app's last request for items. Group -1, the sparks, is empty. */
async function markList(context: OperationContext, given: Arguments, recent: RecentlyRead): Promise<void> {
  const id = given.get('id') ?? ''
  if (!/^\d{1,15}$/.test(id)) return
  const scope = given.get('mark') === 'feed' ? { feedId: id } : await groupScope(context, Number(id))
  const seen = until(given.get('before'))
  if (!scope || !seen) return
  const undoId = `fever-${randomUUID()}`
  const marked = await runForProgram(context, markAllRead, { ...scope, ...seen, undoId })
  if (marked.kind === 'done') recent.note(context.reader.id, { kind: 'all', undoId, atMs: context.now().getTime() })
}

async function groupScope(context: OperationContext, number: number): Promise<object | undefined> {
  if (number === 0) return {}
  const folder = (await foldersOf(context)).find((one) => one.number === number)
  return folder && { folder: folder.name }
}

/**
 * To the end of that second, since later items within it may have been sent; without a time, or with 0, to now. Undefined for an
 * unreadable time: it would mark items nobody has seen.
 */
function until(before: string | undefined): object | undefined {
  const given = before?.trim() ?? ''
  if (given === '' || /^0+$/.test(given)) return {}
  const second = /^\d{1,13}$/.test(given) ? Number(given) : lastSecond
  return second < lastSecond ? { until: new Date(second * 1000 + 999).toISOString() } : undefined
}

async function takeBack(context: OperationContext, recent: RecentlyRead): Promise<void> {
  for (const marked of recent.take(context.reader.id, context.now().getTime()))
    if (marked.kind === 'all') await runForProgram(context, undoMarkAllRead, { undoId: marked.undoId })
    else await runForProgram(context, markRead, { entryIds: marked.ids, isRead: false })
}

const pageSize = 50
const dayMs = 86_400_000
const weekDays = 7

/**
 * `links` (what is hot): the stories of a day or a week, the most important first. A story's heat is its number of independent
 * reports; its items are its entries. `baseUrl` has no final slash.
 */
async function links(context: OperationContext, given: Arguments, baseUrl: string) {
  const [offset = 0, range = 1, page = 1] = ['offset', 'range', 'page'].map((name) => wholeNumber(given.get(name)))
  const day = new Date(context.now().getTime() - offset * dayMs).toISOString().slice(0, 10)
  const today = viewOf(
    await runForProgram(context, getToday, {
      ...(range >= weekDays ? { period: 'week' } : offset > 0 ? { day } : {}),
      page: Math.max(1, page),
      pageSize,
    }),
  )
  if (!today || page > today.pageCount) return []
  const ids = today.stories.map(({ id }) => id)
  const entries = viewOf(await runForProgram(context, listStoryEntries, { ids })) ?? {}
  return today.stories.map(({ id, title, reportCount }) => ({
    id: numberOf(id),
    feed_id: 0,
    item_id: 0,
    temperature: reportCount,
    is_item: 0,
    is_local: 1,
    is_saved: 0,
    title,
    url: `${baseUrl}/stories/${encodeURIComponent(id)}`,
    item_ids: (entries[id] ?? []).join(','),
  }))
}

function wholeNumber(text: string | undefined): number | undefined {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : undefined
}

/** 31 bits of a hash of its id. */
function numberOf(id: StoryId): number {
  return createHash('sha256').update(id).digest().readUInt32BE() >>> 1
}

type Value = string | number | readonly Value[] | { readonly [name: string]: Value }

/** Not allowed in XML (XML 1.0 §2.2). */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A response for `?api=xml`: list elements have plural names, their members singular ones. */
function asXml(answer: { readonly [name: string]: Value }): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<response>${fields(answer)}</response>\n`
}

function fields(given: { readonly [name: string]: Value }): string {
  return Object.entries(given)
    .map(([name, value]) => element(name, value))
    .join('')
}

function element(name: string, value: Value): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((one) => element(name.replace(/s$/, ''), one)).join('')}</${name}>`
  if (typeof value === 'object') return `<${name}>${fields(value as { readonly [name: string]: Value })}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

function escaped(text: string): string {
  return escapeHtml(text.toWellFormed().replace(unspeakable, ''))
}

type Answer = Parameters<typeof asXml>[0]

const refused = { api_version: 3, auth: 0 }

/** The Fever API, version 3. Apps sign in with the key of one of the reader's app passwords. */
export function feverApi({ operations, door, baseUrl }: ProgramApiContext): ProgramApi {
  const recent = recentlyRead()
  return {
    owns: ownedByFever,
    async answer(request, arrival) {
      const read = await readFeverRequest(request)
      const url = new URL(request.url)
      const isXml = url.searchParams.get('api')?.toLowerCase() === 'xml'
      if (read.kind === 'too-large') return respond(refused, isXml, 413)
      if (read.kind === 'unreadable') return respond(refused, isXml, 400)
      const known = await door.byFeverKey(read.key, arrival)
      // The protocol reports a wrong key in the body; apps check nothing else.
      if (known.kind === 'unknown') return respond(refused, isXml)
      if (known.kind === 'later')
        return respond(refused, isXml, 429, { 'Retry-After': String(known.retryAfterSeconds) })
      const context = forReader(operations, known.identity)
      await mark(context, read.given, recent)
      return respond(await feverAnswer(context, read.given, baseUrl ?? url.origin), isXml)
    },
  }
}

function respond(
  answer: Answer,
  isXml: boolean,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(isXml ? asXml(answer) : JSON.stringify(answer), {
    status,
    headers: {
      'Content-Type': `${isXml ? 'text/xml' : 'application/json'}; charset=utf-8`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}

/** All requested parts in one response, as the protocol allows. */
async function feverAnswer(context: OperationContext, given: Arguments, baseUrl: string) {
  const sum = viewOf(await runForProgram(context, sumUpFeeds, {}))
  const hasGroups = given.has('groups')
  const hasFeeds = given.has('feeds')
  const [folders, feeds] = hasGroups || hasFeeds ? await Promise.all([foldersOf(context), feedsOf(context)]) : [[], []]
  return {
    api_version: 3,
    auth: 1,
    last_refreshed_on_time: seconds(sum?.lastPolledAt),
    ...defined({
      groups: hasGroups ? groups(folders) : undefined,
      feeds: hasFeeds ? feedList(feeds) : undefined,
      feeds_groups: hasGroups || hasFeeds ? feedsGroups(folders, feeds) : undefined,
      favicons: given.has('favicons') ? await favicons(context) : undefined,
    }),
    ...(given.has('items') && { total_items: sum?.entryCount ?? 0, items: await items(context, given, baseUrl) }),
    ...defined({
      links: given.has('links') ? await links(context, given, baseUrl) : undefined,
      unread_item_ids: given.has('unread_item_ids') ? await idList(context, 'unread') : undefined,
      saved_item_ids: given.has('saved_item_ids') ? await idList(context, 'saved') : undefined,
    }),
  }
}

async function feedsOf(context: OperationContext): Promise<readonly FeedHealth[]> {
  const view = viewOf(await runForProgram(context, listFeeds, {}))
  return view?.folders.flatMap(({ feeds }) => feeds) ?? []
}

async function foldersOf(context: OperationContext): Promise<readonly FolderView[]> {
  return viewOf(await runForProgram(context, listFolders, {})) ?? []
}

function groups(folders: readonly FolderView[]) {
  return folders.map(({ number, name }) => ({ id: number, title: name }))
}

/** `feeds_groups`, sent with groups and with feeds; a feed without a folder is in no group. */
function feedsGroups(folders: readonly FolderView[], feeds: readonly FeedHealth[]) {
  return folders.flatMap(({ number, name }) => {
    const ids = feeds.filter((feed) => foldersOfFeed(feed).includes(name)).map(({ id }) => id)
    return ids.length === 0 ? [] : [{ group_id: number, feed_ids: ids.join(',') }]
  })
}

/** `feeds`. A feed's icon has the feed's number. */
function feedList(feeds: readonly FeedHealth[]) {
  return feeds.map(({ id, title, url = '', siteUrl, lastOkAt, lastPolledAt }) => ({
    id: Number(id),
    favicon_id: Number(id),
    title: title || url,
    url,
    site_url: siteUrl ?? '',
    is_spark: 0,
    last_updated_on_time: seconds(lastOkAt ?? lastPolledAt),
  }))
}

/** `favicons`, for feeds with a picture we can show. */
async function favicons(context: OperationContext) {
  const icons = viewOf(await runForProgram(context, listFeedIcons, {})) ?? []
  return icons.map(({ feedId, mediaType, bytes }) => ({
    id: Number(feedId),
    data: `${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
  }))
}
