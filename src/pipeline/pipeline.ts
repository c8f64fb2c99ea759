import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { defined } from '../core/defined.ts'
import type { ArticleRule } from '../core/feed/page-rule.ts'
import type { ArticleId } from '../core/ids.ts'
import type { Store } from '../store/store.ts'
import type { StoreTrouble } from '../store/store-errors.ts'
import { textEmbedder } from './analysis/embed-texts.ts'
import { importArticles } from './imports/import-articles.ts'
import { runDueJobs } from './job-loop.ts'
import { jobRuns } from './job-runs.ts'
import { futureTimeFixer } from './pages/fix-future-times.ts'
import type { FetchedPage } from './pages/read-page.ts'
import { reanalyzeArticles } from './pages/reanalyze-articles.ts'
import { recheckPages } from './pages/recheck-pages.ts'
import { seenOnSite } from './pages/site-knowledge.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { hostSpacing, recheckSpacing } from './polls/host-spacing.ts'
import { pollDue } from './polls/poll-loop.ts'
import { wakeSignal } from './polls/wake-signal.ts'
import { type ClusterLane, createClusterLane } from './stories/cluster-lane.ts'
import { TIDY_EVERY_MS, tidy } from './tidy.ts'
import { type WorkRole, workRoles } from './work-roles.ts'

/** How often a waiting process checks whether the working one is still alive. */
const CHECK_MS = 30_000

type OneProcessOptions = { readonly signal: AbortSignal; readonly lookMs?: number }

/**
 * Does work that skips what is done, in one of all processes on a database at a time: the others check regularly whether it or its process
 * has ended, and then find little or nothing left. Ends with the work, or on `signal`.
 */
export async function inOneProcess(
  { stories }: Pick<Store, 'stories'>,
  name: string,
  work: () => Promise<unknown>,
  { signal, lookMs = CHECK_MS }: OneProcessOptions,
): Promise<void> {
  while (!signal.aborted) {
    const done = await stories.ifFree(`work:${name}`, work)
    if (done.kind === 'done') return
    await sleep(lookMs, undefined, { signal }).catch(() => {})
  }
}

/** Stories per step: new work can run in between. */
const STEP = 50

/**
 * Stores the facts about people and outlets in dossiers from before such pages existed, so that an upgrade reaches them. Ends when all have
 * them or on `signal`; a new run skips what is done.
 */
async function fillFacts({ store }: PipelineContext, signal?: AbortSignal): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined && !signal?.aborted; ) {
    after = await store.entities.fill(after, STEP)
    await setImmediate()
  }
}

const IDLE_MS = 1000
/** While the database is damaged or its file is gone, no work starts. A full disk is checked where there is work. */
const pausesFor: ReadonlySet<StoreTrouble | undefined> = new Set(['damaged', 'file-gone'])
/** This many articles at once are a backlog: a first round, or the morning after. */
const BACKLOG = 20

/** All elements after the first two. */
type WithoutContextAndLane<All extends readonly unknown[]> = All extends readonly [unknown, unknown, ...infer Rest]
  ? Rest
  : never

type ImportOptions = Parameters<typeof importArticles>[3]

export type Pipeline = {
  /** The parts of the work that `start` takes on. */
  readonly roles: readonly WorkRole[]
  /** Imports articles that did not come from a feed. */
  importArticles(
    articles: Parameters<typeof importArticles>[2],
    options: ImportOptions,
  ): ReturnType<typeof importArticles>
  /** Reads an article again from a stored page, by a rule. */
  readStoredPage(...given: WithoutContextAndLane<Parameters<typeof readStoredPage>>): ReturnType<typeof readStoredPage>
  wake(): void
  /** One pass over everything due: polls, articles, stories, repair, stories again, and alerts. For commands and tests. */
  runOnce(options?: { readonly onStage?: (stage: Stage) => void }): Promise<void>
  /** Polls what is due, and nothing else. */
  pollOnce(): ReturnType<typeof pollDue>
  /** Rechecks the pages that are due, and nothing else; returns how many were fetched. */
  recheckOnce(): Promise<number>
  start(): void
  /** Milliseconds since a loop last completed a round without an error; undefined when none runs. */
  silentMs(): number | undefined
  /** The loops that failed at least twice in a row, and for how many milliseconds. `loops`: the number of all loops. */
  failing(): { readonly loops: number; readonly failing: readonly FailingLoop[] }
  /** Takes no new work, finishes running work, and returns. Work that takes more than a few seconds is released. */
  stop(): Promise<void>
}

