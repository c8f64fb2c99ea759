import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import type { Store } from '../../src/store/store.ts'
import { fillFeeds } from './material/fill-feeds.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

const PER_FEED = 31
const TIMES = sized(40, 2)
/** So often each is asked before it is timed: a server that runs has its code ready. */
const FIRST = sized(20, 1)
const reading = '/reader/api/0'
const unread = 's=user/-/state/com.google/reading-list&xt=user/-/state/com.google/read&output=json'

/**
 * What apps that read feeds wait for, over loopback with one connection kept open: ids and texts through the Google Reader API,
 * with 31 entries in each feed, none of them read.
 */
export const bench: Bench = async ({ database, feeds }) => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const config = {
    ...readConfig({ TWOSOURCE_PORT: '0', ...(database === undefined ? {} : { TWOSOURCE_DATABASE: database }) }),
    TWOSOURCE_DATA: folder,
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await using context = await createContext(config, () => {})
    await fill(context.operations.store, feeds)
    const running = await servePages(context, { trustsMachine: true })
    const ask = (path: string, body?: string) => take(agent, new URL(reading + path, running.url), body)
    const rows: Row[] = []
    const idsOf = async (query: string) => {
      const { text } = await ask(`/stream/items/ids?${query}`)
      return (JSON.parse(text) as { itemRefs: { id: string }[] }).itemRefs.map(({ id }) => id)
    }
    const all = await idsOf(`${unread}&n=200000`)
    const textsOf = (ids: readonly string[]) =>
      ask('/stream/items/contents', `output=json&${ids.map((id) => `i=${id}`).join('&')}`)

    rows.push(await timed('ids, 1,000 unread', () => ask(`/stream/items/ids?${unread}&n=1000`)))
    rows.push(await timed('ids, all unread', () => ask(`/stream/items/ids?${unread}&n=200000`)))
    // Each hundred is asked for once: nothing of it was made safe to show before.
    let next = 0
    rows.push(await timed('texts of 100, never asked for before', () => textsOf(all.slice(next, (next += 100)))))
    const hundred = all.slice(0, 100)
    rows.push(await timed('texts of 100, asked for before', () => textsOf(hundred)))
    rows.push(await timed('a stream of 100 with texts', () => ask('/stream/contents?n=100&output=json')))
    rows.push(await timed('all feeds', () => ask('/subscription/list?output=json')))
    rows.push(await timed('unread counts', () => ask('/unread-count?output=json')))
    await running.close()
    return {
      name: 'clients',
      load: `${feeds} feeds with ${PER_FEED} unread entries each, texts of 0.4 to 2 kB of HTML; ${context.operations.store.dialect}, loopback`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: ['In ms, with sending and receiving; client and server share one process.'],
    }
  } finally {
    agent.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

async function timed(what: string, work: () => Promise<{ readonly bytes: number }>): Promise<Row> {
  const times: number[] = []
  let bytes = 0
  for (let count = 0; count < FIRST; count += 1) await work()
  for (let count = 0; count < TIMES; count += 1) {
    const start = performance.now()
    bytes = (await work()).bytes
    times.push(performance.now() - start)
  }
  const at = (share: number) => round(percentile(times, share))
  return {
    what,
    figures: { least: round(Math.min(...times)), p50: at(0.5), p95: at(0.95), kB: Math.round(bytes / 1024) },
  }
}

function fill(store: Store, feeds: number): Promise<void> {
  return fillFeeds(store, {
    feeds,
    entries: PER_FEED,
    at: new Date(Date.now() - 3_600_000).toISOString(),
    nameOf: (feed) => ({ title: `Outlet ${feed}`, folder: `Folder ${feed % 40}` }),
    entryOf,
  })
}

function entryOf(feed: number, number: number) {
  const sentence = `The council of town ${feed} voted on item ${number} after a long evening, and the mayor said so. `
  const paragraphs = Array.from(
    { length: 1 + ((feed + number) % 5) },
    (_, at) =>
      `<p>${sentence.repeat(3)}<a href="https://outlet-${feed}.example/${number}/${at}">More</a> &amp; <em>more</em>.</p>`,
  )
  const picture = `<img src="https://outlet-${feed}.example/${number}.jpg" alt="The hall" width="600" height="400">`
  return {
    entry: {
      key: `${feed}-${number}`,
      url: `https://outlet-${feed}.example/${number}`,
      title: `Item ${number} of town ${feed} is voted on`,
      authors: [{ name: 'A. Writer' }],
      categories: [],
      enclosures: [],
      publishedAt: new Date(Date.now() - 3_600_000 - (feed + number * 97) * 60_000).toISOString(),
      contentHtml: `${picture}\n${paragraphs.join('\n')}`,
    },
    contentHash: `${feed}-${number}`,
    text: () => sentence,
  }
}

async function take(agent: Agent, url: URL, body?: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const sent = request(
    url,
    {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: 'GoogleLogin auth=owner',
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': body.length,
        }),
      },
    },
    (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks).toString())
          : reject(new Error(`${url.pathname} answered ${response.statusCode}`)),
      )
    },
  )
  sent.on('error', reject).end(body)
  const text = await promise
  return { bytes: text.length, text }
}
