import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { escapeHtml } from '../../../src/core/text/escape-html.ts'
import { freePort } from '../../../test/free-port.ts'
import { startServer, whyNoServer } from '../../../test/integration/postgres-server.ts'
import { feedEntries, type ReaderSize } from '../../../test/integration/reader-to-leave.ts'
import { until } from '../../../test/until.ts'

const user = 'admin'
const password = 'a lamp beside the sea'
const folders = ['World', 'Harbor & sea', 'All']
const atOnce = 1_000

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'miniflux'))
  .find((path) => existsSync(path))

/** Why Miniflux can't run here; `false` when it can. */
export const whyNoMiniflux: string | false =
  program === undefined ? 'Miniflux is not installed: apt-get install miniflux' : whyNoServer

/** Miniflux itself with PostgreSQL, filled over its own API with feeds that are served on loopback. */
export async function openMiniflux({ feeds, entriesPerFeed, stars, read }: ReaderSize) {
  const server = await startServer()
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query('create database miniflux')
  await client.end()
  const database = server.replace(/\/postgres$/, '/miniflux')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(program!, [], {
    env: {
      DATABASE_URL: `${database}?sslmode=disable`,
      LISTEN_ADDR: `127.0.0.1:${port}`,
      BASE_URL: url,
      RUN_MIGRATIONS: '1',
      CREATE_ADMIN: '1',
      ADMIN_USERNAME: user,
      ADMIN_PASSWORD: password,
      DISABLE_SCHEDULER_SERVICE: '1',
      CLEANUP_ARCHIVE_READ_DAYS: '-1',
      CLEANUP_ARCHIVE_UNREAD_DAYS: '-1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: Buffer[] = []
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  const ask = askAs(url)
  await until('Miniflux answers', async () => {
    const answer = await fetch(`${url}/healthcheck`).catch(() => undefined)
    return answer?.ok === true || child.exitCode !== null
  })
  if (child.exitCode !== null) throw new Error(`Miniflux ended: ${Buffer.concat(said).toString().slice(-1_000)}`)
  await enableFever(database)
  const outlets = createServer((request, response) => {
    const feed = Number(/\d+$/.exec(request.url ?? '')?.[0])
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rssOf(feed, entriesPerFeed))
  })
  await new Promise<void>((resolve) => outlets.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(outlets.address() as AddressInfo).port}`
  await ask('PUT', '/users/1', { entry_sorting_order: 'published_at' })
  const categories = new Map((await ask<Category[]>('GET', '/categories')).map(({ id, title }) => [title, id]))
  for (const title of folders)
    if (!categories.has(title)) categories.set(title, (await ask<Category>('POST', '/categories', { title })).id)
  for (let feed = 0; feed < feeds; feed++)
    await ask('POST', '/feeds', {
      feed_url: `${origin}/${feed}`,
      category_id: categories.get(folders[feed % folders.length]!),
    })
  const ids = (await list(ask)).map(({ id }) => id)
  for (let from = 0; from < read; from += atOnce)
    await ask('PUT', '/entries', { entry_ids: ids.slice(from, Math.min(read, from + atOnce)), status: 'read' })
  // From both sides of where the read ones end.
  for (const id of ids.slice(read - Math.floor(stars / 2), read + Math.ceil(stars / 2)))
    await ask('PUT', `/entries/${id}/bookmark`)
  return {
    /** By its own API, and by its Fever API. */
    from: (kind: 'miniflux' | 'fever') => ({ kind, address: url, user, password }),
    /** In the form of `entryFacts`. */
    facts: async () =>
      (await list(ask))
        .map(({ feed, url: link, title, published_at, status, starred, content }) =>
          [
            `${feed.category.title === 'All' ? '' : feed.category.title} ${feed.feed_url}`,
            feed.title,
            link,
            title,
            new Date(published_at).toISOString(),
            status === 'read',
            starred,
            content.replace(/<[^>]*>/g, ''),
          ].join(' | '),
        )
        .sort(),
    close() {
      child.kill()
      outlets.closeAllConnections()
      outlets.close()
    },
  }
}

/** Its own API can't switch it on; its page could. */
async function enableFever(database: string): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const login = `fever_username = '${user}', fever_token = md5('${user}:${password}')`
  await client.query(`update integrations set fever_enabled = true, ${login}`)
  await client.end()
}

type Category = { readonly id: number; readonly title: string }
type Entry = {
  readonly id: number
  readonly feed: { readonly title: string; readonly feed_url: string; readonly category: Category }
  readonly url: string
  readonly title: string
  readonly published_at: string
  readonly status: string
  readonly starred: boolean
  readonly content: string
}
type Ask = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

function askAs(url: string): Ask {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return async (method, path, body) => {
    const answer = await fetch(`${url}/v1${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}

async function list(ask: Ask): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const page = await ask<{ entries: Entry[] }>(
      'GET',
      `/entries?limit=500&order=id&direction=asc&offset=${entries.length}`,
    )
    entries.push(...page.entries)
    if (page.entries.length === 0) return entries
  }
}

function rssOf(feed: number, count: number): string {
  const items = feedEntries(feed, count).map(
    ({ entry: { key, url = '', title, publishedAt = '', contentHtml = '' } }) =>
      `<item><guid isPermaLink="false">${key}</guid><link>${escapeHtml(url)}</link><title>${escapeHtml(title)}</title><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${escapeHtml(contentHtml)}</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://feed-${feed}.example/</link><description>x</description>${items.join('')}</channel></rss>`
}