/** A loop that has thrown each time for so long. */
type FailingLoop = { readonly loop: string; readonly forMs: number }

export type Stage = 'polling' | 'reading' | 'telling'

/**
 * The scheduler: polls, ingests, refreshes and tidies. Every step is safe to repeat, so it can be ended at any point, and any number of
 * processes can run it on one database. `roles` decides which loops `start` starts.
 */
export function createPipeline(context: PipelineContext, roles: readonly WorkRole[] = workRoles): Pipeline {
  const stopping = new AbortController()
  const { signal } = stopping
  const lane = createClusterLane(context)
  const spacing = hostSpacing(recheckSpacing)
  const recheckDue = () => recheckPages(context, lane, spacing, signal)
  const loops: Promise<void>[] = []
  let turnedAtMs: number | undefined
  /** Loops that threw the last time: since when, and how often. */
  const failures = new Map<string, { readonly sinceMs: number; readonly count: number }>()
  let bell = Promise.withResolvers<void>()
  const woken = wakeSignal()

  const runs = jobRuns(context, lane, signal)

  /** Work that throws is logged, and stops nothing else. */
  const once = <Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined> =>
    work().catch((error: unknown) => {
      context.log('loop-failed', { loop: name, error: error instanceof Error ? error.message : String(error) })
      return undefined
    })

  const loop = async (name: string, work: () => Promise<boolean>) => {
    while (!signal.aborted) {
      // All work writes. The trouble is already in the log and on pages.
      const mayWork = !pausesFor.has(context.store.instance.trouble())
      const startedMs = performance.now()
      // As of before the work: a ring that comes while it looks for jobs would otherwise be missed.
      const rung = bell.promise
      const outcome = mayWork ? await once(name, work) : undefined
      if (outcome !== undefined) {
        turnedAtMs = performance.now()
        failures.delete(name)
      } else if (mayWork) {
        const failed = failures.get(name) ?? { sinceMs: startedMs, count: 0 }
        failures.set(name, { ...failed, count: failed.count + 1 })
      }
      const hasWorked = outcome ?? false
      if (hasWorked) ring()
      else await Promise.race([sleep(IDLE_MS, undefined, { signal }).catch(() => {}), rung])
    }
  }
  /** Work that an upgrade requires: once for all processes. */
  const inOneOfAll = (name: string, work: () => Promise<unknown>) =>
    once(name, () => inOneProcess(context.store, name, work, { signal })).then(ring)
  const ring = () => {
    bell.resolve()
    bell = Promise.withResolvers<void>()
  }
  const jobLoop = (name: keyof typeof runs) =>
    loop(name, async () => (await runDueJobs(context, runs[name], signal)) > 0)
  /** After a backlog the window is repaired at once: many articles decided one by one leave more to repair. */
  const enqueueTidy = async (articleCount: number) => {
    const isBacklog = articleCount >= BACKLOG
    const waitMs = isBacklog ? 0 : TIDY_EVERY_MS
    const runAt = new Date(context.now().getTime() + waitMs).toISOString()
    await context.store.jobs.enqueue([{ kind: 'tidy', key: isBacklog ? 'backlog' : 'window', runAt }])
  }

  /** Queues the daily check for feeds that fail or are silent for long; it queues the next one. */
  const watchFeeds = () =>
    context.store.jobs.enqueue([{ kind: 'alert', key: 'feeds', runAt: context.now().toISOString() }])

  /** The loops of each role; `runOnce` does the same work once. */
  const loopsOf: Readonly<Record<WorkRole, () => readonly Promise<void>[]>> = {
    fetch: () => [
      loop('poll', async () => (await pollDue(context, signal, { onNewEntries: ring, woken })).newEntries > 0),
      ...(['hubs', 'pushes', 'import', 'move'] as const).map(jobLoop),
      loop('bring-back', futureTimeFixer(context)),
    ],
    analyze: () => [
      loop('ingest', async () => {
        const done = await runDueJobs(context, runs.ingest, signal)
        if (done > 0) await enqueueTidy(done)
        return done > 0
      }),
      jobLoop('keep'),
      loop('look-again', async () => (await recheckDue()) > 0),
      inOneOfAll('read-again', () => reanalyzeArticles(context, signal)),
      loop('embed', textEmbedder(context, signal)),
    ],
    story: () => [
      ...(['embargo', 'refresh', 'tidy'] as const).map(jobLoop),
      inOneOfAll('fill-facts', () => fillFacts(context, signal)),
    ],
    tell: () => [
      ...(['alert', 'deliver', 'announce', 'send', 'write', 'translate'] as const).map(jobLoop),
      once('watch-feeds', watchFeeds).then(ring),
    ],
  }

  return {
    roles,
    importArticles: (articles, options) => importArticles(context, lane, articles, options),
    readStoredPage: (...given) => readStoredPage(context, lane, ...given),
    wake() {
      woken.ring()
      ring()
    },
    pollOnce: () => pollDue(context, signal),
    recheckOnce: recheckDue,
    async runOnce({ onStage } = {}) {
      const later = { ...context, now: soon(context.now) }
      await runDueJobs(context, runs.import, signal)
      onStage?.('polling')
      await pollAll(context, signal)
      await runDueJobs(context, runs.pushes, signal)
      onStage?.('reading')
      await runDueJobs(context, runs.ingest, signal)
      await recheckDue()
      await runDueJobs(context, runs.keep, signal)
      onStage?.('telling')
      await runDueJobs(context, runs.embargo, signal)
      await tidy(context, lane)
      await runDueJobs(later, runs.refresh, signal)
      await runDueJobs(later, runs.alert, signal)
      await runDueJobs(context, runs.deliver, signal)
      await runDueJobs(context, runs.announce, signal)
      await runDueJobs(context, runs.send, signal)
      await runDueJobs(later, runs.write, signal)
      await runDueJobs(context, runs.translate, signal)
    },
    start() {
      if (roles.length > 0) turnedAtMs = performance.now()
      for (const role of roles) loops.push(...loopsOf[role]())
    },
    failing: () => ({
      loops: loops.length,
      failing: [...failures]
        .filter(([, { count }]) => count > 1)
        .map(([name, { sinceMs }]) => ({ loop: name, forMs: performance.now() - sinceMs })),
    }),
    silentMs: () => (turnedAtMs === undefined ? undefined : performance.now() - turnedAtMs),
    async stop() {
      stopping.abort()
      ring()
      await lane.stop()
      await Promise.all(loops)
    },
  }
}

