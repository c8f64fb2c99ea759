import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { sql } from 'kysely'
import type { Engine } from '../engine/engine.ts'

/**
 * A process reports in every 20 seconds, or every 5 on a server, and counts as dead after this long in silence; others then take its
 * jobs. If it was only slow, it can no longer write to them.
 */
const goneMs = { oneMachine: 60_000, several: 30_000 }

const machine = hostname()
/** Two containers can have the same host name; they share process numbers only if this value is equal. */
const place = placeOfProcesses()
const life = `${place}~${randomUUID()}`
/** This process, unique among all that ever used this database. */
export const thisProcess = [machine, process.pid, life].join('/')

/**
 * Whether a process named like `thisProcess` has certainly ended: its number belongs to this machine, and no process has it. False
 * when that can't be seen from here. With `isOneMachine` the host name is enough.
 */
export function isDead(holder: string, isOneMachine: boolean): boolean {
  const [where, pid, holderLife] = holder.split('/')
  if (where !== machine || pid === undefined) return false
  if (!isOneMachine && (place === '' || holderLife?.split('~')[0] !== place)) return false
  // In a container, a new process often has the old one's number.
  if (Number(pid) === process.pid) return holderLife !== life
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Whether a process counts as dead: it has ended, or has been silent too long. */
export function isPresumedDead(engine: Engine, id: string, silentMs: number): boolean {
  return isDead(id, engine.isOneMachine) || silentMs >= (engine.isOneMachine ? goneMs.oneMachine : goneMs.several)
}

/**
 * Which of these processes count as dead. One that never reports, such as a command, is only noticed when it has ended on this
 * machine.
 */
export async function presumedDead(engine: Engine, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return []
  const found = await sql<{ id: string; silent_ms: number }>`
    select id, ${engine.clockMs} - beat_ms as silent_ms from node where ${engine.isIn('id', names)}`.execute(
    engine.reader,
  )
  const silent = new Map(found.rows.map(({ id, silent_ms }) => [id, Number(silent_ms)]))
  return names.filter((name) => isPresumedDead(engine, name, silent.get(name) ?? 0))
}

/** Identifies this boot of the machine and its process namespace; empty where the system shows neither. */
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
