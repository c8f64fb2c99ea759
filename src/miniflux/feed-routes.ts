import { defined } from '../core/defined.ts'
import { nth } from '../core/nth.ts'
import { markAllRead } from '../operations/articles/mark-entries.ts'
import { addFeed, discoverFeedsAt } from '../operations/feeds/add-feed.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import { getFeedIcon } from '../operations/feeds/feed-icons.ts'
import { importOpml } from '../operations/feeds/import-opml.ts'
import { countFeeds, editFeed, type FeedCount, refreshFeeds, removeFeed } from '../operations/feeds/manage-feeds.ts'
import { explainHeaders, setFeedHeaders } from '../operations/feeds/own-headers.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import { doneResponse, jsonResponse, jsonTextResponse, noContent, notFound, problem, viewResponse } from './answer.ts'
import { type Call, fieldsOf, integerIn, type Route, textIn } from './call.ts'
import { folderNumbered, subscriptionsOf } from './subscriptions.ts'

/** Settings that Miniflux has per feed, and we have for all feeds or not at all. */
const settings = [
  'site_url',
  'description',
  'scraper_rules',
  'rewrite_rules',
  'urlrewrite_rules',
  'blocklist_rules',
  'keeplist_rules',
  'block_filter_entry_rules',
  'keep_filter_entry_rules',
  'crawler',
  'username',
  'password',
  'disabled',
  'no_media_player',
  'ignore_http_cache',
  'allow_self_signed_certificates',
  'fetch_via_proxy',
  'disable_http2',
  'hide_globally',
  'proxy_url',
] as const

type Settings = { readonly [Name in (typeof settings)[number]]: string | boolean }

/** The first setting in a body that would change but can't. `now` is the feed's present state, absent for a new one. */
function feedSettingIn(fields: Readonly<Record<string, unknown>>, now?: Settings): string | undefined {
  return settings.find((name) => {
    const given = fields[name]
    if (given === undefined || given === null) return false
    return now === undefined ? given !== '' && given !== false : given !== now[name]
  })
}

/** The reason for refusing it. */
function foreignSetting(name: string): string {
  return `${name} cannot be set for one feed here. Leave it out: nothing was changed.`
}

/** The cookie and user agent in a body, where they differ from `now`, the feed's present state. Empty ones are removed. */
function headersGiven(fields: Readonly<Record<string, unknown>>, now = { cookie: '', user_agent: '' }) {
  const given = (name: keyof typeof now) => {
    const value = textIn(fields, name)
    return value === now[name] ? undefined : value
  }
  return defined({ cookie: given('cookie'), userAgent: given('user_agent') })
}

/** Sets them and returns the feed's id, which may be another then, or the answer that says why not. */
async function setHeaders(call: Call, id: string, given: ReturnType<typeof headersGiven>): Promise<string | Response> {
  if (Object.keys(given).length === 0) return id
  const set = await runForProgram(call.context, setFeedHeaders, { id, ...given })
  if (set.kind !== 'done') return viewResponse(set, noContent)
  return set.view.kind === 'set' ? set.view.id : problem(400, `${explainHeaders(set.view)} Nothing was changed.`)
}

const mostOpmlBytes = 16_000_000

export const feedRoutes: readonly Route[] = [
  { method: 'POST', path: '/discover', run: discover },
  { method: 'POST', path: '/feeds', run: add },
  {
    method: 'GET',
    path: '/feeds',
    run: async ({ context }) => jsonResponse([...(await subscriptionsOf(context)).feeds.values()]),
  },
  { method: 'GET', path: '/feeds/counters', run: counters },
  {
    method: 'PUT',
    path: '/feeds/refresh',
    run: async ({ context }) => viewResponse(await runForProgram(context, refreshFeeds, { ids: 'all' }), noContent),
  },
  { method: 'PUT', path: '/feeds/:id/refresh', run: refresh },
  { method: 'GET', path: '/feeds/:id', run: get },
  { method: 'PUT', path: '/feeds/:id', run: edit },
  { method: 'DELETE', path: '/feeds/:id', run: remove },
  { method: 'GET', path: '/feeds/:id/icon', run: icon },
  { method: 'GET', path: '/icons/:id', run: icon },
  { method: 'PUT', path: '/feeds/:id/mark-all-as-read', run: markRead },
  { method: 'GET', path: '/export', run: exported },
  { method: 'POST', path: '/import', run: imported, mostBytes: mostOpmlBytes },
]

/** Results for a URL that answered, but has neither a feed nor a page that links one: nothing to subscribe to. */
const nothingThere: ReadonlySet<string> = new Set([
  'no-feed',
  'not-a-feed',
  'client-error',
  'gone',
  'not-found',
  'forbidden',
])

async function discover(call: Call): Promise<Response> {
  const url = textIn(fieldsOf(call) ?? {}, 'url')
  if (!url) return problem(400, 'The URL is missing')
  return viewResponse(await runForProgram(call.context, discoverFeedsAt, { url }), (found) => {
    if (found.kind === 'refused') return problem(nothingThere.has(found.reason ?? '') ? 404 : 400, found.message)
    return jsonResponse(
      found.feeds.map((feed) => ({ title: feed.title || feed.url, url: feed.url, type: typeOf(feed.url) })),
    )
  })
}

