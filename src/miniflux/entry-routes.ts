import { type Block, type Document, textOf } from '../core/document.ts'
import type { EntryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { escapeAttribute } from '../core/text/escape-html.ts'
import { markupForApps } from '../operations/articles/app-pictures.ts'
import { getArticle } from '../operations/articles/get-article.ts'
import { getEntries } from '../operations/articles/get-entries.ts'
import { markRead, starEntries } from '../operations/articles/mark-entries.ts'
import { listMediaPlaces } from '../operations/articles/media-places.ts'
import { pickEntries } from '../operations/articles/pick-entries.ts'
import { save } from '../operations/library/save.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { doneResponse, jsonResponse, noContent, notFound, problem, viewResponse } from './answer.ts'
import { type Call, fieldsOf, type Route } from './call.ts'
import { readEntryQuery } from './entry-query.ts'
import { entry, readingMinutes } from './shapes.ts'
import { folderNumbered, type Subscriptions, subscriptionsOf } from './subscriptions.ts'

const tags: Readonly<Record<Block['kind'], readonly [string, string]>> = {
  paragraph: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  'list-item': ['<ul><li>', '</li></ul>'],
  quote: ['<blockquote><p>', '</p></blockquote>'],
  code: ['<pre>', '</pre>'],
  'table-row': ['<p>', '</p>'],
}

/** An article's text as HTML, block by block, word for word. */
function articleMarkup(document: Pick<Document, 'text' | 'blocks'>): string {
  return document.blocks
    .map((block) => {
      const [open, close] = tags[block.kind]
      return `${open}${escapeAttribute(textOf(document, block))}${close}`
    })
    .join('\n')
    .replaceAll('</ul>\n<ul>', '\n')
}

/** As many as fit in a body of a megabyte. */
const maxMarked = 50_000
/** Entries marked in one write. */
const atOnce = 1_000
/** Ids in one response, as the apps that request them expect. */
const maxIds = 10_000
/** Only this many of the newest are counted. */
const maxCounted = 200_000

/** Entries, and the reader's marks on them. */
export const entryRoutes: readonly Route[] = [
  { method: 'GET', path: '/entries', run: (call) => list(call, {}) },
  { method: 'PUT', path: '/entries', run: setStatus },
  { method: 'GET', path: '/entries/ids', run: listIds },
  { method: 'GET', path: '/entries/:id', run: (call) => one(call, nth(call.path, 0), {}) },
  { method: 'PUT', path: '/entries/:id/bookmark', run: toggleStar },
  { method: 'PUT', path: '/entries/:id/star', run: toggleStar },
  { method: 'POST', path: '/entries/:id/save', run: keep },
  { method: 'GET', path: '/entries/:id/fetch-content', run: content },
  { method: 'GET', path: '/feeds/:id/entries', run: listOfFeed },
  {
    method: 'GET',
    path: '/feeds/:id/entries/:id',
    run: (call) => one(call, nth(call.path, 1), { feedId: call.path[0] }),
  },
  { method: 'GET', path: '/categories/:id/entries', run: listOfCategory },
  { method: 'GET', path: '/categories/:id/entries/:id', run: oneOfCategory },
]

type Scope = {
  readonly feedId?: string | undefined
  readonly folder?: string | undefined
  readonly folderScope?: 'first'
}

async function list(call: Call, scope: Scope): Promise<Response> {
  const { context, query } = call
  const subscribed = await subscriptionsOf(context)
  const asked = readEntryQuery(query, subscribed.folders)
  if (asked.kind === 'unusable') return problem(400, asked.message)
  if (asked.kind === 'none') return jsonResponse({ total: 0, entries: [] })
  const input = { ...asked.input, ...scope }
  if ('feedId' in input && !subscribed.feeds.has(String(input.feedId))) return problem(400, 'Invalid feed ID')
  return viewResponse(await runForProgram(context, pickEntries, input), async ({ ids, total }) =>
    jsonResponse({ total, entries: await entryShapes(call, ids, subscribed) }),
  )
}

/**
 * Ids only, the newest first, in pages of ten thousand. The total counts these ids, without muted ones: an app that finds fewer
 * treats the list as broken.
 */
async function listIds({ context, query }: Call): Promise<Response> {
  const subscribed = await subscriptionsOf(context)
  const sorted = new URLSearchParams(query)
  if (!sorted.get('order')) sorted.set('order', 'id')
  if (!sorted.get('direction')) sorted.set('direction', 'desc')
  const asked = readEntryQuery(sorted, subscribed.folders)
  if (asked.kind === 'unusable') return problem(400, asked.message)
  if (asked.kind === 'none') return jsonResponse({ total: 0, entry_ids: [] })
  const { input } = asked
  if ('feedId' in input && !subscribed.feeds.has(String(input.feedId))) return problem(400, 'Invalid feed ID')
  const limit = Math.min(Number(query.get('limit')) || maxIds, maxIds)
  const offset = Number(query.get('offset'))
  const all = { ...input, limit: maxCounted, offset: 0, counts: false }
  return viewResponse(await runForProgram(context, pickEntries, all), ({ ids }) =>
    jsonResponse({ total: ids.length, entry_ids: ids.slice(offset, offset + limit).map(Number) }),
  )
}

function listOfFeed(call: Call): Promise<Response> {
  return list(call, { feedId: call.path[0] })
}

async function listOfCategory(call: Call): Promise<Response> {
  const folder = folderNumbered(nth(call.path, 0), (await subscriptionsOf(call.context)).folders)
  return folder === undefined ? problem(400, 'Invalid category ID') : list(call, { folder, folderScope: 'first' })
}

async function oneOfCategory(call: Call): Promise<Response> {
  const { context, path } = call
  const folder = folderNumbered(nth(path, 0), (await subscriptionsOf(context)).folders)
  return folder === undefined ? notFound() : one(call, nth(path, 1), { folder, folderScope: 'first' })
}

async function one(call: Call, id: string, scope: Scope): Promise<Response> {
  return viewResponse(
    await runForProgram(call.context, pickEntries, { ids: [id], ...scope, limit: 1 }),
    async ({ ids }) => {
      const [entry] = await entryShapes(call, ids)
      return entry ? jsonResponse(entry) : notFound()
    },
  )
}

/** Marks many at once as read or unread, starred or not. */
async function setStatus(call: Call): Promise<Response> {
  const fields = fieldsOf(call)
  if (!fields) return problem(400, 'The body is not an object in JSON')
  const ids = numbersOf(fields.entry_ids)
  if (!ids) return problem(400, `entry_ids is a list of at least one and at most ${maxMarked} numbers`)
  const { status, starred } = fields
  if (status === 'removed') return problem(400, 'Entries are kept: they are marked read or unread, and not removed')
  if (status !== undefined && status !== 'read' && status !== 'unread') return problem(400, 'Invalid entry status')
  if (status === undefined && typeof starred !== 'boolean') return problem(400, 'Say which status they are to have')
  for (let from = 0; from < ids.length; from += atOnce) {
    const entryIds = ids.slice(from, from + atOnce)
    if (typeof starred === 'boolean') {
      const done = await runForProgram(call.context, starEntries, { entryIds, isStarred: starred })
      if (done.kind === 'not-permitted' || done.kind === 'unusable') return problem(403, done.message)
    }
    if (status === undefined) continue
    const marked = await runForProgram(call.context, markRead, { entryIds, isRead: status === 'read' })
    if (marked.kind !== 'done' && marked.kind !== 'not-there') return doneResponse(marked)
  }
  return noContent()
}

async function toggleStar({ context, path }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, getEntries, { ids: [path[0]] }), async ([entry]) =>
    entry
      ? doneResponse(await runForProgram(context, starEntries, { entryIds: [entry.id], isStarred: !entry.isStarred }))
      : notFound(),
  )
}

