import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { feedHealth } from '../feeds/feed-health.ts'
import { defineOperation } from '../operation.ts'
import type { FeedHealth, ProgressView } from '../views.ts'
import { progressOf } from './get-progress.ts'

/** The queue: progress, jobs, failing feeds, and the state of the store. */
export type JobsView = {
  readonly progress: ProgressView
  readonly jobs: readonly {
    readonly id: string
    readonly kind: string
    readonly key: string
    readonly state: 'waiting' | 'running' | 'failed'
    readonly attempts: number
    readonly runAt: string
    readonly lastError?: string
  }[]
  readonly failingFeeds: readonly FeedHealth[]
  readonly store: {
    readonly isOk: boolean
    readonly detail: string
    readonly sizeBytes: number
    readonly dialect: string
    /** The read replica, if there is one. */
    readonly readDatabase?: { readonly isUp: boolean; readonly lagMs?: number }
  }
}

export const listJobs = defineOperation({
  name: 'list_jobs',
  minRole: 'owner',
  summary: 'Work in progress, what failed and why, and feeds with errors',
  input: z.strictObject({}),
  async run(context): Promise<JobsView> {
    const { store, reader } = context
    const [progress, jobs, feeds, check] = await Promise.all([
      progressOf(context),
      store.jobs.list(200),
      store.feeds.listAll(reader.id),
      store.check(),
    ])
    const failing = feeds.filter(({ lastError, isStopped }) => lastError !== undefined || isStopped)
    return {
      progress,
      jobs,
      failingFeeds: failing.map((feed) => feedHealth(feed, reader)),
      store: {
        isOk: check.isOk,
        detail: check.detail,
        sizeBytes: check.sizeBytes,
        dialect: store.dialect,
        ...defined({ readDatabase: check.readDatabase }),
      },
    }
  },
})

/** The number of a job, from `list_jobs`. */
const jobId = z.string().regex(/^\d{1,15}$/, 'the id of a job, which is a number')

export const retryJobs = defineOperation({
  name: 'retry_jobs',
  minRole: 'owner',
  summary: 'Tries failed jobs again',
  input: z.strictObject({ ids: z.union([z.literal('all'), z.array(jobId).max(1000)]) }),
  async run({ store, now, wake }, { ids }): Promise<number> {
    const count = await store.jobs.retryFailed(ids, now().toISOString())
    wake()
    return count
  },
})
