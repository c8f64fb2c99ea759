import { type SeenBlock, siteHost } from '../../core/feed/site-block.ts'
import { minPages } from '../../extract/surplus/furniture.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** What we know of a page's site, so that blocks on all of its pages don't count as text. */
export async function seenOnSite(
  { store }: Pick<PipelineContext, 'store'>,
  page: { readonly url: string },
): Promise<{ readonly seen?: readonly SeenBlock[] }> {
  const host = siteHost(page.url)
  return host === undefined ? {} : { seen: await store.siteLayouts.seenOn(host, minPages) }
}
