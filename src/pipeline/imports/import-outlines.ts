import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FeedId } from '../../core/ids.ts'
import { hashOf } from '../../feeds/content-hash.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** Feeds of a list that are polled at once; a longer list is somebody's whole collection, or a load test. */
const atOnce = 300
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * When a feed of a list is polled first: at once for the first feeds, for the rest at its own time within the next hour, so that no host or
 * network is asked for all of them together. `before` is the number of feeds before it in the list. ISO 8601, UTC.
 */
export function firstPollAt(start: Date, url: string, before: number): string {
  if (before < atOnce) return start.toISOString()
  const spreadMs = Number.parseInt(hashOf([url]), 36) % HOUR_MS
  return new Date(start.getTime() + MINUTE_MS + spreadMs).toISOString()
}

/** A run ends well within the lease of its job; the rest is done in the next. */
const RUN_MS = 30_000

type OutlineImportResult = {
  readonly isEnded: boolean
  readonly added: readonly FeedId[]
  readonly existing: readonly FeedId[]
}

/**
 * Imports a list one batch at a time, each in one transaction; other work can run in between. Safe to repeat and to end at any point:
 * imported outlines are removed from the stored remainder. Calls `onBatch` with the number of feeds done.
 */
export async function importOutlines(
  { store, now }: Pick<PipelineContext, 'store' | 'now'>,
  id: string,
  options: {
    readonly signal?: AbortSignal
    readonly onBatch?: (doneCount: number) => void
    readonly runMs?: number
  } = {},
): Promise<OutlineImportResult> {
  const start = now()
  const until = performance.now() + (options.runMs ?? RUN_MS)
  const added: FeedId[] = []
  const existing: FeedId[] = []
  for (;;) {
    const taken = await store.opml.importBatch(id, now().toISOString(), (url, before) =>
      firstPollAt(start, url, before),
    )
    if (!taken) return { isEnded: true, added, existing }
    added.push(...taken.added)
    existing.push(...taken.existing)
    options.onBatch?.(taken.doneCount)
    if (taken.isEnded) return { isEnded: true, added, existing }
    if (options.signal?.aborted || performance.now() > until) return { isEnded: false, added, existing }
    await nextTurn()
  }
}

/** The same as a job, which queues itself again when something is left. */
export async function runImportJob(
  context: Pick<PipelineContext, 'store' | 'now'>,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { isEnded } = await importOutlines(context, id, { signal })
  if (isEnded) return
  await context.store.jobs.enqueue([{ kind: 'import-opml', key: id, runAt: context.now().toISOString() }])
}
