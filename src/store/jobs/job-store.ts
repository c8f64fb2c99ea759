export type JobKind =
  | 'ingest-entry'
  | 'refresh-story'
  | 'tidy'
  | 'alert'
  | 'deliver'
  | 'announce'
  | 'send'
  | 'send-brief'
  | 'write-summary'
  | 'translate-article'
  | 'keep-hub'
  | 'take-push'
  | 'import-opml'

export type Job = {
  readonly id: string
  readonly kind: JobKind
  /** The id of what it is about; unique with kind while it waits. */
  readonly key: string
  readonly attempts: number
}

export type JobRow = Job & {
  readonly state: 'waiting' | 'running' | 'failed'
  readonly runAt: string
  readonly lastError?: string
}

export type JobStore = {
  /** Enqueuing twice is once. */
  enqueue(jobs: readonly { readonly kind: JobKind; readonly key: string; readonly runAt: string }[]): Promise<void>
  /** At-least-once: a lease that runs out gives the job to somebody else. */
  claim(kind: JobKind, limit: number, leaseMs: number, now: string): Promise<readonly Job[]>
  /** Begins the lease of a job anew; false where it ran out and somebody else took the job. */
  renew(job: Job, leaseMs: number, now: string): Promise<boolean>
  complete(jobs: readonly Job[]): Promise<void>
  /** Tries again later with backoff; after five attempts the job stays as failed, for a person to see. */
  fail(job: Job, error: string, now: string): Promise<void>
  /** Puts back what was claimed and is not done, as if it had not been tried: for a process that ends. */
  giveBack(jobs: readonly Job[], now: string): Promise<void>
  list(limit: number): Promise<readonly JobRow[]>
  counts(): Promise<
    Readonly<Record<JobKind, { readonly waiting: number; readonly running: number; readonly failed: number }>>
  >
  /** How long the oldest due job of each kind waits, in seconds; kinds of which none is due are left out. */
  waits(now: string): Promise<Readonly<Partial<Record<JobKind, number>>>>
  retryFailed(ids: readonly string[] | 'all', now: string): Promise<number>
  /** Tries once more what was given up some hours ago and is as right now (`laterTries`). How many. */
  retryLater(now: string): Promise<number>
}
