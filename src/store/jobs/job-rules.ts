import type { JobKind, JobStore } from './jobs.ts'

/** After this many attempts a job stays failed. */
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
  'keep-page',
  'keep-hub',
  'take-push',
  'import-opml',
  'move',
  'end-embargo',
]

/** The delay after an attempt (from 1): 30 s, 2 min, 8 min, 32 min. */
export function retryDelayMs(attempt: number): number {
  return 30_000 * 4 ** (attempt - 1)
}

/**
 * Work on stored data, which is still useful hours later: after this pause, failed jobs are retried automatically, up to `most`
 * times, since five crashed workers may say little about the job. Messages to people aren't included.
 */
export const delayedRetries: { readonly kinds: readonly JobKind[]; readonly pauseMs: number; readonly most: number } = {
  kinds: ['ingest-entry', 'refresh-story', 'take-push', 'import-opml', 'move', 'end-embargo'],
  pauseMs: 6 * 3_600_000,
  most: 8,
}

/** Work due at once or within minutes; any other may be scheduled far ahead. */
export const immediateKinds: readonly JobKind[] = [
  'ingest-entry',
  'refresh-story',
  'tidy',
  'announce',
  'send',
  'send-brief',
  'write-summary',
  'translate-article',
  'keep-page',
  'take-push',
  'import-opml',
  'move',
]

type Counts = { -readonly [Kind in JobKind]: { waiting: number; running: number; failed: number } }

/** Zeros for every kind. */
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
    'keep-page': none(),
    'keep-hub': none(),
    'take-push': none(),
    'import-opml': none(),
    move: none(),
    'end-embargo': none(),
  }
}
