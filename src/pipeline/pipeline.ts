import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ClusterLane, createClusterLane } from './cluster-lane.ts'
import { textEmbedder } from './embed-texts.ts'
import { fillFacts } from './fill-facts.ts'
import { hostSpacing, lookSpacing } from './host-spacing.ts'
import { importArticles } from './import-articles.ts'
import { runImportJob } from './import-outlines.ts'
import { digestEntry } from './ingest-entry.ts'
import { type JobRun, runDueJobs } from './job-loop.ts'
import { keepHub } from './keep-hub.ts'
import { lookAgain } from './look-again.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pollDue } from './poll-loop.ts'
import { readAgain } from './read-again.ts'
import { readKeptPage } from './read-kept-page.ts'
import { refreshStory } from './refresh-story.ts'
import { settleEntry } from './settle-entry.ts'
import { takePush } from './take-push.ts'
import { TIDY_EVERY_MS, tidy } from './tidy.ts'
import { translateArticle } from './translate-article.ts'

const IDLE_MS = 1000
const LEASE_MS = 3 * 60_000
/** A model may take minutes for each of several texts. */
const WRITING_LEASE_MS = 15 * 60_000
/** A long article, some sentences at a time, on a slow machine. */
const TRANSLATING_MS = 20 * 60_000
/** So many articles in one go are a backlog: a first round, or the morning after. */
const BACKLOG = 20

/** What follows the first two. */
type Tail<All extends readonly unknown[]> = All extends readonly [unknown, unknown, ...infer Rest] ? Rest : never

type ImportOptions = Parameters<typeof importArticles>[3]

export type Pipeline = {
  /** Takes in articles that did not come from a feed. */
  importArticles(
    articles: Parameters<typeof importArticles>[2],
    options: ImportOptions,
  ): ReturnType<typeof importArticles>
  /** Reads an article again from a page that was kept, by a rule. */
  readKeptPage(...given: Tail<Parameters<typeof readKeptPage>>): ReturnType<typeof readKeptPage>
  /** Looks for work now instead of at the next tick. */
  wake(): void
  /** One pass over everything due: polls, articles, stories, repair, stories again, and alerts. For commands and tests. */
  runOnce(options?: { readonly onStage?: (stage: Stage) => void }): Promise<void>
  /** Polls what is due, and nothing else. */
  pollOnce(): ReturnType<typeof pollDue>
  /** Looks again at the pages that are due, and nothing else; answers how many were asked for. */
  lookOnce(): Promise<number>
  /** Starts the loops that run until `stop`. */
  start(): void
  /** Takes no new work, finishes what is under way, and returns. */
  stop(): Promise<void>
}

export type Stage = 'polling' | 'reading' | 'telling'

