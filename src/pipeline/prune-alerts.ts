import { alertDays } from '../core/alert.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** Alerts kept per reader regardless of age, whatever the clock says. */
const KEPT = 1_000

/** Deletes alerts that nobody looks for any longer, and their delivery records. Safe to repeat. */
export async function pruneAlerts({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  // A day longer than any alert can be raised, so that a deleted one is never raised again.
  const before = new Date(now().getTime() - (alertDays + 1) * DAY_MS).toISOString()
  const pruned = await store.alerts.prune({ before, kept: KEPT })
  if (pruned > 0) log('alerts-pruned', { pruned })
}