/** Guessed from the URL: nothing else is known of a feed that hasn't been read yet. */
function typeOf(url: string): 'atom' | 'json' | 'rss' {
  return /atom/i.test(url) ? 'atom' : /json/i.test(url) ? 'json' : 'rss'
}

async function add(call: Call): Promise<Response> {
  const { context } = call
  const fields = fieldsOf(call)
  const url = fields && textIn(fields, 'feed_url')
  if (!url) return problem(400, 'The feed URL is missing')
  const setting = feedSettingIn(fields)
  if (setting !== undefined) return problem(400, foreignSetting(setting))
  const number = integerIn(fields, 'category_id') ?? 0
  const { feeds, folders } = await subscriptionsOf(context)
  const folder = number === 0 ? '' : folderNumbered(number, folders)
  if (folder === undefined) return problem(400, 'This category does not exist')
  // Else it would get this cookie.
  if ([...feeds.values()].some(({ feed_url }) => feed_url === url)) return problem(400, 'This feed already exists')
  return viewResponse(await runForProgram(context, addFeed, { url, folder, ...headersGiven(fields) }), (result) => {
    switch (result.kind) {
      case 'added':
        if (result.added === 0) return problem(400, 'This feed already exists')
        return jsonResponse({ feed_id: Number(result.ids[0]) }, 201)
      case 'choose':
        return problem(400, `The page names several feeds: ${result.candidates.map((one) => one.url).join(' ')}`)
      case 'refused':
        return problem(400, result.message)
    }
  })
}

async function counters({ context }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, countFeeds, {}), (counts) => {
    const text = counterTexts.get(counts) ?? counterText(counts)
    counterTexts.set(counts, text)
    return jsonTextResponse(text)
  })
}

/** Apps request this often, for thousands of feeds: equal counts are serialized once. */
const counterTexts = new WeakMap<readonly FeedCount[], string>()

function counterText(counts: readonly FeedCount[]): string {
  const [reads, unreads]: Record<string, number>[] = [{}, {}]
  for (const { feedId, readCount, unreadCount } of counts) {
    if (readCount > 0) reads![feedId] = readCount
    if (unreadCount > 0) unreads![feedId] = unreadCount
  }
  return JSON.stringify({ reads, unreads })
}

async function refresh({ context, path }: Call): Promise<Response> {
  const id = nth(path, 0)
  if (!(await subscriptionsOf(context)).feeds.has(id)) return notFound()
  return viewResponse(await runForProgram(context, refreshFeeds, { ids: [id] }), noContent)
}

async function get({ context, path }: Call): Promise<Response> {
  const found = (await subscriptionsOf(context)).feeds.get(nth(path, 0))
  return found ? jsonResponse(found) : notFound()
}

/** Changes its name, folder, cookie and user agent; changes of settings we have for all feeds, or not at all, are refused. */
async function edit(call: Call): Promise<Response> {
  const { context, path } = call
  const fields = fieldsOf(call)
  if (!fields) return problem(400, 'The body is not an object in JSON')
  const { feeds, folders } = await subscriptionsOf(context)
  const feed = feeds.get(nth(path, 0))
  if (!feed) return notFound()
  const url = textIn(fields, 'feed_url')
  if (url && url !== feed.feed_url)
    return problem(400, 'The URL of a feed can’t be changed. Subscribe to the new URL, then remove this feed.')
  const setting = feedSettingIn(fields, feed)
  if (setting !== undefined) return problem(400, foreignSetting(setting))
  const number = integerIn(fields, 'category_id') ?? 0
  const folder = number === 0 ? undefined : folderNumbered(number, folders)
  if (number !== 0 && folder === undefined) return problem(400, 'This category does not exist')
  const title = textIn(fields, 'title') || undefined
  const id = await setHeaders(call, nth(path, 0), headersGiven(fields, feed))
  if (id instanceof Response) return id
  return viewResponse(await runForProgram(context, editFeed, { id, ...defined({ title, folder }) }), async () =>
    jsonResponse((await subscriptionsOf(context)).feeds.get(id), 201),
  )
}

async function remove({ context, path }: Call): Promise<Response> {
  const id = nth(path, 0)
  if (!(await subscriptionsOf(context)).feeds.has(id)) return notFound()
  return doneResponse(await runForProgram(context, removeFeed, { id }))
}

async function icon({ context, path }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, getFeedIcon, { id: path[0] }), ({ feedId, mediaType, bytes }) =>
    jsonResponse({
      id: Number(feedId),
      mime_type: mediaType,
      data: `${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    }),
  )
}

async function markRead({ context, path }: Call): Promise<Response> {
  const id = nth(path, 0)
  if (!(await subscriptionsOf(context)).feeds.has(id)) return notFound()
  return viewResponse(await runForProgram(context, markAllRead, { feedId: id }), noContent)
}

async function exported({ context }: Call): Promise<Response> {
  return viewResponse(
    await runForProgram(context, exportOpml, {}),
    (text) =>
      new Response(text, {
        headers: {
          'Content-Type': 'text/xml; charset=utf-8',
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
        },
      }),
  )
}

async function imported({ context, body }: Call): Promise<Response> {
  return viewResponse(await runForProgram(context, importOpml, { text: new TextDecoder().decode(body) }), (result) =>
    result.kind === 'refused'
      ? problem(400, result.message)
      : jsonResponse({ message: 'Feeds imported successfully' }, 201),
  )
}
