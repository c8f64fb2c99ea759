import type { PollOutcome, PollTarget, Postponed } from '../store/store.ts'
import { keepBack } from './keep-back.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pollFeed } from './poll-feed.ts'

/** Long enough for the slowest request: so long nobody else asks the same feed. */
const LEASE_MS = 5 * 60_000
/** Outcomes written together: so many with entries, three times as many without; none waits longer than this for the rest. */
const BATCH = 16
const QUIET_SHARE = 1 / 3
const BATCH_WAIT_MS = 40

export type PollRound = {
  readonly polled: number
  readonly newEntries: number
  readonly failed: number
  /** When the last of those that were given a turn at their host is due, ISO 8601; absent: none was. */
  readonly lastTurnAt?: string
}

/**
 * Polls every feed that is due and returns when none is. Requests run wide, writes run in batches; what was fetched
 * is written before this returns, also when `signal` stops it early.
 */
export async function pollDue(context: PipelineContext, signal?: AbortSignal): Promise<PollRound> {
  const { feeds } = context.store
  const running = new Set<Promise<void>>()
  const writer = createBatchWriter(context, () => running.size)
  let isFirst = true
  let polled = 0
  let failed = 0
  let lastTurnAt = ''
  const keepForLater = async (postponed: readonly Postponed[]) => {
    for (const { until, why } of postponed) if (why === 'turn' && until > lastTurnAt) lastTurnAt = until
    await feeds.postpone(postponed)
  }
  const pollOne = async (target: PollTarget) => {
    const outcome = await pollFeed(context, target)
    await keepPauses(context)
    if (!('result' in outcome)) return keepForLater([outcome])
    polled += 1
    if (outcome.result.kind === 'failed') {
      failed += 1
      context.log('poll-failed', { feed: target.feedId, reason: outcome.result.reason })
    }
    await writer.write(outcome)
  }
  while (!signal?.aborted) {
    const room = context.limits.inFlight - running.size
    const claimed = room > 0 ? await feeds.claimDue(context.now().toISOString(), room, LEASE_MS) : []
    // Another process may have been asked for a pause since.
    if (isFirst && claimed.length > 0) context.pauses?.know(await feeds.hostPauses())
    isFirst &&= claimed.length === 0
    const postponed = keepBack(context, claimed, context.now())
    await keepForLater(postponed)
    const isLater = new Set(postponed.map(({ feedId }) => feedId))
    for (const target of claimed) {
      if (isLater.has(target.feedId)) continue
      const run: Promise<void> = pollOne(target).finally(() => running.delete(run))
      running.add(run)
    }
    if (claimed.length === 0 && running.size === 0) break
    if (running.size > 0) await Promise.race(running)
  }
  await Promise.all(running)
  await writer.flush()
  return { polled, newEntries: writer.newEntries(), failed, ...(lastTurnAt && { lastTurnAt }) }
}

/** Writes down what hosts asked for, before anything else is made of their answers. */
async function keepPauses({ pauses, store }: PipelineContext): Promise<void> {
  const unsaved = pauses?.unsaved() ?? []
  if (unsaved.length > 0) await store.feeds.saveHostPauses(unsaved)
}

/**
 * Collects outcomes and saves them a batch at a time, one batch after another. `write` settles when its batch is kept.
 * `mostToCome` says how many may still be written: a batch that holds all of them waits for nothing.
 */
function createBatchWriter(context: PipelineContext, mostToCome: () => number) {
  let batch: PollOutcome[] = []
  let weight = 0
  let filling: { readonly saved: Promise<void>; readonly close: () => void } | undefined
  let tail: Promise<void> = Promise.resolve()
  let newEntries = 0

  const open = () => {
    let close = () => {}
    const full = new Promise<void>((settle) => {
      const timer = setTimeout(settle, BATCH_WAIT_MS)
      close = () => {
        clearTimeout(timer)
        settle()
      }
    })
    const before = tail
    const saved = full.then(async () => {
      await before.catch(() => {})
      const outcomes = batch
      batch = []
      weight = 0
      filling = undefined
      const results = await context.store.feeds.savePolls(outcomes)
      for (const result of results) newEntries += result.newCount
    })
    tail = saved.catch(() => {})
    return { saved, close }
  }

  return {
    write(outcome: PollOutcome): Promise<void> {
      batch.push(outcome)
      filling ??= open()
      const { saved } = filling
      weight += outcome.result.kind === 'parsed' ? 1 : QUIET_SHARE
      if (weight >= BATCH || batch.length >= mostToCome()) filling.close()
      return saved
    },
    flush: () => tail,
    newEntries: () => newEntries,
  }
}
