import type { ClusterLane } from './cluster-lane.ts'
import type { PipelineContext } from './pipeline-context.ts'

/** How often stories are looked over as a whole: what arrived apart and belongs together, and the other way round. */
export const TIDY_EVERY_MS = 15 * 60_000

/** Repairs the stories of the window. Enqueued by the scheduler; safe to repeat. */
export async function tidy(context: PipelineContext, lane: ClusterLane): Promise<void> {
  const moved = await lane.repair()
  if (moved > 0) context.log('stories-repaired', { moved })
}