/** Polls all that is due, including feeds that wait a few seconds for their turn at a host. */
async function pollAll(context: PipelineContext, signal: AbortSignal): Promise<void> {
  let { lastTurnAt = '' } = await pollDue(context, signal)
  while (lastTurnAt >= context.now().toISOString() && !signal.aborted) {
    const before = context.now().getTime()
    await sleep(IDLE_MS, undefined, { signal }).catch(() => {})
    // With a clock that does not advance, no turn ever comes.
    if (context.now().getTime() === before) return
    const round = await pollDue(context, signal)
    if (round.lastTurnAt !== undefined && round.lastTurnAt > lastTurnAt) lastTurnAt = round.lastTurnAt
  }
}

/** Refresh jobs wait a moment so that many articles share one refresh; a single pass does not wait. */
function soon(now: () => Date): () => Date {
  return () => new Date(now().getTime() + 60_000)
}

/** The outcome of reading an article again: the same text, a new revision, or why there is none. */
type ReadAgainOutcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'revised' }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'failed'; readonly message: string }

/**
 * Reads an article again from a stored page, by a rule. The result is a new document beside the old ones, which never change. A page
 * without text changes nothing.
 */
async function readStoredPage(
  context: PipelineContext,
  lane: ClusterLane,
  articleId: ArticleId,
  page: FetchedPage,
  rule: ArticleRule | undefined,
): Promise<ReadAgainOutcome> {
  const { store, pool, now } = context
  const known = await store.articles.find(articleId)
  const [entryId] = known?.entryIds ?? []
  const target = entryId && (await store.articles.ingestTarget(entryId))
  if (!known || !target) return { kind: 'not-there' }
  const read = await pool.digest({
    entry: target.entry.entry,
    source: { kind: 'page', ...page, ...defined({ rule }), ...(await seenOnSite(context, page, target.entry)) },
    fallbackKey: `${target.entry.feedId} ${target.entry.entry.key}`,
    fetchedAt: now().toISOString(),
    articleId,
  })
  if (read.kind === 'too-slow')
    return { kind: 'failed', message: 'The page took too long to read. Nothing was changed.' }
  if (read.kind === 'failed') return { kind: 'failed', message: read.error.split('\n')[0] ?? '' }
  const { document, extraction } = read.digest
  const { kind } = extraction.completeness
  if (kind === 'failed' || kind === 'feed-only')
    return { kind: 'failed', message: 'The rule leaves nothing of the page. Change it.' }
  if (document.id === known.document.id) return { kind: 'same' }
  await lane.settle(target, read.digest)
  return { kind: 'revised' }
}
