import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { productFlags } from '../../src/app/launch/node-needs.js'
import { rareWords } from './material/like-news.ts'
import { type Bench, percentile, type Row, round, sized } from './measure.ts'
import { type PeerFigure, peerFigures } from './peer-figures.ts'
import { type Asked, ask, type ServedInstance, serveInstance } from './served-instance.ts'
import { timedPages, unlike } from './timed-pages.ts'

/** For a look at what was changed: a folder in which filled stores stand and stay, `BENCH_KEEP=/tmp/peers`. */
const kept = process.env.BENCH_KEEP

const RESTARTS = sized(5, 1)
const WARMING = sized(100, 1)
const FEW = sized(20, 1)
/** Of a server that runs for days: what is asked most is compiled by then. */
const LONG = sized(1_000, 2)
const REQUESTS = sized(200, 2)
const MANY = 16
const MANY_MS = sized(3_000, 20)

type Keys = { readonly session: string; readonly token: string; readonly app: string }
type Filled = {
  readonly cpuSeconds: number
  readonly peakMemoryMb: number
  readonly diskMb: number
  readonly entries: number
  readonly keys: Keys
}

/**
 * What readers' pages and programs wait for beside the quickest of our peers, at two sizes (`--sizes` are feeds): the product
 * runs in a process of its own, over a store that was filled by polling; all but folded copies is unread, nothing is an article.
 */
