import { keepDays } from './keep-days.ts'
import type { PipelineContext } from './pipeline-context.ts'
import { pruneAlerts } from './prune-alerts.ts'
import { pruneReports } from './prune-reports.ts'
import type { ClusterLane } from './stories/cluster-lane.ts'

/** How often stories are looked over as a whole: what arrived apart and belongs together, and the other way round. */
export const TIDY_EVERY_MS = 15 * 60_000

const DAY_MS = 86_400_000
/** What a model wrote is kept this long; a story that is looked at again is written of again. */
const WRITTEN_DAYS = 60

/** Repairs the stories of the window, and tries again what was given up hours ago. Enqueued by the scheduler; safe to repeat. */
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
