import type { Job, JobKind } from '../store/jobs/jobs.ts'
import { StoreTroubleError } from '../store/store-errors.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { allOf, FINISH_MS, oneOf } from './until-stopped.ts'

export type JobRun = {
  readonly kind: JobKind
  readonly width: number
  readonly leaseMs: number
  readonly run: (job: Job) => Promise<void>
}

/**
 * Works off the due jobs of one kind, `width` at once, and returns how many were done when none is due.
 * A job that throws is put back with its error for a later try; the others go on. Stops early on `signal`: it takes no more, and
 * what is not done `finishMs` later is given back for somebody else, whatever then comes of it here.
 */
export async function runDueJobs(
  context: Pick<PipelineContext, 'store' | 'log' | 'now'>,
  { kind, width, leaseMs, run }: JobRun,
  signal?: AbortSignal,
  finishMs: number = FINISH_MS,
): Promise<number> {
  const { jobs } = context.store
  const running = new Set<Promise<void>>()
  const inHand = new Set<Job>()
  const finished: Job[] = []
  let done = 0
  const settleFinished = async () => {
    if (finished.length > 0) await jobs.complete(finished.splice(0))
  }
  const runOne = async (job: Job) => {
    inHand.add(job)
    try {
      await run(job)
      if (!inHand.delete(job)) return
      finished.push(job)
      done += 1
    } catch (error) {
      if (!inHand.delete(job)) return
      // Its lease runs out, and it is taken up again once the store takes writes.
      if (error instanceof StoreTroubleError) return context.log('job-waits', { kind, why: error.trouble })
      const message = error instanceof Error ? error.message : String(error)
      context.log('job-failed', { kind, key: job.key, attempts: job.attempts, error: message })
      // Where not even that can be written, its lease runs out, and somebody takes it then.
      await jobs
        .fail(job, message, context.now().toISOString())
        .catch((reason: unknown) => context.log('job-not-put-back', { kind, key: job.key, error: String(reason) }))
    }
  }
  const giveBack = async (left: readonly Job[]) => {
    if (left.length === 0) return
    await jobs.giveBack(left, context.now().toISOString())
    context.log('jobs-given-back', { kind, count: left.length })
  }
  try {
    while (!signal?.aborted) {
      const room = width - running.size
      // What cannot be kept is not begun: it would be tried until it is given up.
      const claimed =
        room > 0 && context.store.instance.trouble() === undefined
          ? await jobs.claim(kind, room, leaseMs, context.now().toISOString())
          : []
      for (const job of claimed) {
        const task: Promise<void> = runOne(job).finally(() => running.delete(task))
        running.add(task)
      }
      if (running.size === 0) break
      await oneOf(running, signal)
      await settleFinished()
    }
  } finally {
    // Also where the database did not answer in between: what is under way is still finished or given back.
    await allOf(running, signal, finishMs)
    // From here on what is left is not ours any more, even where it ends this moment.
    const left = [...inHand]
    inHand.clear()
    await settleFinished()
    await giveBack(left)
  }
  return done
}
