import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../test/free-port.ts'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { ask, countRows } from './cluster/database-access.ts'
import { startDatabase, urlOf, whyNoDatabase } from './cluster/database-host.ts'
import { likeness } from './cluster/examine.ts'
import { openNewsroom } from './cluster/newsroom.ts'
import { nodeSettings } from './cluster/nodes.ts'
import { passingFolder } from './cluster/passing-folder.ts'
import { insist, until } from './cluster/progress.ts'
import { runScript } from './cluster/run-script.ts'
import { type TakenIn, takeIn } from './cluster/take-in.ts'
import { type SmallDisk, smallDisk } from './full-disk/small-disk.ts'
import type { Proof, ProofResult } from './proof.ts'
import { thisMachine } from './soak/this-machine.ts'

type Dialect = 'sqlite' | 'postgres'
type Check = ProofResult['checks'][number]

const ARTICLES = 60
const HOUR_MS = 3_600_000
/** Work is waited for no longer. */
const WAIT_MS = 15_000
const megabytes = { sqlite: 160, postgres: 400 } as const
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const file = fileURLToPath(new URL('../../test/fixtures/import/articles.jsonl', import.meta.url))
/** Each outlet has an address of its own, as outlets do. */
const addresses = Array.from({ length: 6 }, (_, index) => `127.0.1.${index + 1}`)

/**
 * A disk that fills to the last byte again and again while articles are read and stories written, with room again some seconds later: on
 * SQLite and on PostgreSQL, whose server may fall and is started again. In the end every article must be there once, in a story that is told;
 * a file brought in while there is no room is refused whole, and comes in afterwards.
 */
export const prove: Proof = async ({ seed = 20261128, rounds = 8, store } = {}) => {
  const dialects: readonly Dialect[] = store ? [store] : ['sqlite', 'postgres']
  const found: ProofResult[] = []
  for (const dialect of dialects) found.push(await proveOn(dialect, seed, rounds))
  return {
    name: 'full-disk-intake',
    checks: found.flatMap(({ checks }) => checks),
    table: found.flatMap(({ table = [] }) => table),
  }
}

async function proveOn(dialect: Dialect, seed: number, rounds: number): Promise<ProofResult> {
  if (dialect === 'postgres' && whyNoDatabase) return skipped(whyNoDatabase)
  const disk = smallDisk(megabytes[dialect])
  if ('why' in disk) return skipped(disk.why)
  const port = await freePort()
  const server =
    dialect === 'postgres'
      ? await startDatabase(thisMachine, '127.0.0.0/8', { port, listensTo: '127.0.0.1', within: disk.folder })
      : undefined
  const data = server ? passingFolder('full') : join(disk.folder, 'data')
  mkdirSync(data, { recursive: true })
  const database = server ? urlOf('127.0.0.1', 'postgres', port) : join(data, 'twosource.db')
  const settings = { ...nodeSettings, TWOSOURCE_DATA: data, ...(server && { TWOSOURCE_DATABASE: database }) }
  const newsroom = await openNewsroom(
    { seed, count: ARTICLES, startMs: Date.now() - 50 * HOUR_MS },
    addresses,
    (script, args) => runScript([script, ...args]),
  )
  const random = randomNumbers(seed)
  const seen = { filled: 0, revived: 0, articles: new Set<number>() }
  try {
    const taken = await takeIn({
      newsroom,
      database,
      settings,
      steps: rounds,
      idleMs: 8000,
      startCrew: (crew) => [
        crew.start('whole', (args, env) => runScript([main, ...args], env), ['serve'], {
          ...settings,
          TWOSOURCE_PORT: '0',
        }),
      ],
      async disturb() {
        await until(WAIT_MS, () => isAtWork(database))
        await sleep(random() * 500)
        disk.fill()
        seen.filled += 1
        await sleep(1500 + random() * 2500)
        disk.free()
        if (await server?.revive()) seen.revived += 1
        const articles = await insist(() => countRows(database, 'article'))
        seen.articles.add(articles)
        // Room again for long enough that work begins, so that the next time it is in the middle of it.
        await until(WAIT_MS, async () => (await insist(() => countRows(database, 'article'))) > articles + 2)
      },
    })
    const brought = await bringIn(disk, settings, database, server && (() => server.revive()))
    const gold = newsroom.news.articles.map(({ story }) => story)
    return { name: '', ...told(dialect, taken, brought, seen, likeness(gold, taken.stories).b3F1) }
  } finally {
    await newsroom.close()
    await server?.stop('immediate')
    disk.remove()
  }
}

