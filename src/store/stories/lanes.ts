import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { laneOf } from '../../core/text/primary-language.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { isDead, thisProcess } from '../jobs/process-liveness.ts'
import { LaneLostError } from '../store-errors.ts'

/** The lane that assigns texts of a language to stories. */
export function decidingLane(language: string): string {
  return `cluster:${laneOf(language)}`
}

/** The lane of a dead holder is free after this long. A living holder renews it three times as often. */
const leaseMs = 30_000
/** How often a waiting process checks whether the lane is free. */
const firstWaitMs = 3
const longestWaitMs = 20
/** How often it checks whether the holder is alive, where that takes a query to a server. */
const holderLookMs = 1_000
/** A lease is kept this long for the next work in the same lane: taking and releasing one costs two commits. */
const keepMs = 100
/** While somebody waits, a lane is handed over after this long: each new holder first reads what the other wrote. */
const turnMs = 1_000
/** The old holder then waits this long, so that the waiting one has time to notice. */
const restMs = 40

type Lease = {
  readonly name: string
  readonly holder: string
  readonly fence: number
  /** `performance.now()` when it was taken, and when it was last known to be valid for a whole `leaseMs`. */
  readonly sinceMs: number
  renewedMs: number
  /** Somebody else is waiting for it, as of the last write. */
  isWanted: boolean
  giveBack?: NodeJS.Timeout | undefined
}

const held = new AsyncLocalStorage<readonly Lease[]>()
/** Work on one lease doesn't depend on others. */
const apart = <Result>(work: () => Result): Result => held.run([], work)

type IfFree<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'busy' }

/**
 * Lanes, each of which runs one piece of work at a time on any machine: first come, first served within this process, and by a lease
 * row between processes. Every write within a lane first checks the lease in its own transaction (`checkFence`), so a holder that
 * was suspended and continues too late writes nothing. A lease is kept while there is work and nobody waits; a waiting process marks
 * the row and gets the lane after a turn.
 */
export function laneStore(engine: Engine) {
  const queues = new Map<string, Promise<void>>()
  // Leases whose work is done, and which the next work may use.
  const idle = new Map<string, Lease>()
  // A lane being released isn't free yet.
  const leaving = new Map<string, Promise<void>>()
  // Leases of running work. Released when the store closes: later writes of that work are refused.
  const holding = new Set<Lease>()
  // Until when lanes that were handed over are left to others.
  const resting = new Map<string, number>()

  /** Runs `work` while holding one or several lanes; its writes are refused once one of them is lost. */
  async function exclusive<Result>(lanes: string | readonly string[], work: () => Promise<Result>): Promise<Result> {
    // Sorted, so that two calls that need the same lanes can't deadlock.
    const names = typeof lanes === 'string' ? [lanes] : [...new Set(lanes)].toSorted()
    const run = names.reduceRight<() => Promise<Result>>((inner, name) => () => inTurn(name, inner), work)
    return run()
  }

  async function inTurn<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const outer = held.getStore() ?? []
    if (outer.some(({ name }) => name === lane))
      throw new Error(`The lane "${lane}" is already taken here: do not nest it.`)
    return queued(lane, async () => {
      const lease = await apart(async () => (await useAgain(lane)) ?? take(engine, lane, resting.get(lane)))
      return withLease(lease, outer, work)
    })
  }

  /** Runs `work` in a lane that nobody holds in any process; if somebody does, returns at once without running it. */
  async function ifFree<Result>(lane: string, work: () => Promise<Result>): Promise<IfFree<Result>> {
    const outer = held.getStore() ?? []
    if (queues.has(lane)) return { kind: 'busy' }
    return queued(lane, async () => {
      const lease = await apart(async () => (await useAgain(lane)) ?? takeIfFree(engine, lane))
      return lease ? { kind: 'done', result: await withLease(lease, outer, work) } : { kind: 'busy' }
    })
  }

  /** One after the other within this process. */
  async function queued<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const before = queues.get(lane) ?? Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    queues.set(lane, promise)
    await before
    try {
      return await work()
    } finally {
      if (queues.get(lane) === promise) queues.delete(lane)
      resolve()
    }
  }

  async function withLease<Result>(
    lease: Lease,
    outer: readonly Lease[],
    work: () => Promise<Result>,
  ): Promise<Result> {
    const lane = lease.name
    holding.add(lease)
    const renewal = apart(() => setInterval(() => void renew(engine, lease).catch(() => {}), leaseMs / 3))
    renewal.unref()
    let isToKeep = false
    try {
      const result = await held.run([...outer, lease], work)
      isToKeep = !lease.isWanted || performance.now() - lease.sinceMs < turnMs
      return result
    } finally {
      clearInterval(renewal)
      holding.delete(lease)
      if (isToKeep) keep(lane, lease)
      else {
        await apart(() => release(engine, lease))
        if (lease.isWanted) resting.set(lane, performance.now() + restMs)
      }
    }
  }

  function keep(lane: string, lease: Lease): void {
    idle.set(lane, lease)
    lease.giveBack = apart(() =>
      setTimeout(() => {
        idle.delete(lane)
        leaving.set(
          lane,
          release(engine, lease).finally(() => leaving.delete(lane)),
        )
      }, keepMs),
    )
    lease.giveBack.unref()
  }

  /** A lease kept from earlier work, unless it could have been lost since. */
  async function useAgain(lane: string): Promise<Lease | undefined> {
    const lease = idle.get(lane)
    if (!lease) {
      await leaving.get(lane)
      return undefined
    }
    idle.delete(lane)
    clearTimeout(lease.giveBack)
    if (performance.now() - lease.renewedMs < leaseMs / 3) return lease
    return (await renew(engine, lease)) ? lease : undefined
  }

  /** Releases everything still held. */
  async function close(): Promise<void> {
    for (const [lane, lease] of idle) {
      idle.delete(lane)
      clearTimeout(lease.giveBack)
      await release(engine, lease)
    }
    await Promise.all(leaving.values())
    for (const lease of holding) await apart(() => release(engine, lease))
  }

  return { exclusive, ifFree, close }
}

