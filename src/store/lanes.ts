import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { LaneLostError } from './store-errors.ts'

/** The lane in which it is decided which story an article belongs to. */
export const decidingLane = 'cluster'

/** A lane whose holder died is free after this long. A living holder renews it three times as often. */
const leaseMs = 30_000
const firstWaitMs = 5
const longestWaitMs = 250
/**
 * On one machine a lease is kept this long for the next work in the same lane, and at most so long in all: taking and
 * giving back cost two commits. Machines that share a server hand over at once instead.
 */
const keepMs = 100
const longestKeepMs = 1_000

// Who holds a lane, in a form from which another process on this machine can see that the holder died.
const machine = hostname()
const life = randomUUID()

type Held = { readonly name: string; readonly holder: string; readonly fence: number }

const held = new AsyncLocalStorage<Held>()

export type Lanes = {
  exclusive<Result>(lane: string, work: () => Promise<Result>): Promise<Result>
  /** Gives back what is still held. */
  close(): Promise<void>
}

type Lease = Held & { readonly sinceMs: number; giveBack?: NodeJS.Timeout | undefined }

/**
 * Lanes in which one piece of work runs at a time, on any machine: first come, first served within this process, and
 * a lease row between processes. Everything written within a lane first checks, in its own transaction, that the lease still
 * stands (`checkFence`), so that a holder that was suspended and came back too late writes nothing.
 */
export function laneStore(engine: Engine): Lanes {
  const queues = new Map<string, Promise<void>>()
  // Leases whose work is done and which the next work may still use.
  const idle = new Map<string, Lease>()

  async function exclusive<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    if (held.getStore()?.name === lane) throw new Error(`The lane "${lane}" is already held here: do not nest it.`)
    const before = queues.get(lane) ?? Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    queues.set(lane, promise)
    await before
    try {
      return await withLease(lane, work)
    } finally {
      if (queues.get(lane) === promise) queues.delete(lane)
      resolve()
    }
  }

  async function withLease<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const lease = useAgain(lane) ?? (await take(engine, lane))
    const renewal = setInterval(() => void renew(engine, lease).catch(() => {}), leaseMs / 3)
    renewal.unref()
    let isToKeep = false
    try {
      const result = await held.run(lease, work)
      isToKeep = engine.isOneMachine && Date.now() - lease.sinceMs < longestKeepMs
      return result
    } finally {
      clearInterval(renewal)
      if (isToKeep) keep(lane, lease)
      else await release(engine, lease)
    }
  }

  function keep(lane: string, lease: Lease): void {
    idle.set(lane, lease)
    lease.giveBack = setTimeout(() => {
      idle.delete(lane)
      void release(engine, lease)
    }, keepMs)
    lease.giveBack.unref()
  }

  function useAgain(lane: string): Lease | undefined {
    const lease = idle.get(lane)
    idle.delete(lane)
    clearTimeout(lease?.giveBack)
    return lease
  }

  async function close(): Promise<void> {
    for (const lane of [...idle.keys()]) {
      const lease = useAgain(lane)
      if (lease) await release(engine, lease)
    }
  }

  return { exclusive, close }
}

/** Throws when the lane this code runs in is no longer ours. Called at the start of every write transaction; `lock` keeps it so until its end. */
export async function checkFence(tx: Tx, lock: RawBuilder<unknown> = sql``): Promise<void> {
  const lane = held.getStore()
  if (!lane) return
  const found = await sql<{ holder: string; fence: number }>`
    select holder, fence from lane where name = ${lane.name} ${lock}`.execute(tx)
  const row = found.rows[0]
  if (row?.holder !== lane.holder || row.fence !== lane.fence) throw new LaneLostError(lane.name)
}

async function take(engine: Engine, lane: string): Promise<Lease> {
  const holder = [machine, process.pid, life, randomUUID()].join('/')
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    const taken = await engine.write((tx) =>
      sql<{ fence: number }>`
        insert into lane (name, holder, fence, expires_ms) values (${lane}, ${holder}, 1, ${engine.clockMs} + ${leaseMs})
        on conflict (name) do update set
          holder = excluded.holder, fence = lane.fence + 1, expires_ms = excluded.expires_ms
          where lane.expires_ms <= ${engine.clockMs}
        returning fence`.execute(tx),
    )
    const fence = taken.rows[0]?.fence
    if (fence !== undefined) return { name: lane, holder, fence, sinceMs: Date.now() }
    if (engine.isOneMachine && (await freeFromDead(engine, lane))) continue
    await sleep(waitMs)
  }
}

/** After a crash nobody should wait for a lease that a dead process of this machine left. */
async function freeFromDead(engine: Engine, lane: string): Promise<boolean> {
  const row = await engine.reader.selectFrom('lane').select('holder').where('name', '=', lane).executeTakeFirst()
  if (!row || !isDead(row.holder)) return false
  await release(engine, { name: lane, holder: row.holder })
  return true
}

function isDead(holder: string): boolean {
  const [where, pid, holderLife] = holder.split('/')
  if (where !== machine || pid === undefined) return false
  // In a container the new process often has the number of the old one.
  if (Number(pid) === process.pid) return holderLife !== life
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

async function renew(engine: Engine, { name, holder }: Held): Promise<void> {
  await engine.write((tx) =>
    sql`update lane set expires_ms = ${engine.clockMs} + ${leaseMs} where name = ${name} and holder = ${holder}`.execute(
      tx,
    ),
  )
}

/** Never throws: a lease that could not be given back runs out by itself. */
async function release(engine: Engine, { name, holder }: Pick<Held, 'name' | 'holder'>): Promise<void> {
  const free = (tx: Tx) => sql`update lane set expires_ms = 0 where name = ${name} and holder = ${holder}`.execute(tx)
  await engine.write(free).catch(() => {})
}
