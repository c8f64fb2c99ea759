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

/** Outcomes written together, and entries in them: few commits, and no more held than so many. */
const MOST_OUTCOMES = 32
const MOST_ENTRIES = 240
/** None waits longer than this for the rest, in milliseconds. */
const WAIT_MS = 200
/** Where so many in a row cannot be kept, nothing can. */
const MOST_IN_ROW = 3

type PollWriter = {
  /**
   * Takes an outcome to be written. Settles at once while little waits; while a whole batch waits, when there is room again, so that
   * no more is fetched meanwhile.
   */
  write(outcome: PollOutcome): Promise<void>
  /** Writes what waits without waiting for more. Settles when all is kept; fails where a batch could not be. */
  flush(): Promise<void>
  /** New entries among those kept. */
  newEntries(): number
}

/** Collects outcomes and saves them a batch at a time, one batch after another. */
export function createPollWriter({ store }: Pick<PipelineContext, 'store'>): PollWriter {
  const waiting: PollOutcome[] = []
  let timer: NodeJS.Timeout | undefined
  let saving: Promise<void> | undefined
  let failure: { readonly error: unknown } | undefined
  let newEntries = 0

  const keep = async (outcomes: readonly PollOutcome[]) => {
    for (const saved of await store.feeds.savePolls(outcomes)) newEntries += saved.newCount
  }
  const save = (outcomes: readonly PollOutcome[]) => keep(outcomes).catch(() => saveEach(outcomes))
  /** What one feed sends may be what no database takes: the others are not to be lost with it. */
  const saveEach = async (outcomes: readonly PollOutcome[]) => {
    let inRow = 0
    for (const outcome of outcomes) {
      try {
        await keep([outcome])
        inRow = 0
      } catch (error) {
        failure ??= { error }
        if (++inRow === MOST_IN_ROW) return
      }
    }
  }
  const start = () => {
    clearTimeout(timer)
    timer = undefined
    if (saving || waiting.length === 0) return
    saving = save(waiting.splice(0, batchOf(waiting).count)).finally(() => {
      saving = undefined
      // Those whose wait was over meanwhile have no timer any more.
      if (batchOf(waiting).isWhole || timer === undefined) start()
    })
  }
  const refuseAfterFailure = () => {
    if (failure) throw failure.error
  }

  return {
    async write(outcome) {
      while (saving && batchOf(waiting).isWhole) await saving
      waiting.push(outcome)
      if (batchOf(waiting).isWhole) start()
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

/** How many of those that wait make a batch, and whether it is a whole one. */
function batchOf(waiting: readonly PollOutcome[]): { readonly count: number; readonly isWhole: boolean } {
  let entries = 0
  for (const [index, { result }] of waiting.entries()) {
    entries += result.kind === 'parsed' ? result.entries.length : 0
    if (entries >= MOST_ENTRIES || index + 1 === MOST_OUTCOMES) return { count: index + 1, isWhole: true }
  }
  return { count: waiting.length, isWhole: false }
}

/** Long enough for the slowest request: so long nobody else asks the same feed. */
const LEASE_MS = 5 * 60_000
/** Feeds are claimed so many at once, and after there were fewer, not again for this long. */
const CLAIM = 16
const CLAIM_WAIT_MS = 100
/** How often it is looked whether polls have become slow. */
const SLOW_LOOK_MS = 250

export type PollRound = {
  readonly polled: number
  readonly newEntries: number
  readonly failed: number
  /** When the last of those that were given a turn at their host is due, ISO 8601; absent: none was. */
  readonly lastTurnAt?: string
}

/**
 * Polls every feed that is due and returns when none is. Requests run wide, writes run in batches; what was fetched
 * is written before this returns, also when `signal` stops it early; then a host that has not answered some seconds later is not
 * waited for: its feed is asked again when its next poll is due.
 */
export async function pollDue(context: PipelineContext, signal?: AbortSignal): Promise<PollRound> {
  const leave = heaps.keepSmall()
  try {
    return await pollAllDue(context, signal)
  } finally {
    leave()
  }
}

async function pollAllDue(context: PipelineContext, signal?: AbortSignal): Promise<PollRound> {
  const { feeds } = context.store
  const writer = createPollWriter(context)
  const running = new Map<Promise<void>, Run>()
  let isFirst = true
  let isOver = false
  let polled = 0
  let failed = 0
  let lastTurnAt = ''
  const keepForLater = async (postponed: readonly Postponed[]) => {
    for (const { until, why } of postponed) if (why === 'turn' && until > lastTurnAt) lastTurnAt = until
    await feeds.postpone(postponed)
  }
  const pollOne = async (target: PollTarget, onAnswer: () => void) => {
    const outcome = await tracedPoll(context.tracer, target, () => pollFeed(tellingOf(context, onAnswer), target))
    if (isOver) return
    await keepPauses(context)
    if (!('result' in outcome)) return keepForLater([outcome])
    polled += 1
    if (outcome.result.kind === 'failed') {
      failed += 1
      context.log('poll-failed', { feed: target.feedId, reason: outcome.result.reason })
    }
    await writer.write(outcome)
  }
  const { inFlight } = context.limits
  let askAgainAtMs = 0
  while (!signal?.aborted) {
    const room = roomBeside([...running.values()], inFlight)
    // What cannot be kept is not fetched either.
    const isAsked =
      context.store.house.trouble() === undefined &&
      (running.size === 0 || (room >= Math.min(CLAIM, inFlight) && performance.now() >= askAgainAtMs))
    const claimed = isAsked ? await feeds.claimDue(context.now().toISOString(), room, LEASE_MS) : []
    if (isAsked && claimed.length < room) askAgainAtMs = performance.now() + CLAIM_WAIT_MS
    // Another process may have been asked for a pause since.
    if (isFirst && claimed.length > 0) context.pauses?.add(await feeds.hostPauses())
    isFirst &&= claimed.length === 0
    const postponed = keepBack(context, claimed, context.now())
    await keepForLater(postponed)
    const putOff = new Set(postponed.map(({ feedId }) => feedId))
    for (const target of claimed) {
      if (putOff.has(target.feedId)) continue
      const state: Run = { startedMs: performance.now(), isAnswered: false }
      const run: Promise<void> = pollOne(target, () => {
        state.isAnswered = true
      }).finally(() => running.delete(run))
      running.set(run, state)
    }
    if (claimed.length === 0 && running.size === 0) break
    if (running.size > 0) await oneOfThese(running, signal)
  }
  await allOf(running.keys(), signal)
  isOver = true
  await writer.flush()
  return { polled, newEntries: writer.newEntries(), failed, ...defined({ lastTurnAt: lastTurnAt || undefined }) }
}

/** A poll under way, and whether its host has answered. */
type Run = { readonly startedMs: number; isAnswered: boolean }

/**
 * How many more may be begun. Whose host has not answered for long takes no room from others, up to some times as many: their bodies
 * are not there yet, and thousands of dead hosts would keep the living waiting.
 */
function roomBeside(runs: readonly Run[], inFlight: number): number {
  const isWaiting = ({ isAnswered, startedMs }: Run) => !isAnswered && performance.now() - startedMs >= SLOW_MS
  const quick = runs.filter((run) => !isWaiting(run)).length
  return Math.min(inFlight - quick, inFlight * (1 + SLOW_SHARE) - runs.length)
}

/** Settles when one of them is done, or when it may have become slow. */
async function oneOfThese(running: ReadonlyMap<Promise<void>, Run>, signal: AbortSignal | undefined): Promise<void> {
  const over = new AbortController()
  const becomesSlow = sleep(SLOW_LOOK_MS, undefined, { signal: over.signal }).catch(() => {})
  await oneOf([...running.keys(), becomesSlow], signal)
  over.abort()
}

/** The same context; `onAnswer` hears when the feed itself was answered, or was not. */
function tellingOf(context: PipelineContext, onAnswer: () => void): PipelineContext {
  const { http } = context
  const get: typeof http.get = (...asked) => http.get(...asked).finally(onAnswer)
  return { ...context, http: { ...http, get } }
}

/** Writes down what hosts asked for, before anything else is made of their answers. */
async function keepPauses({ pauses, store }: PipelineContext): Promise<void> {
  const unsaved = pauses?.unsaved() ?? []
  if (unsaved.length > 0) await store.feeds.saveHostPauses(unsaved)
}

/**
 * Of feeds that are due, those that are better asked later: their host asked for a pause, they name this hour as one to leave
 * them alone, or others of their host go first. What a person asked for waits for pauses and turns only.
 */
export function keepBack(
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
