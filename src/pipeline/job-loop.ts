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
 * Runs the due jobs of one kind, `width` at once, and returns how many were done when none is due. A job that throws is put back with its
 * error for a later try; the others continue. On `signal` it claims no more jobs; those still running after `finishMs` are released for
 * another process, whatever their result here.
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
    // More may end while these are written: they would stay claimed until the next job ends, and run again after a crash.
    while (finished.length > 0) await jobs.complete(finished.splice(0))
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
      // Its lease expires, and it is claimed again once the store accepts writes.
      if (error instanceof StoreTroubleError) return context.log('job-waits', { kind, why: error.trouble })
      const message = error instanceof Error ? error.message : String(error)
      context.log('job-failed', { kind, key: job.key, attempts: job.attempts, error: message })
      // When even that cannot be written, its lease expires, and another process claims it.
      await jobs
        .fail(job, message, context.now().toISOString())
        .catch((reason: unknown) => context.log('job-not-put-back', { kind, key: job.key, error: String(reason) }))
    }
  }
  const releaseJobs = async (left: readonly Job[]) => {
    if (left.length === 0) return
    await jobs.giveBack(left, context.now().toISOString())
    context.log('jobs-given-back', { kind, count: left.length })
  }
  try {
    while (!signal?.aborted) {
      const room = width - running.size
      // A result that cannot be stored is not started: it would be retried until it is given up.
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
    // Also when the database failed in between: running jobs are still finished or released.
    await allOf(running, signal, finishMs)
    // From here on the remaining jobs are no longer ours, even if one ends this moment.
    const left = [...inHand]
    inHand.clear()
    await settleFinished()
    await releaseJobs(left)
  }
  return done
}
