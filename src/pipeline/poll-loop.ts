import type { PollTarget } from '../store/store.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pollFeed } from './poll-feed.ts'
import { createPollWriter } from './poll-writer.ts'

/** Long enough for the slowest request; after it, feeds of a process that died are due again. */
const LEASE_MS = 5 * 60_000
/** Feeds are claimed so many at once, and after there were fewer, not again for this long. */
const CLAIM = 16
const CLAIM_WAIT_MS = 100

export type PollRound = { readonly polled: number; readonly newEntries: number; readonly failed: number }

/**
 * Polls every feed that is due and returns when none is. Requests run wide, writes run in batches; what was fetched
 * is written before this returns, also when `signal` stops it early.
 */
export async function pollDue(context: PipelineContext, signal?: AbortSignal): Promise<PollRound> {
  const writer = createPollWriter(context)
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
  const { inFlight } = context.limits
  let isAskedAgainAt = 0
  while (!signal?.aborted) {
    const room = inFlight - running.size
    const isAsked = running.size === 0 || (room >= Math.min(CLAIM, inFlight) && performance.now() >= isAskedAgainAt)
    const targets = isAsked ? await context.store.feeds.claimDue(context.now().toISOString(), room, LEASE_MS) : []
    if (isAsked && targets.length < room) isAskedAgainAt = performance.now() + CLAIM_WAIT_MS
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
