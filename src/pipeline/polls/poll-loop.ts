import { setTimeout as sleep } from 'node:timers/promises'
import { defined } from '../../core/defined.ts'
import { afterSkipped, isSkipped } from '../../core/feed/feed-pace.ts'
import { SLOW_MS, SLOW_SHARE } from '../../http/host-queue.ts'
import type { PollOutcome, PollTarget, Postponed } from '../../store/store.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { heaps } from '../small-heaps.ts'
import { allOf, oneOf } from '../until-stopped.ts'
import { pollFeed } from './poll-feed.ts'
import { tracedPoll } from './trace-poll.ts'
import { type WakeSignal, wakeSignal } from './wake-signal.ts'

/** Outcomes written together, and entries in them: few commits with bounded memory. */
const MAX_OUTCOMES = 32
const MAX_ENTRIES = 240
/** Milliseconds that an outcome waits for others at most. */
const WAIT_MS = 200
/** After this many failures in a row, nothing can be stored. */
const MAX_IN_ROW = 3

type PollWriter = {
  /**
   * Takes an outcome to write. Settles at once while few are pending; while a whole batch is pending, settles when there is room again, so
   * that fetching pauses. One that somebody awaits doesn't wait for others.
   */
  write(outcome: PollOutcome, isAwaited?: boolean): Promise<void>
  /** Writes pending outcomes without waiting for more. Settles when all are stored; rejects when a batch could not be. */
  flush(): Promise<void>
  /** New entries among those stored. */
  newEntries(): number
}

/** Collects outcomes and saves them in batches, one after another. */
export function createPollWriter(
  { store }: Pick<PipelineContext, 'store'>,
  onNewEntries: () => void = () => {},
): PollWriter {
  const waiting: PollOutcome[] = []
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | undefined
  let failure: { readonly error: unknown } | undefined
  let newEntries = 0

  const keep = async (outcomes: readonly PollOutcome[]) => {
    const before = newEntries
    for (const saved of await store.feeds.savePolls(outcomes)) newEntries += saved.newCount
    if (newEntries > before) onNewEntries()
  }
  const save = (outcomes: readonly PollOutcome[]) => keep(outcomes).catch(() => saveEach(outcomes))
  /** One feed may send what no database accepts: the others must not be lost with it. */
  const saveEach = async (outcomes: readonly PollOutcome[]) => {
    let inRow = 0
    for (const outcome of outcomes) {
      try {
        await keep([outcome])
        inRow = 0
      } catch (error) {
        failure ??= { error }
        if (++inRow === MAX_IN_ROW) return
      }
    }
  }
  const start = () => {
    clearTimeout(timer)
    timer = undefined
    if (saving || waiting.length === 0) return
    saving = save(waiting.splice(0, batchOf(waiting).count)).finally(() => {
      saving = undefined
      // Those whose wait already ended no longer have a timer.
      if (batchOf(waiting).isWhole || timer === undefined) start()
    })
  }
  const refuseAfterFailure = () => {
    if (failure) throw failure.error
  }

  return {
    async write(outcome, isAwaited = false) {
      while (saving && batchOf(waiting).isWhole) await saving
      waiting.push(outcome)
      if (isAwaited || batchOf(waiting).isWhole) start()
      else timer ??= setTimeout(start, WAIT_MS)
      refuseAfterFailure()
    },
    async flush() {
      while (saving || waiting.length > 0) {
        start()
        await saving
      }
      refuseAfterFailure()
    },
    newEntries: () => newEntries,
  }
}

/** How many pending outcomes make a batch, and whether it is full. */
function batchOf(waiting: readonly PollOutcome[]): { readonly count: number; readonly isWhole: boolean } {
  let entries = 0
  for (const [index, { result }] of waiting.entries()) {
    entries += result.kind === 'parsed' ? result.entries.length : 0
    if (entries >= MAX_ENTRIES || index + 1 === MAX_OUTCOMES) return { count: index + 1, isWhole: true }
  }
  return { count: waiting.length, isWhole: false }
}

