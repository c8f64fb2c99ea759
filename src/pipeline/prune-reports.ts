import { mostBlocksOfSite } from '../core/feed/site-block.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** How long the record of a text's extraction is kept; where the page is stored, it can be made again. */
const ACCOUNT_DAYS = 90
/** Furniture that no page had for this long is no longer on the site. */
const LAYOUT_DAYS = 45
/** How long the page of a closed report stays, so that a rule can be tried on it. */
const PAGE_DAYS = 90

/** Deletes what reports of texts no longer need. Safe to repeat. */
export async function pruneReports({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
  const accounts = await store.accountsOfTexts.prune(before(ACCOUNT_DAYS))
  const blocks = await store.siteLayouts.prune(before(LAYOUT_DAYS), mostBlocksOfSite)
  const pages = await store.toldPages.prunePages(before(PAGE_DAYS))
  if (accounts + blocks + pages > 0) log('text-reports-pruned', { accounts, blocks, pages })
}
