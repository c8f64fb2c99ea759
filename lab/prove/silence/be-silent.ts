import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBackground } from '../../../src/app/background.ts'
import { readConfig } from '../../../src/app/config/config.ts'
import { type Context, createContext } from '../../../src/app/context.ts'
import { startHeartbeat } from '../../../src/app/heartbeat.ts'
import { servePages } from '../../../src/app/serve/serve.ts'
import { type PostgresNode, postgresNodes } from '../../../test/integration/postgres-nodes.ts'
import { growingFeeds } from '../rolling/growing-feeds.ts'
import { openDatabaseProxy } from './database-proxy.ts'

const FEEDS = 4
const WRITERS = 6
/** An edit that is not answered by then is none that anybody waits for. */
const EDIT_MS = 60_000
const BACK_MS = 180_000

/** What is done to the network or the server, and for how long, in milliseconds. */
export type Trouble = {
  readonly name: string
  readonly kind: 'silence' | 'reset' | 'half-open' | 'restart' | 'silent-restart'
  readonly forMs: number
}

/** What came of one trouble. Times in milliseconds from its end. */
export type Outlived = {
  readonly name: string
  /** Until an edit was acknowledged. */
  readonly edits: number
  /** Until a new entry of a feed was kept: the background work. */
  readonly work: number
  /** Until /readyz said that all is well. */
  readonly ready: number
  /** The worst that /readyz said of the background work meanwhile. */
  readonly workSaid: string
}

export type SilenceRun = {
  readonly outlived: readonly Outlived[]
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  /** Edits of which it was said that nobody knows whether they were kept. */
  readonly unconfirmed: number
  readonly busy: number
  /** Answers that were none of these, with their status. */
  readonly otherwise: readonly number[]
  readonly entriesLost: number
  readonly entriesDoubled: number
  readonly leftInTransaction: number
}

/**
 * The product on a PostgreSQL server of its own, behind a proxy on which the troubles come one after the other, while people edit and
 * feeds bring news. `silenceMs` is handed to the store; undefined: what is usual.
 */
