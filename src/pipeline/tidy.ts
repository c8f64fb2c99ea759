import { keepDays } from './keep-days.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pruneAlerts } from './prune-alerts.ts'
import { pruneReports } from './prune-reports.ts'
import type { ClusterLane } from './stories/cluster-lane.ts'

/** How often all stories are repaired: articles that arrived apart but belong together, and the reverse. */
export const TIDY_EVERY_MS = 15 * 60_000

const DAY_MS = 86_400_000
/** How long a model's text is kept; a story that is opened again is written about again. */
const WRITTEN_DAYS = 60

/** Repairs the stories of the window, and retries jobs that were given up hours ago. Queued by the scheduler; safe to repeat. */
export async function tidy(context: PipelineContext, lane: ClusterLane): Promise<void> {
  const moved = await lane.repair()
  if (moved > 0) context.log('stories-repaired', { moved })
  const before = new Date(context.now().getTime() - WRITTEN_DAYS * DAY_MS).toISOString()
  const pruned = await context.store.writtenTexts.prune(before)
  if (pruned > 0) context.log('written-texts-pruned', { pruned })
  const again = await context.store.jobs.retryLater(context.now().toISOString())
  if (again > 0) context.log('jobs-tried-again', { count: again })
  await pruneReports(context)
  await pruneAlerts(context)
  await keepDays(context)
}
