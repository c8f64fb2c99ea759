import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'

/**
 * A process that says three times in a row and more that it lives has this long to say it again; else it is taken for dead, and others
 * take up its jobs. One that was only slow writes nothing any more of what was taken from it.
 */
const goneMs = { oneMachine: 60_000, several: 30_000 }

const machine = hostname()
/** Two containers may have one name for their machine; they share no numbers of processes unless they are the same place. */
const place = placeOfProcesses()
const life = `${place}~${randomUUID()}`
/** This process among all that ever worked on these data. */
export const thisProcess = [machine, process.pid, life].join('/')

/**
 * Whether a process that is named as `thisProcess` is certainly no more: its number was given out where this process runs, and nobody
 * has it. False where that cannot be seen from here. On `isOneMachine` the name of the machine is enough.
 */
export function isDead(holder: string, isOneMachine: boolean): boolean {
  const [where, pid, holderLife] = holder.split('/')
  if (where !== machine || pid === undefined) return false
  if (!isOneMachine && (place === '' || holderLife?.split('~')[0] !== place)) return false
  // In a container the new process often has the number of the old one.
  if (Number(pid) === process.pid) return holderLife !== life
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Whether a process is taken for dead: it is, or has not said for so long that it lives. */
export function isGone(engine: Engine, id: string, silentMs: number): boolean {
  return isDead(id, engine.isOneMachine) || silentMs >= (engine.isOneMachine ? goneMs.oneMachine : goneMs.several)
}

/** Of these names of processes, those that are taken for dead. One that never said that it lives, as a command, is only seen when it is gone from here. */
export async function goneOf(engine: Engine, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return []
  const found = await sql<{ id: string; silent_ms: number }>`
    select id, ${engine.clockMs} - beat_ms as silent_ms from node where ${engine.isIn('id', names)}`.execute(
    engine.reader,
  )
  const silent = new Map(found.rows.map(({ id, silent_ms }) => [id, Number(silent_ms)]))
  return names.filter((name) => isGone(engine, name, silent.get(name) ?? 0))
}

/** The start of this machine and the numbers of processes that are seen here; empty where neither is told. */
function placeOfProcesses(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return createHash('sha256')
      .update(`${boot} ${readlinkSync('/proc/self/ns/pid')}`)
      .digest('hex')
      .slice(0, 12)
  } catch {
    return ''
  }
}