/** Longer than the slowest request: no other process polls the feed meanwhile. */
const LEASE_MS = 5 * 60_000
/** Feeds per claim; after a smaller claim, the pause before the next. */
const CLAIM = 16
const CLAIM_WAIT_MS = 100
/** One of so many slots is for feeds that somebody just followed or asked for: others never take them. */
const SLOTS_PER_RESERVED = 8
/** What was asked for so long before the last look may have been stored after it. */
const OVERLAP_MS = 250
/** Feeds taken at each ring: somebody waits for one, and a long list must not fill the reserved slots. */
const AWAITED_AT_ONCE = 2
/** How often polls are checked for slowness. */
const SLOW_LOOK_MS = 250

type PollRound = {
  readonly polled: number
  readonly newEntries: number
  readonly failed: number
  /** When the last feed that was given a turn at its host is due, ISO 8601; absent when none was. */
  readonly lastTurnAt?: string
}

/**
 * Polls every feed that is due and returns when none is. Requests run in parallel, writes in batches. What was fetched is written before
 * this returns, also when `signal` stops it early; then a host that has not answered after a few seconds is abandoned, and its feed is
 * polled when its next poll is due.
 */
export async function pollDue(
  context: PipelineContext,
  signal?: AbortSignal,
  hooks: PollHooks = {},
): Promise<PollRound> {
  const leave = heaps.keepSmall()
  try {
    return await pollAllDue(context, signal, hooks)
  } finally {
    leave()
  }
}

type PollHooks = {
  /** Called when new entries are stored, while other polls continue. */
  readonly onNewEntries?: () => void
  /** Rings when somebody waits for a feed. */
  readonly woken?: WakeSignal
}

async function pollAllDue(
  context: PipelineContext,
  signal: AbortSignal | undefined,
  { onNewEntries, woken = wakeSignal() }: PollHooks,
): Promise<PollRound> {
  const { feeds } = context.store
  const writer = createPollWriter(context, onNewEntries)
  const running = new Map<Promise<void>, Run>()
  let isFirst = true
  let isOver = false
  let polled = 0
  let failed = 0
  let lastTurnAt = ''
  const savePostponed = async (postponed: readonly Postponed[]) => {
    for (const { until, why } of postponed) if (why === 'turn' && until > lastTurnAt) lastTurnAt = until
    await feeds.postpone(postponed)
  }
  const pollOne = async (target: PollTarget, onAnswer: () => void, isAwaited: boolean) => {
    const outcome = await tracedPoll(context.tracer, target, () => pollFeed(withAnswerHook(context, onAnswer), target))
    if (isOver) return
    await savePauses(context)
    if (!('result' in outcome)) return savePostponed([outcome])
    polled += 1
    if (outcome.result.kind === 'failed') {
      failed += 1
      context.log('poll-failed', { feed: target.feedId, reason: outcome.result.reason })
    }
    await writer.write(outcome, isAwaited)
  }
  const { inFlight } = context.limits
  const reserved = Math.floor(inFlight / SLOTS_PER_RESERVED)
  let askAgainAtMs = 0
  let lookedAt = context.now().getTime()
  while (!signal?.aborted) {
    const isWoken = woken.take()
    const allRoom = roomBeside([...running.values()], inFlight)
    const room = allRoom - reserved
    // What cannot be stored isn't fetched either.
    const mayAsk = context.store.instance.trouble() === undefined
    const isAsked =
      mayAsk &&
      (running.size === 0 || (room >= Math.min(CLAIM, inFlight - reserved) && performance.now() >= askAgainAtMs))
    const at = context.now()
    const urgent =
      mayAsk && !isAsked && isWoken
        ? await feeds.claimDue(
            at.toISOString(),
            Math.min(allRoom, reserved, AWAITED_AT_ONCE),
            LEASE_MS,
            new Date(lookedAt - OVERLAP_MS).toISOString(),
          )
        : []
    const usual = isAsked ? await feeds.claimDue(at.toISOString(), room, LEASE_MS) : []
    const claimed = [...urgent, ...usual]
    if (isWoken || isAsked) lookedAt = at.getTime()
    if (isAsked && usual.length < room) askAgainAtMs = performance.now() + CLAIM_WAIT_MS
    // Another process may have been asked for a pause since.
    if (isFirst && claimed.length > 0) context.pauses?.add(await feeds.hostPauses())
    isFirst &&= claimed.length === 0
    const postponed = postpone(context, claimed, context.now())
    await savePostponed(postponed)
    const putOff = new Set(postponed.map(({ feedId }) => feedId))
    for (const target of claimed) {
      if (putOff.has(target.feedId)) continue
      const state: Run = { startedMs: performance.now(), isAnswered: false }
      const onAnswer = () => {
        state.isAnswered = true
      }
      const run: Promise<void> = pollOne(target, onAnswer, urgent.includes(target)).finally(() => running.delete(run))
      running.set(run, state)
    }
    if (claimed.length === 0 && running.size === 0) break
    if (running.size > 0) await oneOfThese([...running.keys(), woken.heard()], signal)
  }
  await allOf(running.keys(), signal)
  isOver = true
  await writer.flush()
  return { polled, newEntries: writer.newEntries(), failed, ...defined({ lastTurnAt: lastTurnAt || undefined }) }
}