/** The scheduler: polls, ingests, refreshes and tidies. Every step is safe to repeat, so it may be ended at any point. */
export function createPipeline(context: PipelineContext): Pipeline {
  const lane = createClusterLane(context)
  const stopping = new AbortController()
  const { signal } = stopping
  const looks = hostSpacing(lookSpacing)
  const loops: Promise<void>[] = []
  let bell = Promise.withResolvers<void>()
  let order: Promise<unknown> = Promise.resolve()

  /** Articles are settled one at a time, in the order in which they were read. */
  const inLane = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = order.then(work)
    order = result.catch(() => {})
    return result
  }

  const ingest: JobRun = {
    kind: 'ingest-entry',
    width: Math.max(8, availableParallelism() * 4),
    leaseMs: LEASE_MS,
    async run(job) {
      const read = await digestEntry(context, job.key, job.attempts)
      if (read) await inLane(() => settleEntry(context, lane, read))
    },
  }
  /** Through the same lane as what comes in. */
  const laneInTurn: ClusterLane = { ...lane, settle: (...given) => inLane(() => lane.settle(...given)) }
  const looking = () => lookAgain(context, laneInTurn, looks, signal)
  const refresh: JobRun = {
    kind: 'refresh-story',
    width: 2,
    leaseMs: LEASE_MS,
    run: (job) => refreshStory(context, job.key),
  }
  const tidying: JobRun = { kind: 'tidy', width: 1, leaseMs: LEASE_MS, run: () => tidy(context, lane) }

  const raising: JobRun = {
    kind: 'alert',
    width: 1,
    leaseMs: LEASE_MS,
    run: async (job) => context.alerts?.raise(job.key),
  }
  const delivering: JobRun = {
    kind: 'deliver',
    width: 8,
    leaseMs: LEASE_MS,
    run: async (job) => context.alerts?.deliver(job.key),
  }

  const announcing: JobRun = {
    kind: 'announce',
    width: 2,
    leaseMs: LEASE_MS,
    run: async (job) => context.sending?.announce(job.key),
  }
  const sending: JobRun = {
    kind: 'send',
    width: 8,
    leaseMs: LEASE_MS,
    run: async (job) => context.sending?.send(job.key),
  }

  const writing: JobRun = {
    kind: 'write-summary',
    width: 1,
    leaseMs: WRITING_LEASE_MS,
    run: async (job) => context.writing?.write(job.key),
  }
  const translating: JobRun = {
    kind: 'translate-article',
    width: 2,
    leaseMs: TRANSLATING_MS + 60_000,
    run: (job) => translateArticle(context, job.key, AbortSignal.any([signal, AbortSignal.timeout(TRANSLATING_MS)])),
  }

  const keepingHubs: JobRun = { kind: 'keep-hub', width: 4, leaseMs: LEASE_MS, run: (job) => keepHub(context, job.key) }
  const takingPushes: JobRun = {
    kind: 'take-push',
    width: 1,
    leaseMs: LEASE_MS,
    run: (job) => takePush(context, job.key),
  }
  const importing: JobRun = {
    kind: 'import-opml',
    width: 1,
    leaseMs: LEASE_MS,
    run: (job) => runImportJob(context, job.key, signal),
  }

  /** Work that throws is logged, and ends nothing else. */
  const once = <Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> =>
    work().catch((error: unknown) => {
      context.log('loop-failed', { loop: name, error: error instanceof Error ? error.message : String(error) })
      return undefined
    })

  const loop = async (name: string, work: () => Promise<boolean>) => {
    while (!signal.aborted) {
      const hasWorked = (await once(name, work)) ?? false
      if (hasWorked) ring()
      else await Promise.race([sleep(IDLE_MS, undefined, { signal }).catch(() => {}), bell.promise])
    }
  }
  const ring = () => {
    bell.resolve()
    bell = Promise.withResolvers<void>()
  }
  /** After a backlog the window is looked over at once: many articles decided one by one leave more to mend. */
  const askForTidy = async (articleCount: number) => {
    const isBacklog = articleCount >= BACKLOG
    const waitMs = isBacklog ? 0 : TIDY_EVERY_MS
    const runAt = new Date(context.now().getTime() + waitMs).toISOString()
    await context.store.jobs.enqueue([{ kind: 'tidy', key: isBacklog ? 'backlog' : 'window', runAt }])
  }

  return {
    importArticles: (articles, options) => importArticles(context, lane, articles, options),
    readKeptPage: (...given) => readKeptPage(context, lane, ...given),
    wake: ring,
    pollOnce: () => pollDue(context, signal),
    lookOnce: looking,
    async runOnce({ onStage } = {}) {
      await runDueJobs(context, importing, signal)
      onStage?.('polling')
      await pollAll(context, signal)
      await runDueJobs(context, takingPushes, signal)
      onStage?.('reading')
      await runDueJobs(context, ingest, signal)
      await looking()
      onStage?.('telling')
      await tidy(context, lane)
      await runDueJobs({ ...context, now: soon(context.now) }, refresh, signal)
      await runDueJobs({ ...context, now: soon(context.now) }, raising, signal)
      await runDueJobs(context, delivering, signal)
      await runDueJobs(context, announcing, signal)
      await runDueJobs(context, sending, signal)
      await runDueJobs({ ...context, now: soon(context.now) }, writing, signal)
      await runDueJobs(context, translating, signal)
    },
    start() {
      loops.push(
        loop('poll', async () => (await pollDue(context, signal)).newEntries > 0),
        loop('hubs', async () => (await runDueJobs(context, keepingHubs, signal)) > 0),
        loop('pushes', async () => (await runDueJobs(context, takingPushes, signal)) > 0),
        loop('ingest', async () => {
          const done = await runDueJobs(context, ingest, signal)
          if (done > 0) await askForTidy(done)
          return done > 0
        }),
        loop('look-again', async () => (await looking()) > 0),
        loop('refresh', async () => (await runDueJobs(context, refresh, signal)) > 0),
        loop('import', async () => (await runDueJobs(context, importing, signal)) > 0),
        loop('alert', async () => (await runDueJobs(context, raising, signal)) > 0),
        loop('deliver', async () => (await runDueJobs(context, delivering, signal)) > 0),
        loop('announce', async () => (await runDueJobs(context, announcing, signal)) > 0),
        loop('send', async () => (await runDueJobs(context, sending, signal)) > 0),
        loop('write', async () => (await runDueJobs(context, writing, signal)) > 0),
        loop('translate', async () => (await runDueJobs(context, translating, signal)) > 0),
        once('read-again', () => readAgain(context, signal)).then(ring),
        once('fill-facts', () => fillFacts(context, signal)),
        loop('embed', textEmbedder(context, signal)),
        loop('tidy', async () => (await runDueJobs(context, tidying, signal)) > 0),
      )
    },
    async stop() {
      stopping.abort()
      ring()
      await lane.stop()
      await Promise.all(loops)
      await order
    },
  }
}

/** Polls all that is due, those too that have to wait some seconds for their turn at a host. */
async function pollAll(context: PipelineContext, signal: AbortSignal): Promise<void> {
  let { lastTurnAt = '' } = await pollDue(context, signal)
  while (lastTurnAt >= context.now().toISOString() && !signal.aborted) {
    const before = context.now().getTime()
    await sleep(IDLE_MS, undefined, { signal }).catch(() => {})
    // A clock that stands still brings no turn.
    if (context.now().getTime() === before) return
    const round = await pollDue(context, signal)
    if (round.lastTurnAt !== undefined && round.lastTurnAt > lastTurnAt) lastTurnAt = round.lastTurnAt
  }
}

/** Refresh jobs wait a moment so that many articles make one refresh; a single pass does not wait. */
function soon(now: () => Date): () => Date {
  return () => new Date(now().getTime() + 60_000)
}