export type Lanes = ReturnType<typeof laneStore>

/**
 * Throws when a lane this code runs in was lost. Runs at the start of every write transaction; `lock` keeps the lease valid until
 * its end.
 */
export async function checkFence(tx: Tx, lock: RawBuilder<unknown> = sql``): Promise<void> {
  for (const lease of held.getStore() ?? []) {
    const found = await sql<{ holder: string; fence: number; wanted_ms: number | null }>`
      select holder, fence, wanted_ms from lane where name = ${lease.name} ${lock}`.execute(tx)
    const row = found.rows[0]
    if (row?.holder !== lease.holder || row.fence !== lease.fence) throw new LaneLostError(lease.name)
    lease.isWanted = row.wanted_ms !== null
  }
}

async function take(engine: Engine, lane: string, notBeforeMs = 0): Promise<Lease> {
  const rest = notBeforeMs - performance.now()
  if (rest > 0) await sleep(rest)
  const holder = newHolder()
  let lookAtHolderMs = 0
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    const { lease, state } = await tryOnce(engine, lane, holder)
    if (lease) return lease
    if (state !== 'free') {
      if (performance.now() >= lookAtHolderMs) {
        if (await freeFromDead(engine, lane)) continue
        lookAtHolderMs = performance.now() + (engine.isOneMachine ? 0 : holderLookMs)
      }
      if (state === 'held') await notifyHolder(engine, lane)
    }
    await sleep(waitMs)
  }
}

/** Undefined when a living process holds it. */
async function takeIfFree(engine: Engine, lane: string): Promise<Lease | undefined> {
  const holder = newHolder()
  const { lease, state } = await tryOnce(engine, lane, holder)
  if (lease || state === 'free' || !(await freeFromDead(engine, lane))) return lease
  return (await tryOnce(engine, lane, holder)).lease
}

const newHolder = () => `${thisProcess}/${randomUUID()}`

/** Reads first without writing, so that waiting costs the holder nothing. */
async function tryOnce(engine: Engine, lane: string, holder: string) {
  const now = performance.now()
  const state = await laneState(engine, lane)
  const fence = state === 'free' ? await tryToTake(engine, lane, holder) : undefined
  const lease: Lease | undefined =
    fence === undefined ? undefined : { name: lane, holder, fence, sinceMs: now, renewedMs: now, isWanted: false }
  return { lease, state }
}

/** It expired, or its end is too far ahead to be right. A holder that is alive still notices its changed fence. */
function isFree({ clockMs }: Engine) {
  return sql<boolean>`(lane.expires_ms <= ${clockMs} or lane.expires_ms > ${clockMs} + ${20 * leaseMs})`
}

/** Whether a lane can be taken; `wanted`: it is held, and its holder already knows that somebody waits. */
async function laneState(engine: Engine, lane: string): Promise<'free' | 'held' | 'wanted'> {
  const found = await sql<{ is_free: number; is_wanted: number }>`
    select case when ${isFree(engine)} then 1 else 0 end as is_free,
      case when wanted_ms is null then 0 else 1 end as is_wanted
    from lane where name = ${lane}`.execute(engine.reader)
  const row = found.rows[0]
  if (!row || row.is_free === 1) return 'free'
  return row.is_wanted === 1 ? 'wanted' : 'held'
}

async function tryToTake(engine: Engine, lane: string, holder: string): Promise<number | undefined> {
  const taken = await engine.write((tx) =>
    sql<{ fence: number }>`
      insert into lane (name, holder, fence, expires_ms) values (${lane}, ${holder}, 1, ${engine.clockMs} + ${leaseMs})
      on conflict (name) do update set
        holder = excluded.holder, fence = lane.fence + 1, expires_ms = excluded.expires_ms, wanted_ms = null
        where ${isFree(engine)}
      returning fence`.execute(tx),
  )
  return taken.rows[0]?.fence
}

/** Notifies the holder that somebody waits. */
async function notifyHolder(engine: Engine, lane: string): Promise<void> {
  await engine.write((tx) =>
    sql`update lane set wanted_ms = ${engine.clockMs} where name = ${lane} and wanted_ms is null`.execute(tx),
  )
}

/** Releases the lease of a crashed process on this machine, so that nobody waits for it. */
async function freeFromDead(engine: Engine, lane: string): Promise<boolean> {
  const row = await engine.reader.selectFrom('lane').select('holder').where('name', '=', lane).executeTakeFirst()
  if (!row || !isDead(row.holder, engine.isOneMachine)) return false
  await release(engine, { name: lane, holder: row.holder })
  return true
}

/** Returns false when the lease was lost. */
async function renew(engine: Engine, lease: Lease): Promise<boolean> {
  const now = performance.now()
  const { name, holder } = lease
  const done = await engine.write((tx) =>
    sql<{ fence: number }>`update lane set expires_ms = ${engine.clockMs} + ${leaseMs}
      where name = ${name} and holder = ${holder} returning fence`.execute(tx),
  )
  if (done.rows[0]?.fence !== lease.fence) return false
  lease.renewedMs = now
  return true
}

/** Never throws: a lease that can't be released expires. */
async function release(engine: Engine, { name, holder }: Pick<Lease, 'name' | 'holder'>): Promise<void> {
  const free = (tx: Tx) => sql`update lane set expires_ms = 0 where name = ${name} and holder = ${holder}`.execute(tx)
  await engine.write(free).catch(() => {})
}
