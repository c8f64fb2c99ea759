import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { laneOf } from '../../core/text/primary-language.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { isDead, thisProcess } from '../jobs/living.ts'
import { LaneLostError } from '../store-errors.ts'

/** The lane in which it is decided which story a text of a language belongs to. */
export function decidingLane(language: string): string {
  return `cluster:${laneOf(language)}`
}

/** A lane whose holder died is free after this long. A living holder renews it three times as often. */
const leaseMs = 30_000
/** How often who waits looks whether the lane is free. */
const firstWaitMs = 3
const longestWaitMs = 20
/** How often who waits looks whether the holder lives, where that is a question to a server. */
const holderLookMs = 1_000
/** A lease is kept this long for the next work in the same lane: taking and giving back cost two commits. */
const keepMs = 100
/** When somebody waits for it, a lane is handed over after this long: each that takes it first reads what the other wrote, */
const turnMs = 1_000
/** and is not asked for again before the one who waits had time to look. */
const restMs = 40

type Lease = {
  readonly name: string
  readonly holder: string
  readonly fence: number
  /** `performance.now()` when it was taken, and when it was last known to run for a whole `leaseMs`. */
  readonly sinceMs: number
  renewedMs: number
  /** Somebody else waits for it, as far as the last write saw. */
  isWanted: boolean
  giveBack?: NodeJS.Timeout | undefined
}

const held = new AsyncLocalStorage<readonly Lease[]>()
/** What is done about one lease does not depend on others. */
const apart = <Result>(work: () => Result): Result => held.run([], work)

export type IfFree<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'busy' }

/**
 * Lanes in which one piece of work runs at a time, on any machine: first come, first served within this process, and a lease row
 * between processes. Everything written within a lane first checks, in its own transaction, that the lease still stands
 * (`checkFence`), so that a holder that was suspended and came back too late writes nothing. A lease is kept while there is work and
 * nobody waits; somebody who waits marks the row, and is let in after a turn.
 */
export function laneStore(engine: Engine) {
  const queues = new Map<string, Promise<void>>()
  // Leases whose work is done and which the next work may still use.
  const idle = new Map<string, Lease>()
  // What is on its way to be given back is not yet free for whoever looks.
  const leaving = new Map<string, Promise<void>>()
  // Leases of work under way. Given back when the store closes: what that work still writes is refused.
  const holding = new Set<Lease>()
  // Until when lanes that were handed over are left to others.
  const resting = new Map<string, number>()

  /** Runs `work` while holding the lane, or all of these lanes; what it writes is refused once one of them is lost. */
  async function exclusive<Result>(lanes: string | readonly string[], work: () => Promise<Result>): Promise<Result> {
    // In one order everywhere: two that need the same lanes cannot each wait for the other.
    const names = typeof lanes === 'string' ? [lanes] : [...new Set(lanes)].toSorted()
    const run = names.reduceRight<() => Promise<Result>>((inner, name) => () => inTurn(name, inner), work)
    return run()
  }

  async function inTurn<Result>(lane: string, work: () => Promise<Result>): Promise<Result> {
    const outer = held.getStore() ?? []
    if (outer.some(({ name }) => name === lane))
      throw new Error(`The lane "${lane}" is already held here: do not nest it.`)
    return queued(lane, async () => {
      const lease = await apart(async () => (await useAgain(lane)) ?? take(engine, lane, resting.get(lane)))
      return withLease(lease, outer, work)
    })
  }

  /** Runs `work` in a lane that nobody holds, here or elsewhere; does nothing and waits for nobody where somebody does. */
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

  /** A lease kept from before, unless it could have been lost since. */
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

  /** Gives back what is still held. */
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

/** Throws when a lane this code runs in is no longer ours. Called at the start of every write transaction; `lock` keeps it so until its end. */
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
      if (state === 'held') await want(engine, lane)
    }
    await sleep(waitMs)
  }
}

/** Undefined where somebody living holds it. */
async function takeIfFree(engine: Engine, lane: string): Promise<Lease | undefined> {
  const holder = newHolder()
  const { lease, state } = await tryOnce(engine, lane, holder)
  if (lease || state === 'free' || !(await freeFromDead(engine, lane))) return lease
  return (await tryOnce(engine, lane, holder)).lease
}

const newHolder = () => `${thisProcess}/${randomUUID()}`

/** Looks first without writing: who waits takes nothing from who works. */
async function tryOnce(engine: Engine, lane: string, holder: string) {
  const now = performance.now()
  const state = await look(engine, lane)
  const fence = state === 'free' ? await tryToTake(engine, lane, holder) : undefined
  const lease: Lease | undefined =
    fence === undefined ? undefined : { name: lane, holder, fence, sinceMs: now, renewedMs: now, isWanted: false }
  return { lease, state }
}

/** It ran out, or no clock that was right can have put its end there. A holder that lives still finds its fence broken. */
function isFree({ clockMs }: Engine) {
  return sql<boolean>`(lane.expires_ms <= ${clockMs} or lane.expires_ms > ${clockMs} + ${20 * leaseMs})`
}

/** Whether a lane can be taken; `wanted`: it is held, and its holder is told already that somebody waits. */
async function look(engine: Engine, lane: string): Promise<'free' | 'held' | 'wanted'> {
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

/** Tells the holder that somebody waits. */
async function want(engine: Engine, lane: string): Promise<void> {
  await engine.write((tx) =>
    sql`update lane set wanted_ms = ${engine.clockMs} where name = ${lane} and wanted_ms is null`.execute(tx),
  )
}

/** After a crash nobody should wait for a lease that a dead process left, where it is seen from here that it is dead. */
async function freeFromDead(engine: Engine, lane: string): Promise<boolean> {
  const row = await engine.reader.selectFrom('lane').select('holder').where('name', '=', lane).executeTakeFirst()
  if (!row || !isDead(row.holder, engine.isOneMachine)) return false
  await release(engine, { name: lane, holder: row.holder })
  return true
}

/** False when the lease was lost. */
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

/** Never throws: a lease that could not be given back runs out by itself. */
async function release(engine: Engine, { name, holder }: Pick<Lease, 'name' | 'holder'>): Promise<void> {
  const free = (tx: Tx) => sql`update lane set expires_ms = 0 where name = ${name} and holder = ${holder}`.execute(tx)
  await engine.write(free).catch(() => {})
}