type Brought = { readonly code: number; readonly said: string; readonly kept: number; readonly after: number }

/** Brings in a file while there is no room, and again when there is. */
async function bringIn(
  disk: SmallDisk,
  settings: Readonly<Record<string, string>>,
  database: string,
  revive: (() => Promise<boolean>) | undefined,
): Promise<Brought> {
  const before = await countRows(database, 'article')
  const bring = () =>
    spawnSync(process.execPath, [main, 'import', file], {
      env: { ...process.env, ...settings },
      encoding: 'utf8',
      timeout: 120_000,
    })
  disk.fill()
  const { status, stderr, stdout } = bring()
  disk.free()
  await revive?.()
  const kept = (await countRows(database, 'article')) - before
  const again = bring()
  if (again.status !== 0) console.error(again.stderr.slice(-1500))
  return {
    code: status ?? -1,
    said: `${stdout}${stderr}`,
    kept,
    after: (await countRows(database, 'article')) - before,
  }
}

function told(
  dialect: Dialect,
  { faults, fallen, events, leftToLeases, wallSeconds }: TakenIn,
  brought: Brought,
  seen: { readonly filled: number; readonly revived: number; readonly articles: ReadonlySet<number> },
  b3F1: number,
): Pick<ProofResult, 'checks' | 'table'> {
  for (const line of fallen) console.error(line)
  const faultCount = Object.values(faults).reduce((sum, each) => sum + each, 0)
  const isSaid = brought.code !== 0 && !/\n\s+at /.test(brought.said)
  if (!isSaid) console.error(brought.said.slice(-1500))
  return {
    checks: [
      check(dialect, 'times the disk was full while news came in', seen.filled, '≥ 6', seen.filled >= 6),
      check(
        dialect,
        'times the product said so in its log',
        events['disk-full'] ?? 0,
        '≥ 1',
        (events['disk-full'] ?? 0) > 0,
      ),
      {
        ...check(dialect, 'processes that fell', fallen.length, '0', fallen.length === 0),
        cases: seen.filled,
        failures: fallen.length,
      },
      {
        ...check(
          dialect,
          `articles, texts, stories and messages lost, torn or doubled ${JSON.stringify(faults)}`,
          faultCount,
          '0',
          faultCount === 0,
        ),
        cases: ARTICLES,
        failures: faultCount,
      },
      check(dialect, 'stories as they were made, B-cubed F1', b3F1, '≥ .9', b3F1 >= 0.9),
      check(
        dialect,
        'a file brought in without room is refused, and says so',
        isSaid ? 'yes' : `exit ${brought.code}`,
        'yes',
        isSaid,
      ),
      check(dialect, 'articles of that file kept without room', brought.kept, '0', brought.kept === 0),
      check(dialect, 'articles of that file afterwards', brought.after, '3', brought.after === 3),
    ],
    table: [
      {
        database: dialect,
        'disk full': seen.filled,
        'database started again': seen.revived,
        'articles when there was room again': [...seen.articles].join(' '),
        'left to leases': leftToLeases,
        seconds: wallSeconds,
        'said of the file': brought.said.trim().split('\n').at(-1)?.slice(0, 120) ?? '',
      },
    ],
  }
}

function check(dialect: Dialect, what: string, measured: number | string, wanted: string, isMet: boolean): Check {
  return { what: `${dialect}: ${what}`, measured, wanted, isMet }
}

function skipped(why: string): ProofResult {
  return { name: '', checks: [{ what: `skipped: ${why}`, measured: '–', wanted: '–', isMet: true }] }
}

/** Whether a text is being read or a story written just now. */
async function isAtWork(database: string): Promise<boolean> {
  const [row] = await ask(
    database,
    `select count(*) as found from job where state = 'running' and kind in ('ingest-entry', 'refresh-story')`,
  ).catch(() => [])
  return Number(row?.found ?? 0) > 0
}