export async function beSilent(troubles: readonly Trouble[], silenceMs?: number): Promise<SilenceRun> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-silence-'))
  const servers = postgresNodes()
  const feeds = await growingFeeds(FEEDS)
  const primary = await servers.makePrimary()
  const proxy = await openDatabaseProxy(primary.port)
  const context = await createContext(
    readConfig({
      TWOSOURCE_DATA: folder,
      TWOSOURCE_PORT: '0',
      TWOSOURCE_DATABASE: `postgres://postgres@127.0.0.1:${proxy.port}/postgres`,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      TWOSOURCE_FETCH_PAGES: 'false',
      TWOSOURCE_ANALYSIS_THREADS: '1',
    }),
    () => {},
    undefined,
    silenceMs === undefined ? {} : { silenceMs },
  )
  const edits = { kept: [] as string[], unconfirmed: 0, busy: 0, otherwise: [] as number[], lastKeptAtMs: 0 }
  let isOver = false
  try {
    const running = await servePages(context, { trustsMachine: true })
    const beat = await startHeartbeat(context, true)
    const background = await startBackground(context)
    await follow(context, feeds.opml)
    const editing = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let number = 0; !isOver; number++) await edit(running.url, `w${writer}n${number}`, edits)
    })
    const outlived: Outlived[] = []
    for (const trouble of troubles) {
      await bringsNews(primary, feeds)
      outlived.push(await outlive(trouble, primary, proxy, running.url, edits, feeds))
    }
    isOver = true
    await Promise.all(editing)
    const kept = new Map(
      (await primary.ask(`select name, count(*)::int as found from twosource.saved_search group by name`)).map(
        (row) => [row.name as string, row.found as number],
      ),
    )
    await bringsNews(primary, feeds)
    const entries = await numberOf(primary, 'twosource.entry')
    const result = {
      outlived,
      acknowledged: edits.kept.length,
      lost: edits.kept.filter((name) => !kept.has(name)).length,
      doubled: [...kept.values()].filter((found) => found > 1).length,
      unconfirmed: edits.unconfirmed,
      busy: edits.busy,
      otherwise: edits.otherwise,
      entriesLost: feeds.total() - entries,
      entriesDoubled: await numberOf(
        primary,
        '(select 1 from twosource.entry group by feed_id, key having count(*) > 1) as twice',
      ),
      leftInTransaction: await numberOf(
        primary,
        `pg_stat_activity where state like 'idle in transaction%' and clock_timestamp() - state_change > interval '5 s'`,
      ),
    }
    await background[Symbol.asyncDispose]()
    await beat[Symbol.asyncDispose]()
    await running.close()
    return result
  } finally {
    isOver = true
    await context[Symbol.asyncDispose]()
    await proxy.close()
    feeds.close()
    servers.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

type Edits = { kept: string[]; unconfirmed: number; busy: number; otherwise: number[]; lastKeptAtMs: number }
type Feeds = Awaited<ReturnType<typeof growingFeeds>>

/** Keeps a search of a name of its own, as a person does who sits at the machine. */
async function edit(url: string, name: string, edits: Edits): Promise<void> {
  try {
    const answer = await fetch(`${url}api/v1/searches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: name, name }),
      signal: AbortSignal.timeout(EDIT_MS),
    })
    const said = await answer.text()
    if (answer.ok) {
      edits.kept.push(name)
      edits.lastKeptAtMs = performance.now()
    } else if (answer.status === 503 && said.includes('unconfirmed')) edits.unconfirmed += 1
    else if (answer.status === 503) edits.busy += 1
    else edits.otherwise.push(answer.status)
  } catch {
    edits.otherwise.push(0)
  }
  await sleep(50)
}

async function outlive(
  { name, kind, forMs }: Trouble,
  primary: PostgresNode,
  proxy: Awaited<ReturnType<typeof openDatabaseProxy>>,
  url: string,
  edits: Edits,
  feeds: Feeds,
): Promise<Outlived> {
  const said = new Set<string>()
  let isWatched = true
  const watching = (async () => {
    while (isWatched) {
      said.add((await readyOf(url)).work)
      await sleep(200)
    }
  })()
  if (kind === 'silence' || kind === 'silent-restart') proxy.silence()
  if (kind === 'reset') proxy.reset()
  if (kind === 'half-open') proxy.forget()
  if (kind === 'restart' || kind === 'silent-restart') primary.stop('immediate')
  await sleep(forMs)
  if (kind === 'restart' || kind === 'silent-restart') primary.start()
  proxy.speak()
  const endedMs = performance.now()
  const since = () => Math.round(performance.now() - endedMs)
  const times = await Promise.all([
    until(() => edits.lastKeptAtMs > endedMs).then(since),
    bringsNews(primary, feeds).then(since),
    until(async () => {
      const { isReady, work } = await readyOf(url)
      return isReady && work === 'ok'
    }).then(since),
  ])
  isWatched = false
  await watching
  const worst = ['stands-still', 'failing', 'ok'].find((word) => said.has(word)) ?? 'none'
  return { name, edits: times[0], work: times[1], ready: times[2], workSaid: worst }
}

/** Waits until it is so; who waits in vain continues after three minutes, which no target forgives. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endsAtMs = performance.now() + BACK_MS
  while (performance.now() < endsAtMs && !(await isSo())) await sleep(50)
}

/** Has each feed publish another entry, due now, and waits until all are kept. */
async function bringsNews(primary: PostgresNode, feeds: Feeds): Promise<void> {
  feeds.grow(1)
  await primary.ask(
    `update twosource.feed set next_poll_at = '2000-01-01T00:00:00.000Z', leased_until = null where leased_until is null`,
  )
  await until(async () => {
    // Who was asked while it was away may have been put off.
    await primary.ask(
      `update twosource.feed set next_poll_at = '2000-01-01T00:00:00.000Z' where next_poll_at > '2000-01-02' and leased_until is null`,
    )
    return (await numberOf(primary, 'twosource.entry')) >= feeds.total()
  })
}

async function readyOf(url: string): Promise<{ readonly isReady: boolean; readonly work: string }> {
  const answer = await fetch(`${url}readyz`)
  const { ready, parts } = (await answer.json()) as { ready: boolean; parts: { work: string } }
  return { isReady: ready, work: parts.work }
}

async function follow({ operations: { store, now }, pipeline }: Context, opml: string): Promise<void> {
  const urls = [...opml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url = '']) => ({ url }))
  await store.feeds.addMany('owner', urls, now().toISOString())
  pipeline.wake()
}

async function numberOf(primary: PostgresNode, from: string): Promise<number> {
  return Number((await primary.ask(`select count(*) as found from ${from}`))[0]?.found)
}
