import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrations } from '../../src/store/migrations/all.ts'
import { type PostgresNode, postgresNodes } from '../../test/integration/postgres-nodes.ts'
import { whyNoServer } from '../../test/integration/postgres-server.ts'
import { productProgram } from '../../test/product-program.ts'
import type { Proof, ProofResult } from './proof.ts'
import { unpackEarlier } from './rolling/earlier-program.ts'
import { growingFeeds } from './rolling/growing-feeds.ts'
import { type ServingNode, startNode } from './rolling/node.ts'

const FEEDS = 16
const AT_FIRST = 4
const GROWS_BY = 2
const ROUNDS = 2
const SETTLES_WITHIN_MS = 240_000
const pages = ['', 'feeds', 'sources', 'search?q=harbor', 'jobs', 'api/v1/entries', 'api/v1/feeds']
/** Events of a log that say that something went wrong. */
const bad = ['loop-failed', 'page-failed', 'api-failed', 'job-failed', 'greader-failed']

/**
 * An earlier program serves and takes in news on one PostgreSQL; this one starts beside it and changes the schema; both go on
 * together, then the earlier one stops. No page may fail, and every entry must be there once.
 */
export const prove: Proof = async () => {
  if (whyNoServer) return skipped(whyNoServer)
  const folder = mkdtempSync(join(tmpdir(), 'twosource-rolling-'))
  const earlier = unpackEarlier(join(folder, 'earlier'))
  if (earlier.kind === 'none') {
    rmSync(folder, { recursive: true, force: true })
    return skipped(earlier.why)
  }
  const servers = postgresNodes()
  const feeds = await growingFeeds(FEEDS)
  const running: ServingNode[] = []
  const asked: Asked = { count: 0, failed: 0, unlike: 0, open: new Map() }
  let isOver = false
  try {
    const database = await servers.makePrimary()
    const opml = join(folder, 'feeds.opml')
    writeFileSync(opml, feeds.opml)
    feeds.grow(AT_FIRST)
    const settings = (name: string) => ({
      TWOSOURCE_DATA: join(folder, name),
      TWOSOURCE_DATABASE: database.url,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      TWOSOURCE_FETCH_PAGES: 'false',
      TWOSOURCE_ANALYSIS_THREADS: '1',
    })
    const old = await startNode(earlier.main, settings('old'), ['--only-me', '--opml', opml])
    running.push(old)
    const readers = [
      readPages(
        () => running,
        asked,
        () => isOver,
      ),
      keepPreferences(
        () => running,
        asked,
        () => isOver,
      ),
    ]
    // It is in the middle of its first articles.
    await until(async () => (await count(database, 'article')) > 10)
    const startedAt = performance.now()
    const young = await startNode(productProgram, settings('young'), ['--only-me'])
    running.push(young)
    const startMs = Math.round(performance.now() - startedAt)
    const versions = await database.ask('select max(version) as version from twosource.schema_version')
    for (let round = 0; round < ROUNDS; round++) {
      feeds.grow(GROWS_BY)
      await makeDue(database)
      await until(async () => (await count(database, 'entry')) === feeds.total())
    }
    // As a balancer does: nothing new is sent there, and what is under way is waited for.
    running.shift()
    await until(async () => !asked.open.has(old.url))
    const oldEnd = await old.stop()
    feeds.grow(GROWS_BY)
    await makeDue(database)
    const hasSettled = await until(
      async () => (await count(database, 'entry')) === feeds.total() && (await isQuiet(database)),
    )
    if (!hasSettled)
      for (const row of await database.ask('select * from twosource.job order by id limit 5')) console.error(row)
    isOver = true
    await Promise.all(readers)
    const youngEnd = await young.stop()
    const doubled = await count(
      database,
      `(select feed_id, key from twosource.entry group by 1, 2 having count(*) > 1) as x`,
      '',
    )
    const unread = await count(database, 'entry where article_id is null')
    const failedJobs = await count(database, `job where state = 'failed'`)
    const wrong = [old, young].map((node) => bad.reduce((sum, event) => sum + (node.events().get(event) ?? 0), 0))
    for (const node of [old, young])
      for (const line of bad.flatMap((event) => node.lines(event)).slice(0, 5)) console.error(line.slice(0, 600))
    return {
      name: 'rolling',
      checks: [
        check('version of the data', Number(versions[0]?.version), migrations.at(-1)!.version),
        check('pages and requests that failed', asked.failed, 0),
        check('preferences read otherwise than they were kept, at the other node', asked.unlike, 0),
        check('entries lost', feeds.total() - (await count(database, 'entry')), 0),
        check('entries doubled', doubled, 0),
        check('entries without an article', unread, 0),
        check('failed jobs', failedJobs, 0),
        check('jobs that waited to the end', hasSettled ? 0 : 1, 0),
        check('errors in the log of the earlier program', wrong[0]!, 0),
        check('errors in the log of this program', wrong[1]!, 0),
        check('how the earlier one ended', oldEnd, 0),
        check('how this one ended', youngEnd, 0),
      ],
      table: [
        {
          'earlier program': earlier.commit.slice(0, 9),
          from: earlier.version,
          to: migrations.at(-1)!.version,
          entries: feeds.total(),
          'requests answered': asked.count,
          'start with migration, ms': startMs,
        },
      ],
    }
  } finally {
    isOver = true
    for (const { child } of running) child.kill('SIGKILL')
    feeds.close()
    servers.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `open`: the nodes that are being asked something. */
type Asked = { count: number; failed: number; unlike: number; readonly open: Map<string, number> }

/** Looks at pages of all that serve, in turn, until it is over. */
async function readPages(nodes: () => readonly ServingNode[], asked: Asked, isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    const all = nodes()
    await request(asked, all[turn % all.length]!, pages[Math.floor(turn / all.length) % pages.length]!)
    await sleep(50)
  }
}

/** Keeps something at one node and reads it at another. */
async function keepPreferences(
  nodes: () => readonly ServingNode[],
  asked: Asked,
  isOver: () => boolean,
): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    const all = nodes()
    const theme = turn % 2 ? 'dark' : 'light'
    await request(asked, all[turn % all.length]!, 'api/v1/preferences', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ preferences: { theme } }),
    })
    const read = await request(asked, nodes().at((turn + 1) % all.length) ?? nodes()[0]!, 'api/v1/preferences')
    if (read !== undefined && !read.includes(`"theme":"${theme}"`)) asked.unlike += 1
    await sleep(100)
  }
}

