import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { servePages } from '../../src/app/serve/serve.ts'
import type { Store } from '../../src/store/store.ts'
import { fillFeeds } from './material/fill-feeds.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const FOLDERS = 40
const REQUESTS = sized(60, 2)
const WORDS =
  'harbor council river bridge vote budget school storm report minister engine market field music winter summer train water light stone garden letter morning evening signal border island tower ferry strait mayor union court appeal harvest drought railway museum editor teacher nurse pilot kitchen window paper number account promise question answer'.split(
    ' ',
  )

/** The river with a thousand feeds and thirty unread entries in each: what the first view weighs, and how long it takes. */
export const bench: Bench = async ({ database, feeds, entries }) => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const config = {
    ...readConfig({ TWOSOURCE_PORT: '0', ...(database === undefined ? {} : { TWOSOURCE_DATABASE: database }) }),
    TWOSOURCE_DATA: folder,
  }
  try {
    await using context = await createContext(config, () => {})
    const { store } = context.operations
    await fill(store, feeds, entries)
    const running = await servePages(context, { trustsMachine: true })
    const page = await take(running.url, 'feeds')
    const [style = '', script = ''] = [/href="(\/assets[^"]+\.css)"/, /src="(\/assets[^"]+\.js)"/].map(
      (pattern) => pattern.exec(page.text)?.[1]?.slice(1) ?? '',
    )
    const parts = [
      page,
      await take(running.url, style),
      await take(running.url, script),
      await take(running.url, 'favicon.svg'),
    ]
    const times: number[] = []
    for (let count = 0; count < REQUESTS; count += 1) times.push((await take(running.url, 'feeds')).ms)
    const all = await take(running.url, 'feeds/all')
    const marks = await markAndUndo(store)
    await running.close()
    const kilobytes = (bytes: number) => round(bytes / 1024)
    return {
      name: 'river',
      load: `${feeds} feeds in ${FOLDERS} folders, ${entries} unread entries in each; gzip over loopback`,
      rows: [
        {
          what: 'first view on the wire, kB',
          figures: {
            whole: kilobytes(parts.reduce((sum, part) => sum + part.bytes, 0)),
            page: kilobytes(parts[0]!.bytes),
            style: kilobytes(parts[1]!.bytes),
            script: kilobytes(parts[2]!.bytes),
            requests: parts.length,
          },
        },
        { what: 'page, ms', figures: { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) } },
        { what: 'all feeds, kB', figures: { page: kilobytes(all.bytes), ms: round(all.ms) } },
        { what: 'everything marked read and undone, ms', figures: marks },
      ],
      peakMemoryMb: peakMemoryMb(),
      notes: ['No article has been read here: rows have no link to a story.'],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function fill(store: Store, feeds: number, entries: number): Promise<void> {
  return fillFeeds(store, {
    feeds,
    entries,
    at: new Date().toISOString(),
    nameOf: (feed) => ({
      title: `${words(feed, 0, 2)} ${feed}`,
      folder: `${words(feed % FOLDERS, 1, 1)} ${feed % FOLDERS}`,
    }),
    entryOf,
  })
}

function entryOf(feed: number, number: number) {
  const text = words(feed * 31 + number, 3, 45)
  return {
    entry: {
      key: `${feed}-${number}`,
      url: `https://outlet-${feed}.example/${words(feed + number, 5, 4).replaceAll(' ', '-')}`,
      title: words(feed * 31 + number, 2, 9),
      authors: [],
      categories: [],
      enclosures: [],
      publishedAt: new Date(Date.now() - (feed + number * 97) * 60_000).toISOString(),
      contentHtml: `<p>${text}</p>`,
    },
    contentHash: `${feed}-${number}`,
    text: () => text,
  }
}

/** Words picked by a small generator, so that texts differ and repeat as news does. */
function words(seed: number, salt: number, count: number): string {
  let state = (seed * 7919 + salt * 104_729 + 17) >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return WORDS[(state >>> 8) % WORDS.length]
  }).join(' ')
}

async function markAndUndo(store: Store) {
  const at = new Date().toISOString()
  const start = performance.now()
  await store.entries.markAllRead('owner', {}, at, 'bench-undo')
  const marked = performance.now()
  await store.entries.undoMarkAllRead('owner', 'bench-undo', at)
  return { mark: round(marked - start), undo: round(performance.now() - marked) }
}

/** One request as a browser makes it: what comes over the wire stays compressed. */
async function take(origin: string, path: string) {
  const start = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  request(new URL(path, origin), { headers: { 'accept-encoding': 'gzip' } }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk) => chunks.push(chunk))
    response.on('end', () => resolve(Buffer.concat(chunks)))
  })
    .on('error', reject)
    .end()
  const body = await promise
  const ms = performance.now() - start
  const isPacked = body[0] === 0x1f && body[1] === 0x8b
  return { bytes: body.length, ms, text: String(isPacked ? gunzipSync(body) : body) }
}
