import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { productProgram } from '../../../test/product-program.ts'
import { startNode } from '../rolling/node.ts'
import type { Harm } from './harm.ts'

const namedWithinMs = 20_000

/** What is asked of a server, by readers and by programs. */
const pages = [
  '',
  'feeds',
  'sources',
  'following',
  'saved',
  'search?q=harbor',
  'people',
  'settings',
  'history',
  'notes',
  'brief',
  'admin',
  'admin/damage',
  'api/v1/today',
  'api/v1/entries',
  'api/v1/feeds',
  'api/v1/search?q=harbor',
  'api/v1/jobs',
]

/** What became of a server whose database was harmed, and of what it says to do. */
export type Outcome = {
  readonly what: string
  readonly start: 'serves' | 'says why not' | 'dies'
  /** True when it ended while it was asked. */
  readonly isDead: boolean
  /** Pieces of text of the program that nobody but us can read. */
  readonly rawStacks: number
  readonly asked: number
  readonly failed: number
  /** Whether SQLite's own check finds damage; and whether it was named, where a request met it. */
  readonly isDamaged: boolean
  readonly isUnnamed: boolean
  /** What `doctor` did: found out, named damage that is there, or not. */
  readonly doctor: 'well' | 'silent' | 'died' | 'not asked'
  /** Whether the copy that was offered is back, row by row. */
  readonly restore: 'back' | 'not offered' | 'differs' | 'not tried'
}

/**
 * Harms a copy of an instance and runs the real server on it: every page, a write, its end; then `doctor`, and the restore that it offers where
 * `isWhole`. `instance`: a data folder with a copy of the database in `backups`.
 */
export async function tryHarm(instance: string, folder: string, harm: Harm, isWhole: boolean): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(instance, folder, { recursive: true })
  const file = join(folder, 'twosource.db')
  harm.to(file)
  const isDamaged = integrityOf(file) !== 'ok'
  const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_FETCH_PAGES: 'false' }
  const served = await serveHarmed(settings)
  const whole = isWhole ? await rescueHarmed(settings, file, isDamaged) : undefined
  return {
    what: harm.what,
    ...served,
    isDamaged,
    isUnnamed: isDamaged && served.failed > 0 && !served.isNamed,
    rawStacks: served.rawStacks + (whole?.rawStacks ?? 0),
    doctor: whole?.doctor ?? 'not asked',
    restore: whole?.restore ?? 'not tried',
  }
}

async function serveHarmed(settings: Readonly<Record<string, string>>) {
  const nothing = { asked: 0, failed: 0, isNamed: true, isDead: false }
  const node = await startNode(productProgram, settings, ['--only-me']).catch((error: unknown) => String(error))
  if (typeof node === 'string') {
    const isSaid = /cannot be used as the database|is damaged/.test(node)
    return { ...nothing, start: isSaid ? ('says why not' as const) : ('dies' as const), rawStacks: stacksIn(node) }
  }
  const isDead = () => node.child.exitCode !== null || node.child.signalCode !== null
  const statuses: number[] = []
  for (const page of pages) if (!isDead()) statuses.push(await statusOf(`${node.url}${page}`))
  const form = new URLSearchParams({ kind: 'search', target: 'harbor', back: '/' })
  const origin = new URL(node.url).origin
  if (!isDead()) statuses.push(await statusOf(`${node.url}follow`, { method: 'POST', body: form, headers: { origin } }))
  const failed = statuses.filter((status) => status === 0 || status >= 500).length
  const endsAt = performance.now() + namedWithinMs
  const isNamed = () => node.events().has('database-damaged')
  while (failed > 0 && !isNamed() && !isDead() && performance.now() < endsAt) await sleep(100)
  const died = isDead()
  const end = await node.stop()
  if (died || end !== 0) console.error(node.wrote().slice(-1500))
  const rawStacks = stacksIn(node.wrote())
  return {
    start: 'serves' as const,
    asked: statuses.length,
    failed,
    isNamed: isNamed(),
    isDead: died || end !== 0,
    rawStacks,
  }
}

/** What `doctor` says, and whether what it says to do brings all of the copy back. */
async function rescueHarmed(
  settings: Readonly<Record<string, string>>,
  file: string,
  isDamaged: boolean,
): Promise<Pick<Outcome, 'doctor' | 'restore' | 'rawStacks'>> {
  const { code, said } = await run(['doctor'], settings)
  const isSaid = /is damaged|cannot be used as the database/.test(said)
  const rawStacks = stacksIn(said)
  const doctor = code !== 0 && code !== 1 ? 'died' : isDamaged && !isSaid ? 'silent' : 'well'
  if (doctor !== 'well' || rawStacks > 0) console.error(said.slice(-1500))
  if (!isDamaged) return { doctor, rawStacks, restore: 'not tried' }
  const path = /npm start restore (\S+\.db)/.exec(said)?.[1]
  if (path === undefined) return { doctor, rawStacks, restore: 'not offered' }
  const restored = await run(['restore', path], settings)
  const isBack = restored.code === 0 && rowsOf(file) === rowsOf(path)
  if (!isBack) console.error(restored.said)
  return { doctor, rawStacks: rawStacks + stacksIn(restored.said), restore: isBack ? 'back' : 'differs' }
}

async function run(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [productProgram, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

async function statusOf(url: string, init: RequestInit = {}): Promise<number> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init }).catch(
    () => undefined,
  )
  await answer?.text()
  return answer?.status ?? 0
}

/** Places in the program, on lines that are no lines of the log. */
function stacksIn(wrote: string): number {
  return wrote.split('\n').filter((line) => /^\s+at .*[:)]\d*/.test(line)).length
}

/** What SQLite itself says of a file; it is not written to. */
function integrityOf(file: string): string {
  try {
    using db = new DatabaseSync(file, { readOnly: true })
    return String(Object.values(db.prepare('pragma integrity_check(1)').get() ?? {})[0])
  } catch (error) {
    return String(error)
  }
}

/** A hash of every row of every table. */
export function rowsOf(file: string): string {
  using db = new DatabaseSync(file, { readOnly: true })
  const hash = createHash('sha256')
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_stat%' order by name")
    .all()
  for (const { name } of tables) {
    hash.update(`\n${name}\n`)
    const statement = db.prepare(`select * from "${name}"`)
    statement.setReadBigInts(true)
    for (const row of statement.iterate()) hash.update(JSON.stringify(Object.values(row), asText))
  }
  return hash.digest('hex')
}

function asText(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}`
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
