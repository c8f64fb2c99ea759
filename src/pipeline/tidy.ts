import { alertDays } from '../core/alert.ts'
import { maxBlocksPerSite } from '../core/feed/site-block.ts'
import { keepDays } from './keep-days.ts'
import type { PipelineContext } from './pipeline-context.ts'
import type { ClusterLane } from './stories/cluster-lane.ts'

/** How often all stories are repaired: articles that arrived apart but belong together, and the reverse. */
export const TIDY_EVERY_MS = 15 * 60_000

const DAY_MS = 86_400_000
/** How long a model's text is kept; a story that is opened again is written about again. */
const WRITTEN_DAYS = 60

/** Repairs the stories of the window, retries jobs that were given up hours ago, and deletes what nobody needs. Queued by the scheduler; safe to repeat. */
export async function tidy(context: PipelineContext, lane: ClusterLane): Promise<void> {
  const moved = await lane.repair()
  if (moved > 0) context.log('stories-repaired', { moved })
  const before = new Date(context.now().getTime() - WRITTEN_DAYS * DAY_MS).toISOString()
  const pruned = await context.store.writtenTexts.prune(before)
  if (pruned > 0) context.log('written-texts-pruned', { pruned })
  const again = await context.store.jobs.retryLater(context.now().toISOString())
  if (again > 0) context.log('jobs-tried-again', { count: again })
  await context.store.embargoes.enqueueDue(context.now().toISOString())
  await pruneReports(context)
  await pruneAlerts(context)
  await forgetUnsubscribed(context)
  await keepDays(context)
  await context.store.instance.countAgain()
}

/** Deletes feeds that were unsubscribed from a day ago: taking it back is no longer offered. Safe to repeat. */
async function forgetUnsubscribed({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  const count = await store.feeds.forgetUnsubscribed(new Date(now().getTime() - DAY_MS).toISOString())
  if (count > 0) log('unsubscribed-forgotten', { count })
}

/** How long the record of a text's extraction is kept; where the page is stored, it can be made again. */
const ACCOUNT_DAYS = 90
/** Furniture that no page had for this long is no longer on the site. */
const LAYOUT_DAYS = 45
/** How long the page of a closed report stays, so that a rule can be tried on it. */
const PAGE_DAYS = 90

/** Deletes what reports of texts no longer need. Safe to repeat. */
async function pruneReports({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
  const accounts = await store.textAccounts.prune(before(ACCOUNT_DAYS))
  const blocks = await store.siteLayouts.prune(before(LAYOUT_DAYS), maxBlocksPerSite)
  const pages = await store.problemReports.prunePages(before(PAGE_DAYS))
  if (accounts + blocks + pages > 0) log('text-reports-pruned', { accounts, blocks, pages })
}

/** Alerts kept per reader regardless of age, whatever the clock says. */
const KEPT_ALERTS = 1_000

/** Deletes alerts that nobody looks for any longer, and their delivery records. Safe to repeat. */
export async function pruneAlerts({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  // A day longer than any alert can be raised, so that a deleted one is never raised again.
  const before = new Date(now().getTime() - (alertDays + 1) * DAY_MS).toISOString()
  const pruned = await store.alerts.prune({ before, kept: KEPT_ALERTS })
  if (pruned > 0) log('alerts-pruned', { pruned })
  const watched = await store.watches.prune(before)
  if (watched > 0) log('watches-pruned', { pruned: watched })
}
