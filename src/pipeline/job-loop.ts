import type { Job, JobKind } from '../store/job-store.ts'
import type { PipelineContext } from './pipeline-context.ts'

export type JobRun = {
  readonly kind: JobKind
  readonly width: number
  readonly leaseMs: number
  readonly run: (job: Job) => Promise<void>
}

/**
 * Works off the due jobs of one kind, `width` at once, and returns how many were done when none is due.
 * A job that throws is put back with its error for a later try; the others go on. Stops early, between jobs, on `signal`.
 */
export async function runDueJobs(
  context: Pick<PipelineContext, 'store' | 'log' | 'now'>,
  { kind, width, leaseMs, run }: JobRun,
  signal?: AbortSignal,
): Promise<number> {
  const { jobs } = context.store
  const running = new Set<Promise<void>>()
  const finished: Job[] = []
  let done = 0
  const settleFinished = async () => {
    if (finished.length > 0) await jobs.complete(finished.splice(0))
  }
  const runOne = async (job: Job) => {
    try {
      await run(job)
      finished.push(job)
      done += 1
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      context.log('job-failed', { kind, key: job.key, attempts: job.attempts, error: message })
      await jobs.fail(job, message, context.now().toISOString())
    }
  }
  while (!signal?.aborted) {
    const room = width - running.size
    const claimed = room > 0 ? await jobs.claim(kind, room, leaseMs, context.now().toISOString()) : []
    for (const job of claimed) {
      const task: Promise<void> = runOne(job).finally(() => running.delete(task))
      running.add(task)
    }
    if (running.size === 0) break
    await Promise.race(running)
    await settleFinished()
  }
  await Promise.all(running)
  await settleFinished()
  return done
}
