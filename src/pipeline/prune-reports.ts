import { maxBlocksPerSite } from '../core/feed/site-block.ts'
import type { PipelineContext } from './pipeline-context.ts'

const DAY_MS = 86_400_000
/** How a text came about is told for so long; where the page is kept, it can be told again. */
const ACCOUNT_DAYS = 90
/** Furniture that no page had for so long is gone from the site. */
const LAYOUT_DAYS = 45
/** A page nobody waits for any more stays so long, so that a rule can be tried on it. */
const PAGE_DAYS = 90

/** Lets go of what reports of texts need no more. Safe to repeat. */
export async function pruneReports({ store, now, log }: Pick<PipelineContext, 'store' | 'now' | 'log'>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
  const accounts = await store.accountsOfTexts.prune(before(ACCOUNT_DAYS))
  const blocks = await store.siteLayouts.prune(before(LAYOUT_DAYS), maxBlocksPerSite)
  const pages = await store.toldPages.prunePages(before(PAGE_DAYS))
  if (accounts + blocks + pages > 0) log('text-reports-pruned', { accounts, blocks, pages })
}
