import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Engine, Tx } from './engine.ts'
import { LaneLostError } from './store-errors.ts'

/** A lane whose holder died is free after this long. A living holder renews it three times as often. */
const leaseMs = 30_000
const firstWaitMs = 5
const longestWaitMs = 250

// Who holds a lane, in a form from which another process on this machine can see that the holder died.
const machine = hostname()
const life = randomUUID()

type Held = { readonly name: string; readonly holder: string; readonly fence: number }

const held = new AsyncLocalStorage<Held>()

export type Lanes = { exclusive<Result>(lane: string, work: () => Promise<Result>): Promise<Result> }

/**
 * Lanes in which one piece of work runs at a time, on any machine: first come, first served within this process, and
 * a lease row between processes. Everything written within a lane first checks, in its own transaction, that the lease still
 * stands (`checkFence`), so that a holder that was suspended and came back too late writes nothing.
 */
export function laneStore(engine: Engine): Lanes {
  const queues = new Map<string, Promise<void>>()

  async function exclusive<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    if (held.getStore()?.name === lane) throw new Error(`The lane "${lane}" is already held here: do not nest it.`)
    const before = queues.get(lane) ?? Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    queues.set(lane, promise)
    await before
    try {
      return await withLease(engine, lane, work)
    } finally {
      if (queues.get(lane) === promise) queues.delete(lane)
      resolve()
    }
  }

  return { exclusive }
}

async function withLease<Result>(engine: Engine, lane: string, work: () => Promise<Result>): Promise<Result> {
  const holder = [machine, process.pid, life, randomUUID()].join('/')
  const fence = await take(engine, lane, holder)
  const renewal = setInterval(() => {
    renew(engine, lane, holder).catch(() => {})
  }, leaseMs / 3)
  renewal.unref()
  try {
    return await held.run({ name: lane, holder, fence }, work)
  } finally {
    clearInterval(renewal)
    // When this fails the lease runs out by itself.
    await release(engine, lane, holder).catch(() => {})
  }
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

async function take(engine: Engine, lane: string, holder: string): Promise<number> {
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
    if (fence !== undefined) return fence
    if (engine.isOneMachine && (await freeFromDead(engine, lane))) continue
    await sleep(waitMs)
  }
}

/** After a crash nobody should wait for a lease that a dead process of this machine left. */
async function freeFromDead(engine: Engine, lane: string): Promise<boolean> {
  const row = await engine.reader.selectFrom('lane').select('holder').where('name', '=', lane).executeTakeFirst()
  if (!row || !isDead(row.holder)) return false
  await release(engine, lane, row.holder)
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

async function renew(engine: Engine, lane: string, holder: string): Promise<void> {
  await engine.write((tx) =>
    sql`update lane set expires_ms = ${engine.clockMs} + ${leaseMs} where name = ${lane} and holder = ${holder}`.execute(
      tx,
    ),
  )
}

async function release(engine: Engine, lane: string, holder: string): Promise<void> {
  await engine.write((tx) =>
    sql`update lane set expires_ms = 0 where name = ${lane} and holder = ${holder}`.execute(tx),
  )
}
