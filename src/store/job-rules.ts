import type { JobKind, JobStore } from './job-store.ts'

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