/** Saves its article. */
async function keep({ context, path }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, getEntries, { ids: [path[0]] }), async ([entry]) => {
    if (!entry) return notFound()
    if (entry.articleId === undefined) return problem(400, 'Its page hasn’t been fetched yet. Star the entry instead.')
    return viewResponse(await runForProgram(context, save, { kind: 'article', target: entry.articleId }), () =>
      jsonResponse({}, 202),
    )
  })
}

/** The text extracted from the article's page; if there is none, the feed's own. */
async function content({ context, path, base }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, getEntries, { ids: [path[0]] }), async ([entry]) => {
    if (!entry) return notFound()
    const article =
      entry.articleId === undefined ? undefined : await runForProgram(context, getArticle, { id: entry.articleId })
    const markup =
      article?.kind === 'done' ? articleMarkup(article.view.document) : (await markupForApps(context, base))(entry)
    return jsonResponse({ content: markup, reading_time: readingMinutes(markup) })
  })
}

function numbersOf(given: unknown): readonly EntryId[] | undefined {
  if (!Array.isArray(given) || given.length === 0 || given.length > maxMarked) return undefined
  return given.every((id) => Number.isSafeInteger(id) && id > 0) ? given.map((id) => String(id) as EntryId) : undefined
}

/** Entries in Miniflux's shape, in the order requested. */
async function entryShapes(
  { context, base }: Pick<Call, 'context' | 'base'>,
  ids: readonly EntryId[],
  known?: Subscriptions,
): Promise<readonly ReturnType<typeof entry>[]> {
  const { userId, feeds } = known ?? (await subscriptionsOf(context))
  const rows = await runForProgram(context, getEntries, { ids })
  if (rows.kind !== 'done') return []
  const withFiles = rows.view.filter(({ enclosures }) => enclosures.length > 0).map(({ id }) => id)
  const places = withFiles.length === 0 ? undefined : await runForProgram(context, listMediaPlaces, { ids: withFiles })
  const markup = await markupForApps(context, base)
  const among = { userId, feeds, markup, places: places?.kind === 'done' ? places.view : [] }
  return rows.view.map((row) => entry(row, among))
}
