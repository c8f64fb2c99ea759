import { alertDays } from '../core/alert.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** So many of each reader stay however old they are, by whatever clock. */
const KEPT = 1_000

/** Lets go of alerts that nobody looks for any more, and of how they went out. Safe to repeat. */
export async function pruneAlerts({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  // A day more than anything is told for: what went is not told again.
  const before = new Date(now().getTime() - (alertDays + 1) * DAY_MS).toISOString()
  const pruned = await store.alerts.prune({ before, kept: KEPT })
  if (pruned > 0) log('alerts-pruned', { pruned })
}
