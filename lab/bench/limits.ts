import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { parseFeedText } from '../../src/feeds/reading/parse-feed-text.ts'
import { type FeedFarm, openFeedFarm } from './material/feed-farm.ts'
import { type Bench, measure, peakMemoryMb, round } from './measure.ts'
import { bench as refresh } from './refresh.ts'

const IN_FLIGHT = 64
const ROWS_A_COMMIT = 1000

/**
 * What the machine itself asks for the same feeds: fetching and nothing else, decoding, parsing into entries, writing rows with and
 * without words to search. And how near a first refresh comes to their sum.
 */
export const bench: Bench = async (options) => {
  await using farm = closing(await openFeedFarm(options))
  const folder = await mkdtemp(join(tmpdir(), 'twosource-limits-'))
  try {
    const urls = farm.feeds.map(({ url }) => url)
    const fetched = await measure(() => fetchAll(urls))
    const bodies = await measure(async () => fetched.result.map(decode))
    const bytes = bodies.result.reduce((sum, body) => sum + body.length, 0)
    const parsed = await measure(async () => bodies.result.map((body, at) => entriesOf(body, urls[at] as string)))
    const entries = parsed.result.flat()
    const plain = await measure(async () => insert(join(folder, 'plain.db'), entries, false))
    const searched = await measure(async () => insert(join(folder, 'searched.db'), entries, true))
    const limit = round(fetched.cpuSeconds + bodies.cpuSeconds + parsed.cpuSeconds + searched.cpuSeconds)
    await farm.end()
    const ours = await refresh(options)
    const first = ours.rows.find(({ what }) => what === 'first refresh')?.figures.cpuSeconds ?? Number.NaN
    return {
      name: 'limits',
      load: `${urls.length} feeds, ${entries.length} entries, ${Math.round(bytes / 1e6)} million characters, ${farm.name}`,
      rows: [
        { what: 'fetching', figures: { cpuSeconds: fetched.cpuSeconds, wallSeconds: fetched.wallSeconds } },
        { what: 'decoding', figures: { cpuSeconds: bodies.cpuSeconds } },
        { what: 'parsing', figures: { cpuSeconds: parsed.cpuSeconds } },
        { what: 'writing rows', figures: { cpuSeconds: plain.cpuSeconds } },
        { what: 'writing rows and words to search', figures: { cpuSeconds: searched.cpuSeconds } },
        { what: 'all of it', figures: { cpuSeconds: limit } },
        { what: 'first refresh of ours', figures: { cpuSeconds: first, shareOfLimit: round(limit / first) } },
      ],
      peakMemoryMb: peakMemoryMb(),
      notes: [
        'Rows: address, title, text, hash, in WAL with synchronous=normal, 1,000 a commit; words by FTS5 without a copy of the text.',
        'The limits sanitize nothing, find no doubles and keep no state, so their whole cannot be reached.',
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A farm that is closed once, early or at the end. */
function closing(farm: FeedFarm) {
  let ending: Promise<void> | undefined
  const end = () => (ending ??= farm.close())
  return { ...farm, end, [Symbol.asyncDispose]: end }
}

type Answer = { readonly body: Buffer; readonly encoding: string | undefined }

async function fetchAll(urls: readonly string[]): Promise<readonly Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  const answers = await Promise.all(urls.map((url) => fetchOne(url, agent)))
  agent.destroy()
  return answers
}

async function fetchOne(url: string, agent: Agent): Promise<Answer> {
  const [response] = (await once(get(url, { agent, headers: { 'accept-encoding': 'gzip' } }), 'response')) as [
    IncomingMessage,
  ]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { body: Buffer.concat(chunks), encoding: response.headers['content-encoding'] }
}

function decode({ body, encoding }: Answer): string {
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8')
}

type Line = { readonly url: string; readonly title: string; readonly text: string }

function entriesOf(body: string, url: string): readonly Line[] {
  const feed = parseFeedText(body, url)
  return feed.kind === 'feed'
    ? feed.feed.entries.map(({ url: address = '', title = '', contentHtml = '' }) => ({
        url: address,
        title,
        text: contentHtml,
      }))
    : []
}

function insert(path: string, lines: readonly Line[], isSearched: boolean): void {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode=wal; pragma synchronous=normal')
  database.exec('create table entry (id integer primary key, url text unique, title text, text text)')
  if (isSearched) database.exec(`create virtual table words using fts5(title, body, content='')`)
  const row = database.prepare('insert or ignore into entry values (?, ?, ?, ?)')
  const words = isSearched ? database.prepare('insert into words(rowid, title, body) values (?, ?, ?)') : undefined
  for (let from = 0; from < lines.length; from += ROWS_A_COMMIT) {
    database.exec('begin')
    for (const [at, { url, title, text }] of lines.slice(from, from + ROWS_A_COMMIT).entries()) {
      row.run(from + at, url, title, text)
      words?.run(from + at, title, text.replace(/<[^>]+>/g, ' '))
    }
    database.exec('commit')
  }
  database.close()
}
