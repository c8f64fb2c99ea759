import type { PollOutcome, PollTarget } from '../store/store.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pollFeed } from './poll-feed.ts'

/** Long enough for the slowest request; after it, feeds of a process that died are due again. */
const LEASE_MS = 5 * 60_000
/** Outcomes written together: fewer commits, and none waits longer than this for the rest. */
const BATCH = 16
const BATCH_WAIT_MS = 40

export type PollRound = { readonly polled: number; readonly newEntries: number; readonly failed: number }

/**
 * Polls every feed that is due and returns when none is. Requests run wide, writes run in batches; what was fetched
 * is written before this returns, also when `signal` stops it early.
 */
export async function pollDue(context: PipelineContext, signal?: AbortSignal): Promise<PollRound> {
  const writer = createBatchWriter(context)
  const running = new Set<Promise<void>>()
  let polled = 0
  let failed = 0
  const pollOne = async (target: PollTarget) => {
    const outcome = await pollFeed(context, target)
    polled += 1
    if (outcome.result.kind === 'failed') {
      failed += 1
      context.log('poll-failed', { feed: target.feedId, reason: outcome.result.reason })
    }
    await writer.write(outcome)
  }
  while (!signal?.aborted) {
    const room = context.limits.inFlight - running.size
    const targets = room > 0 ? await context.store.feeds.claimDue(context.now().toISOString(), room, LEASE_MS) : []
    for (const target of targets) {
      const run: Promise<void> = pollOne(target).finally(() => running.delete(run))
      running.add(run)
    }
    if (targets.length === 0 && running.size === 0) break
    if (running.size > 0) await Promise.race(running)
  }
  await Promise.all(running)
  await writer.flush()
  return { polled, newEntries: writer.newEntries(), failed }
}

/** Collects outcomes and saves them a batch at a time, one batch after another. `write` settles when its batch is kept. */
function createBatchWriter(context: PipelineContext) {
  let batch: PollOutcome[] = []
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
      if (batch.length >= BATCH) filling.close()
      return saved
    },
    flush: () => tail,
    newEntries: () => newEntries,
  }
}
