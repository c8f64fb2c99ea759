import { availableParallelism } from 'node:os'
import { oneByOne } from '../core/one-by-one.ts'
import type { ClusterLane } from './cluster-lane.ts'
import { runImportJob } from './import-outlines.ts'
import { digestEntry } from './ingest-entry.ts'
import type { JobRun } from './job-loop.ts'
import { keepHub } from './keep-hub.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { refreshStory } from './refresh-story.ts'
import { settleEntry } from './settle-entry.ts'
import { takePush } from './take-push.ts'
import { tidy } from './tidy.ts'
import { tracedArticle } from './trace-poll.ts'
import { translateArticle } from './translate-article.ts'

const LEASE_MS = 3 * 60_000
/** A model may take minutes for each of several texts. */
const WRITING_LEASE_MS = 15 * 60_000
/** A long article, some sentences at a time, on a slow machine. */
const TRANSLATING_MS = 20 * 60_000

/** How the jobs of each kind are worked off, how many at once, and for how long nobody else takes one. */
export function jobRuns(context: PipelineContext, lane: ClusterLane, signal: AbortSignal) {
  const { alerts, sending, writing } = context
  const runOf = (
    kind: JobRun['kind'],
    width: number,
    run: (key: string) => Promise<void> | undefined,
    leaseMs = LEASE_MS,
  ): JobRun => ({ kind, width, leaseMs, run: async (job) => run(job.key) })
  const ingest: JobRun = {
    kind: 'ingest-entry',
    width: Math.max(8, availableParallelism() * 4),
    leaseMs: LEASE_MS,
    async run(job) {
      await tracedArticle(
        context.tracer,
        () => digestEntry(context, job.key, job.attempts),
        (read) => settleEntry(context, lane, read),
      )
    },
  }
  const inTurn = oneByOne()
  /** Its lease begins with its turn: waiting does not count. Where it ran out meanwhile, somebody else tells the story. */
  const refresh: JobRun = {
    kind: 'refresh-story',
    // Two large ones may be due: one is told, one waits, and small ones need not.
    width: 3,
    leaseMs: LEASE_MS,
    run: (job) =>
      refreshStory(context, job.key, (work) =>
        inTurn('large', async () => {
          if (await context.store.jobs.renew(job, LEASE_MS, context.now().toISOString())) await work()
        }),
      ),
  }
  const untilTranslated = () => AbortSignal.any([signal, AbortSignal.timeout(TRANSLATING_MS)])
  return {
    hubs: runOf('keep-hub', 4, (key) => keepHub(context, key)),
    pushes: runOf('take-push', 1, (key) => takePush(context, key)),
    import: runOf('import-opml', 1, (key) => runImportJob(context, key, signal)),
    ingest,
    refresh,
    tidy: runOf('tidy', 1, () => tidy(context, lane)),
    alert: runOf('alert', 1, (key) => alerts?.raise(key)),
    deliver: runOf('deliver', 8, (key) => alerts?.deliver(key)),
    announce: runOf('announce', 2, (key) => sending?.announce(key)),
    send: runOf('send', 8, (key) => sending?.send(key)),
    write: runOf('write-summary', 1, (key) => writing?.write(key), WRITING_LEASE_MS),
    translate: runOf(
      'translate-article',
      2,
      (key) => translateArticle(context, key, untilTranslated()),
      TRANSLATING_MS + 60_000,
    ),
  } as const
}
