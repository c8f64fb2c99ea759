import { createHash } from 'node:crypto'
import { defined } from '../core/defined.ts'
import type { StoryId } from '../core/ids.ts'
import { escapeHtml } from '../core/text/escape-html.ts'
import { listStoryEntries } from '../operations/articles/pick-entries.ts'
import { carryOut } from '../operations/carry-out.ts'
import { getToday } from '../operations/day/get-today.ts'
import { sumUpFeeds } from '../operations/feeds/manage-feeds.ts'
import { forReader } from '../operations/for-reader.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { ProgramApi, ProgramHouse } from '../operations/program-api.ts'
import { idList, items } from './fever-items.ts'
import { favicons, feedList, feedsGroups, feedsOf, foldersOf, groups } from './fever-lists.ts'
import { mark } from './fever-marks.ts'
import { ownedByFever } from './fever-paths.ts'
import { type Arguments, readFeverRequest } from './fever-request.ts'
import { seconds, viewOf } from './fever-values.ts'
import { recentlyRead } from './recently-read.ts'

const pageSize = 50
const dayMs = 86_400_000
const weekDays = 7

/**
 * `links`, what is hot: the stories of a day, or of a week, the heaviest first. How hot one is, is how many independent reports it
 * has; its items are the entries it is told in. `baseUrl` ends without a slash.
 */
async function links(context: OperationContext, given: Arguments, baseUrl: string) {
  const [offset = 0, range = 1, page = 1] = ['offset', 'range', 'page'].map((name) => wholeNumber(given.get(name)))
  const day = new Date(context.now().getTime() - offset * dayMs).toISOString().slice(0, 10)
  const today = viewOf(
    await carryOut(context, getToday, {
      ...(range >= weekDays ? { period: 'week' } : offset > 0 ? { day } : {}),
      page: Math.max(1, page),
      pageSize,
    }),
  )
  if (!today || page > today.pageCount) return []
  const ids = today.stories.map(({ id }) => id)
  const entries = viewOf(await carryOut(context, listStoryEntries, { ids })) ?? {}
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
    item_ids: ((entries as Readonly<Record<string, readonly string[]>>)[id] ?? []).join(','),
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

/** What XML cannot hold (XML 1.0 §2.2). */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** An answer as `?api=xml` has it: each list named in the plural, its members in the singular. */
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

/** The Fever API, version 3. An app signs in with the key of one of the reader's passwords for feed readers. */
export function feverApi({ operations, door, baseUrl }: ProgramHouse): ProgramApi {
  const recent = recentlyRead()
  return {
    owns: ownedByFever,
    async answer(request, arrival) {
      const read = await readFeverRequest(request)
      const url = new URL(request.url)
      const isXml = url.searchParams.get('api')?.toLowerCase() === 'xml'
      if (read.kind === 'too-large') return told(refused, isXml, 413)
      if (read.kind === 'unreadable') return told(refused, isXml, 400)
      const known = await door.byFeverKey(read.key, arrival)
      // The protocol says in the answer whether the key was right: apps look nowhere else.
      if (known.kind === 'unknown') return told(refused, isXml)
      if (known.kind === 'later') return told(refused, isXml, 429, { 'Retry-After': String(known.retryAfterSeconds) })
      const context = forReader(operations, known.identity)
      await mark(context, read.given, recent)
      return told(await feverAnswer(context, read.given, baseUrl ?? url.origin), isXml)
    },
  }
}

function told(answer: Answer, isXml: boolean, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
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

/** All parts of an answer that were asked for, in one: the protocol lets them be asked for together. */
async function feverAnswer(context: OperationContext, given: Arguments, baseUrl: string) {
  const sum = viewOf(await carryOut(context, sumUpFeeds, {}))
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
