import type { JobKind, JobStore } from './jobs.ts'

/** After so many attempts a job stays as failed. */
export const maxAttempts = 5

export const jobKinds: readonly JobKind[] = [
  'ingest-entry',
  'refresh-story',
  'tidy',
  'alert',
  'deliver',
  'announce',
  'send',
  'send-brief',
  'write-summary',
  'translate-article',
  'keep-hub',
  'take-push',
  'import-opml',
]

/** How long to wait after the given attempt (from 1): 30 s, 2 min, 8 min, 32 min. */
export function retryDelayMs(attempt: number): number {
  return 30_000 * 4 ** (attempt - 1)
}

/**
 * Work on what is stored, which is as right some hours later: after so long what was given up of it is tried once more by itself, so
 * many times at most. Five workers that died over a job say little of the job. What is sent to somebody is not among it.
 */
export const laterTries: { readonly kinds: readonly JobKind[]; readonly pauseMs: number; readonly most: number } = {
  kinds: ['ingest-entry', 'refresh-story', 'take-push', 'import-opml'],
  pauseMs: 6 * 3_600_000,
  most: 8,
}

/** Work that is asked for at once, or minutes ahead; all other may be put off for as long as it takes. */
export const soonKinds: readonly JobKind[] = [
  'ingest-entry',
  'refresh-story',
  'tidy',
  'announce',
  'send',
  'send-brief',
  'write-summary',
  'translate-article',
  'take-push',
  'import-opml',
]

type Counts = { -readonly [Kind in JobKind]: { waiting: number; running: number; failed: number } }

/** A row of zeros for every kind. */
export function emptyCounts(): Counts & Awaited<ReturnType<JobStore['counts']>> {
  const none = () => ({ waiting: 0, running: 0, failed: 0 })
  return {
    'ingest-entry': none(),
    'refresh-story': none(),
    tidy: none(),
    alert: none(),
    deliver: none(),
    announce: none(),
    send: none(),
    'send-brief': none(),
    'write-summary': none(),
    'translate-article': none(),
    'keep-hub': none(),
    'take-push': none(),
    'import-opml': none(),
  }
}
