import { setTimeout as sleep } from 'node:timers/promises'
import type { RemovedCounts } from '../store/articles/retention.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** Pause between two batches, so that other writes can run. */
const PAUSE_MS = 5
/** Maximum duration of one pass; the next one continues. */
const PASS_MS = 20_000
const CONTINUE_MS = 60_000

type KeepContext = Pick<PipelineContext, 'store' | 'now' | 'limits' | 'log'>

/**
 * Slims articles that no new one can join in a story, and deletes what is older than the server keeps: in batches, for some seconds at
 * most, continuing where the last pass ended. Queues the next pass. Safe to repeat and to end anywhere.
 */
export async function keepDays(context: KeepContext): Promise<void> {
  const { store, now, limits } = context
  const startedAt = performance.now()
  const hasTime = () => performance.now() - startedAt < PASS_MS
  const quietDays = daysUntilQuiet(limits.storyDays)
  const at = now().toISOString()
  let isDone = false
  while (!isDone && hasTime()) {
    isDone = (await store.retention.shrink(daysBefore(now(), quietDays), at)) === 0
    await sleep(PAUSE_MS)
  }
  // What is deleted was slimmed before, which removed its fingerprints and vectors.
  if (isDone && limits.keepDays !== undefined)
    isDone = await removeAged(context, daysBefore(now(), daysKept(limits.keepDays, limits.storyDays)), hasTime)
  // Otherwise nothing is pending, and the next article queues the next pass.
  if (isDone && limits.keepDays === undefined) return
  const runAt = new Date(now().getTime() + (isDone ? DAY_MS : CONTINUE_MS)).toISOString()
  await store.jobs.enqueue([{ kind: 'tidy', key: isDone ? 'keep' : 'keep-on', runAt }])
}

/** The window of stories reaches back twice their days; one more day keeps its edge untouched. */
function daysUntilQuiet(storyDays: number): number {
  return 2 * storyDays + 1
}

/** How many days are kept for a requested number: never fewer than a story may need. */
export function daysKept(keepDays: number, storyDays: number): number {
  return Math.max(keepDays, daysUntilQuiet(storyDays) + 1)
}

async function removeAged({ store, now, log }: KeepContext, before: string, hasTime: () => boolean): Promise<boolean> {
  const walk = await store.retention.walk(before)
  let all: RemovedCounts = { entries: 0, articles: 0, stories: 0 }
  let isDone = false
  while (!isDone && hasTime()) {
    const gone = await walk.next(now().toISOString())
    isDone = gone === undefined
    if (gone)
      all = {
        entries: all.entries + gone.entries,
        articles: all.articles + gone.articles,
        stories: all.stories + gone.stories,
      }
    await sleep(PAUSE_MS)
  }
  if (all.entries + all.articles > 0) log('aged-removed', { ...all, before, isDone })
  return isDone
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString()
}