/** A running poll, and whether its host has answered. */
type Run = { readonly startedMs: number; isAnswered: boolean }

/**
 * How many more may start. Polls whose host is slow to answer don't count, up to some multiple: they have no bodies in memory yet, and
 * thousands of dead hosts would block the others.
 */
function roomBeside(runs: readonly Run[], inFlight: number): number {
  const isWaiting = ({ isAnswered, startedMs }: Run) => !isAnswered && performance.now() - startedMs >= SLOW_MS
  const quick = runs.filter((run) => !isWaiting(run)).length
  return Math.min(inFlight - quick, inFlight * (1 + SLOW_SHARE) - runs.length)
}

/** Settles when one of them is done, or when it may have become slow. */
async function oneOfThese(running: readonly Promise<void>[], signal: AbortSignal | undefined): Promise<void> {
  const over = new AbortController()
  const becomesSlow = sleep(SLOW_LOOK_MS, undefined, { signal: over.signal }).catch(() => {})
  await oneOf([...running, becomesSlow], signal)
  over.abort()
}

/** The same context; calls `onAnswer` when the feed itself was answered or failed. */
function withAnswerHook(context: PipelineContext, onAnswer: () => void): PipelineContext {
  const { http } = context
  const get: typeof http.get = (...asked) => http.get(...asked).finally(onAnswer)
  return { ...context, http: { ...http, get } }
}

/** Stores the pauses that hosts requested, before anything else is done with their answers. */
async function savePauses({ pauses, store }: PipelineContext): Promise<void> {
  const unsaved = pauses?.unsaved() ?? []
  if (unsaved.length > 0) await store.feeds.saveHostPauses(unsaved)
}

/**
 * Due feeds that should be polled later: their host asked for a pause, they exclude this hour, or others of their host go first. A poll
 * that a person requested waits only for pauses and turns.
 */
export function postpone(
  { pauses, spacing }: Pick<PipelineContext, 'pauses' | 'spacing'>,
  targets: readonly PollTarget[],
  at: Date,
): readonly Postponed[] {
  const atMs = at.getTime()
  return targets.flatMap((target): readonly Postponed[] => {
    const { feedId, pace, why } = target
    const until = (ms: number, reason: Postponed['why']) => [{ feedId, until: new Date(ms).toISOString(), why: reason }]
    const host = URL.parse(target.url)?.host
    if (host === undefined) return []
    const pausedUntil = pauses?.untilOf(host)
    if (pausedUntil !== undefined) return until(pausedUntil, 'host-paused')
    const isHint = why !== 'by-hand' && why !== 'turn'
    if (isHint && isSkipped(atMs, pace)) return until(afterSkipped(atMs, pace), 'skipped')
    const turnAt = spacing?.turnAt(host, atMs, why === 'turn') ?? atMs
    return turnAt > atMs ? until(turnAt, 'turn') : []
  })
}
