import { feverApi } from '../../src/fever/fever-api.ts'
import { minifluxApi } from '../../src/miniflux/miniflux-api.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { openProgramAuthentication } from '../../src/operations/program-authentication.ts'
import type { Store } from '../../src/store/store.ts'
import { withContext } from './bench-context.ts'
import { fillFeeds } from './material/fill-feeds.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const ROUNDS = sized(60, 6)
const WORDS =
  'harbour council river bridge vote budget school storm report minister engine market field music winter summer train'.split(
    ' ',
  )

/** What apps ask over Fever and Miniflux, of a reader with many entries: each answer from the request to its last byte, in this process. */
export const bench: Bench = ({ database, feeds, entries }) =>
  withContext({ database, fetchesPages: false }, async ({ operations }) => {
    await fill(operations.store, feeds, entries)
    const instance = {
      operations,
      door: openProgramAuthentication(operations),
      version: '0',
      requestsPerMinute: 1_000_000,
    }
    const [fever, miniflux] = [feverApi(instance), minifluxApi(instance)]
    const all = feeds * entries
    const since = (round: number) => Math.floor((all / (ROUNDS + 1)) * round)
    const rows = [
      await timed(
        'Fever items, 50, each page for the first time',
        fever,
        (at) => `/fever/?api&items&since_id=${since(at)}`,
      ),
      await timed('Fever items, 50, the same page again', fever, () => `/fever/?api&items&since_id=${since(5)}`),
      await timed('Fever items, 50 by number', fever, (at) => `/fever/?api&items&with_ids=${numbers(since(at))}`),
      await timed('Fever unread_item_ids, all', fever, () => '/fever/?api&unread_item_ids'),
      await timed('Fever groups and feeds', fever, () => '/fever/?api&groups&feeds'),
      await timed(
        'Miniflux entries, 100 newest unread',
        miniflux,
        () => '/v1/entries?status=unread&order=published_at&direction=desc',
      ),
    ]
    return {
      name: 'fever',
      load: `${feeds} feeds, ${all} unread entries; the face itself, without a socket`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: ['ms an answer takes; cpu: of that process, which the load of the machine does not change'],
    }
  })

async function timed(what: string, face: ProgramApi, path: (round: number) => string) {
  const times: number[] = []
  let bytes = 0
  const cpu = process.cpuUsage()
  for (let at = 0; at < ROUNDS; at += 1) {
    const start = performance.now()
    const request = new Request(
      `http://127.0.0.1${path(at)}`,
      path(at).startsWith('/fever') ? { method: 'POST', body: 'api_key=x' } : {},
    )
    const answer = await face.answer(request, { address: '127.0.0.1', isOwner: true })
    bytes = (await answer.arrayBuffer()).byteLength
    times.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`${path(at)} was answered with ${answer.status}`)
  }
  const { user, system } = process.cpuUsage(cpu)
  return {
    what,
    figures: {
      least: round(Math.min(...times)),
      p50: round(percentile(times, 0.5)),
      p95: round(percentile(times, 0.95)),
      cpu: round((user + system) / 1000 / ROUNDS),
      kB: round(bytes / 1024),
    },
  }
}

function numbers(from: number): string {
  return Array.from({ length: 50 }, (_, index) => from + index + 1).join(',')
}

function fill(store: Store, feeds: number, entries: number): Promise<void> {
  return fillFeeds(store, {
    feeds,
    entries,
    at: new Date().toISOString(),
    nameOf: (feed) => ({ title: `Outlet ${feed}`, folder: `Folder ${feed % 40}` }),
    entryOf,
  })
}

/** Some two hundred words in four paragraphs, with a link. */
function entryOf(feed: number, number: number) {
  const words = Array.from(
    { length: 200 },
    (_, index) => WORDS[(feed * 7 + number * 13 + index * (1 + (feed % 5))) % WORDS.length],
  )
  const text = words.join(' ')
  return {
    entry: {
      key: `${feed}-${number}`,
      url: `https://outlet-${feed}.example/${number}`,
      title: words.slice(0, 9).join(' '),
      authors: [{ name: 'A. Writer' }],
      categories: ['news'],
      enclosures: [],
      publishedAt: new Date(Date.now() - (feed + number * 97) * 60_000).toISOString(),
      contentHtml: `<p>${text.slice(0, 300)}</p><p>${text.slice(300, 600)} <a href="/more">more</a></p><p>${text.slice(600, 900)}</p><p>${text.slice(900)}</p>`,
    },
    contentHash: `${feed}-${number}`,
    text: () => text,
  }
}
