import { availableParallelism } from 'node:os'
import type { FeedId } from '../core/ids.ts'
import { keyedQueue } from '../core/text/keyed-queue.ts'
import { parseAnyFeed } from '../feeds/reading/parse-common-feed.ts'
import type { HubPush } from '../store/feeds/hubs.ts'
import { translateArticle } from './analysis/translate-article.ts'
import { runImportJob } from './imports/import-outlines.ts'
import { runMoveJob } from './imports/move/run-move.ts'
import type { JobRun } from './job-loop.ts'
import { digestEntry } from './pages/ingest-entry.ts'
import { keepWantedPage } from './pages/keep-page.ts'
import { settleEntry } from './pages/settle-entry.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { boundFeed } from './polls/bound-feed.ts'
import { maintainHub } from './polls/maintain-hub.ts'
import { entriesOf } from './polls/poll-feed.ts'
import { tracedArticle } from './polls/trace-poll.ts'
import type { ClusterLane } from './stories/cluster-lane.ts'
import { refreshStory } from './stories/refresh-story.ts'
import { tidy } from './tidy.ts'

const LEASE_MS = 3 * 60_000
/** A model may take minutes for each of several texts. */
const WRITING_LEASE_MS = 15 * 60_000
/** A long article, a few sentences at a time, on a slow machine. */
const TRANSLATING_MS = 20 * 60_000

/** How the jobs of each kind are run: how many at once, and how long the lease is. */
export function jobRuns(context: PipelineContext, lane: ClusterLane, signal: AbortSignal) {
  const { alerts, sending, writing, ownerHttp } = context
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
  const inTurn = keyedQueue()
  /** Its lease begins with its turn, so waiting does not count. If it expired meanwhile, another process refreshes the story. */
  const refresh: JobRun = {
    kind: 'refresh-story',
    // When two large ones are due, one runs and one waits, and small ones need not wait.
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
    keep: {
      kind: 'keep-page',
      width: 2,
      leaseMs: LEASE_MS,
      run: (job) => keepWantedPage(context, job),
    } satisfies JobRun,
    hubs: runOf('keep-hub', 4, (key) => maintainHub(context, key)),
    pushes: runOf('take-push', 1, (key) => storePush(context, key)),
    import: runOf('import-opml', 1, (key) => runImportJob(context, key, signal)),
    move: runOf('move', 1, (key) => ownerHttp && runMoveJob({ ...context, ownerHttp }, key, signal)),
    ingest,
    refresh,
    embargo: runOf('end-embargo', 1, (key) => endEmbargo(context, lane, key)),
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

/**
 * Makes what was under embargo ordinary, or waits for a later moment that was set meanwhile. What is ordinary since then is compared with
 * the articles that came before. Safe to repeat.
 */
async function endEmbargo({ store, now, log }: PipelineContext, lane: ClusterLane, key: string): Promise<void> {
  const ended = await store.embargoes.endIfDue(key as FeedId, now().toISOString())
  if (ended) log('embargo-ended', { feed: key })
  for (const id of await store.embargoes.endedIn(key as FeedId)) await lane.compareAgain(id)
}

type PushContext = Pick<PipelineContext, 'store' | 'now' | 'log' | 'feedReader'>

/**
 * Stores what a hub sent for one feed, in the order of arrival: entries of that feed, and nothing else of the document. When it isn't a
 * feed, or cannot be read in time, the feed is polled instead. Safe to repeat.
 */
export async function storePush(context: PushContext, id: string) {
  const { store, now, log } = context
  const known = await store.hubs.find(id)
  if (!known) return
  const { feedId, readAtUrl } = known
  for (let push = await store.hubs.nextPush(id); push; push = await store.hubs.nextPush(id)) {
    const { id: pushId, at } = push
    const parsed = await readPush(context, push, readAtUrl)
    if (parsed.kind !== 'feed') {
      const what = parsed.kind === 'trouble' ? parsed.reason : parsed.what
      log('push-unreadable', { feed: feedId ?? '', what })
      await store.hubs.pollInstead(id, now().toISOString())
    } else if (feedId !== undefined)
      await store.feeds.savePolls([
        { feedId, at, result: { kind: 'pushed', entries: entriesOf(boundFeed(parsed.feed)) } },
      ])
    await store.hubs.removePush(pushId)
  }
}

/** The author of a feed chooses the hub, so a long document is read in the thread for feeds, like any other. */
async function readPush({ feedReader }: PushContext, { contentType, body }: HubPush, url: string) {
  const from = { contentType, url }
  return (await feedReader?.read(body, from)) ?? (await parseAnyFeed(body, from))
}