async function request(
  asked: Asked,
  { url: node }: ServingNode,
  path: string,
  init: RequestInit = {},
): Promise<string | undefined> {
  const url = `${node}${path}`
  asked.count += 1
  asked.open.set(node, (asked.open.get(node) ?? 0) + 1)
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) })
    const text = await answer.text()
    if (answer.ok) return text
    console.error(`${url}: ${answer.status} ${text.slice(0, 200)}`)
  } catch (error) {
    console.error(`${url}: ${error instanceof Error ? `${error.message} ${error.cause ?? ''}` : String(error)}`)
  } finally {
    const left = asked.open.get(node)! - 1
    if (left === 0) asked.open.delete(node)
    else asked.open.set(node, left)
  }
  asked.failed += 1
  return undefined
}

/** Makes every feed due: whoever looks first polls it. */
async function makeDue(database: PostgresNode): Promise<void> {
  await database.ask(`update twosource.feed set next_poll_at = '2000-01-01T00:00:00.000Z'`)
}

async function count(database: PostgresNode, what: string, schema = 'twosource.'): Promise<number> {
  return Number((await database.ask(`select count(*) as count from ${schema}${what}`))[0]?.count)
}

/** True when no job is under way or due. */
async function isQuiet(database: PostgresNode): Promise<boolean> {
  const at = new Date().toISOString()
  const due = `job where kind in ('ingest-entry', 'refresh-story') and (state = 'running' or state = 'waiting' and run_at <= '${at}')`
  return (await count(database, due)) === 0
}

/** Waits, but not for good; false when it did not come. */
async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const endsAt = performance.now() + SETTLES_WITHIN_MS
  while (performance.now() < endsAt) {
    if (await isSo()) return true
    await sleep(200)
  }
  return false
}

function check(what: string, measured: number | string, wanted: number | string): ProofResult['checks'][number] {
  return { what, measured, wanted: String(wanted), isMet: measured === wanted }
}

function skipped(why: string): ProofResult {
  return { name: 'rolling', checks: [{ what: `skipped: ${why}`, measured: '–', wanted: '–', isMet: true }] }
}