export const bench: Bench = async ({ entries, sizes = sized([1_000, 5_000], [10]) }) => {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'twosource-bench-')))
  const rows: Row[] = []
  let most = 0
  try {
    for (const [at, feeds] of sizes.entries()) {
      const size = at === 0 ? 'small' : 'large'
      const place = join(folder, String(feeds))
      const filled = await fill(place, feeds, entries)
      const row = (what: string, figures: Row['figures'], like?: PeerFigure) =>
        rows.push({
          what: `${filled.entries.toLocaleString('en')}: ${what}`,
          figures: {
            ...figures,
            ...(like?.most?.[size] !== undefined && { target: like.most[size] }),
            ...(like?.best?.[size] !== undefined && { bestPeer: like.best[size] }),
          },
        })
      row('first refresh, CPU s', { s: filled.cpuSeconds }, peerFigures.firstRefresh)
      row('memory while refreshing, MB', { peak: filled.peakMemoryMb }, peerFigures.memory)
      row('disk, MB', { mb: filled.diskMb }, peerFigures.disk)
      most = Math.max(most, filled.peakMemoryMb, await measureServed(place, filled.keys, row))
    }
    const whose = Object.entries(peerFigures).map(([name, { whose }]) => `${name} ${whose}`)
    return {
      name: 'peers',
      load: `${entries} entries of 3.2 kB of text in each feed, as many words as a language has, one entry in twenty a folded copy; SQLite; signed in with a session, or with keys of programs`,
      rows,
      peakMemoryMb: most,
      notes: [
        'ms of one connection kept open, sending and receiving with it; cpu is of the server’s process, with its threads, per request.',
        `With ${MANY} connections the process that asks takes part of the same cores.`,
        `Best peers: ${whose.join('; ')}. Peers’ pages were packed with gzip, ours are with Brotli.`,
        'Pages are made anew, each under an address of its own, with what is read for every page known already; “first after a change”: another process wrote something just before; “again”: the page was made within the last second and nothing was written since, so it is given as it was.',
        'Our unread list has 38 entries with first words, marks and buttons, and the folders beside them.',
      ],
    }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function fill(folder: string, feeds: number, entries: number): Promise<Filled> {
  const stamp = join(folder, 'filled.json')
  if (existsSync(stamp)) return JSON.parse(await readFile(stamp, 'utf8')) as Filled
  await mkdir(folder, { recursive: true })
  const script = fileURLToPath(new URL('./material/peers-fill.ts', import.meta.url))
  const given = [...productFlags, script, folder, String(feeds), String(entries)]
  const { stdout } = await promisify(execFile)(process.execPath, given)
  const filled = stdout.trim().split('\n').at(-1)!
  if (kept !== undefined) await writeFile(stamp, filled)
  return JSON.parse(filled) as Filled
}

type Tell = (what: string, figures: Row['figures'], like?: PeerFigure) => void

/** Measures one instance; answers with the most memory its process ever held, in MB. */
async function measureServed(folder: string, keys: Keys, tell: Tell): Promise<number> {
  const page: Asked = { headers: { cookie: `session=${keys.session}`, 'accept-encoding': 'gzip, deflate, br' } }
  const program: Asked = { headers: { authorization: `Bearer ${keys.token}`, 'accept-encoding': 'gzip' } }
  const starts: number[] = []
  for (let count = 0; count < RESTARTS; count += 1) {
    const instance = await serveInstance(folder, '/feeds', page.headers)
    starts.push(instance.firstPageMs)
    await instance.close()
  }
  tell('start to first page, ms', { least: round(Math.min(...starts)), p50: p(starts, 0.5) }, peerFigures.restart)

  const instance = await serveInstance(folder, '/feeds', page.headers)
  const database = new DatabaseSync(join(folder, 'twosource.db'), { timeout: 30_000 })
  let version = 0
  // Something else is written, by another process: nothing that was read before is known to stand.
  const change = () => database.exec(`pragma user_version = ${(version = (version + 1) % 1_000)}`)
  try {
    const atStart = instance.memoryMb()
    const first = await firstIds(instance, program)
    const [one = ''] = first
    const time = async (what: string, path: string | (() => string), asked: Asked, like?: PeerFigure) =>
      tell(`${what}, ms`, await timedPages(instance, path, asked, { warming: WARMING, requests: REQUESTS }), like)
    const changing = async (what: string, path: string, like: PeerFigure) =>
      tell(
        `first after a change: ${what}, ms`,
        await timedPages(instance, path, page, { warming: FEW, requests: REQUESTS, before: change }),
        like,
      )
    const again = async (what: string, path: string, like: PeerFigure) =>
      tell(
        `again: ${what}, ms`,
        await timedPages(instance, path, page, { warming: FEW, requests: REQUESTS, isAgain: true }),
        like,
      )
    await time('unread list, page', '/feeds', page, peerFigures.list)
    await changing('unread list, page', '/feeds', peerFigures.list)
    await again('unread list, page', '/feeds', peerFigures.list)
    await time('the same as a plain list', '/feeds?look=list', page, peerFigures.list)
    await time('the same as JSON', '/api/v1/entries', program, peerFigures.list)
    await time('100 unread with texts, Miniflux API', '/v1/entries?status=unread&limit=100', appOf(keys))
    let turn = 0
    const next = (path: string) => () => `${path}${first[turn++ % first.length]}`
    await time('entry, page', `/entries/${one}`, page, peerFigures.entry)
    await changing('entry, page', `/entries/${one}`, peerFigures.entry)
    await again('entry, page', `/entries/${one}`, peerFigures.entry)
    await time('entries, page, another each time', next('/entries/'), page, peerFigures.entry)
    const warm = await timedPages(instance, `/entries/${one}`, page, { warming: LONG, requests: REQUESTS })
    tell(`entry, page, asked ${LONG} times before, ms`, warm, peerFigures.entry)
    await time('entry as JSON', `/api/v1/entries/${one}`, program, peerFigures.entry)
    for (const { word, oneIn } of rareWords) {
      const like = peerFigures[`search${oneIn}`]
      const path = `/search?q=${word}&tab=articles`
      await time(`search, 1 in ${oneIn}, page`, path, page, like)
      await changing(`search, 1 in ${oneIn}, page`, path, like)
      await again(`search, 1 in ${oneIn}, page`, path, like)
      await time(`search, 1 in ${oneIn}, JSON`, `/api/v1/search?tab=articles&query=${word}`, program, like)
    }
    await time('counters of all feeds, Miniflux API', '/v1/feeds/counters', appOf(keys), peerFigures.counters)
    tell(
      'first after a change: counters of all feeds, Miniflux API, ms',
      await timedPages(instance, '/v1/feeds/counters', appOf(keys), {
        warming: FEW,
        requests: REQUESTS,
        before: change,
      }),
      peerFigures.counters,
    )
    const times = await manyAtOnce(instance, () => '/feeds', page)
    tell(`unread lists with ${MANY} connections, all of one address: mostly again`, times, peerFigures.perSecond)
    const anew = await manyAtOnce(instance, () => unlike('/feeds'), page)
    tell(`made anew: unread lists with ${MANY} connections`, anew, peerFigures.perSecond)
    const { peak, now } = instance.memoryMb()
    tell('memory serving, MB', { atStart: atStart.now, now, peak }, peerFigures.memory)
    return peak
  } finally {
    database.close()
    await instance.close()
  }
}

function appOf(keys: Keys): Asked {
  const secret = Buffer.from(`owner:${keys.app}`).toString('base64')
  return { headers: { authorization: `Basic ${secret}`, 'accept-encoding': 'gzip' } }
}

async function firstIds(instance: ServedInstance, program: Asked): Promise<readonly string[]> {
  const { body } = await ask(undefined, `${instance.url}/api/v1/entries`, {
    headers: { ...program.headers, 'accept-encoding': '' },
  })
  return (JSON.parse(body.toString()) as { entries: { id: string }[] }).entries.map(({ id }) => id)
}

async function manyAtOnce(instance: ServedInstance, path: () => string, asked: Asked) {
  const agent = new Agent({ keepAlive: true, maxSockets: MANY })
  const times: number[] = []
  const before = instance.cpuSeconds()
  const mine = process.cpuUsage()
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: MANY }, async () => {
      while (performance.now() - startedAt < MANY_MS) {
        const from = performance.now()
        await ask(agent, instance.url + path(), asked)
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(mine)
  agent.destroy()
  return {
    perSecond: Math.round(times.length / seconds),
    p50: p(times, 0.5),
    p95: p(times, 0.95),
    cpu: round(((instance.cpuSeconds() - before) * 1_000) / times.length),
    cpuOfAsking: round((user + system) / 1_000 / times.length),
  }
}

function p(values: readonly number[], share: number): number {
  return round(percentile(values, share))
}
