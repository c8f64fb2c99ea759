import { setTimeout as sleep } from 'node:timers/promises'
import type { RemovedCounts } from '../store/articles/retention.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** Two batches do not follow at once: other writes have their turn between them. */
const PAUSE_MS = 5
/** So long one pass works at most; what is left goes with the next. */
const PASS_MS = 20_000
const GO_ON_MS = 60_000

type KeepContext = Pick<PipelineContext, 'store' | 'now' | 'limits' | 'log'>

/**
 * Makes articles small that no new one can join a story with any more, and removes what is older than the house keeps: in
 * batches, for some seconds at most, going on where the last pass ended. Asks for the next pass. Safe to repeat and to end anywhere.
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
  // What goes has been slimmed before: that is where its fingerprints and vectors went.
  if (isDone && limits.keepDays !== undefined)
    isDone = await removeAged(context, daysBefore(now(), daysKept(limits.keepDays, limits.storyDays)), hasTime)
  // Without anything to wait for, the next article asks for the next pass.
  if (isDone && limits.keepDays === undefined) return
  const runAt = new Date(now().getTime() + (isDone ? DAY_MS : GO_ON_MS)).toISOString()
  await store.jobs.enqueue([{ kind: 'tidy', key: isDone ? 'keep' : 'keep-on', runAt }])
}

/** The window of stories reaches back twice their days; a day more, so that none of its edge is touched. */
function daysUntilQuiet(storyDays: number): number {
  return 2 * storyDays + 1
}

/** How many days are kept where so many are asked for: never fewer than a story may need. */
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
