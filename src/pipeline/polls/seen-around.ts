import { type SeenBlock, siteHost } from '../../core/feed/site-block.ts'
import { fewestPages } from '../../extract/surplus/furniture.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** What is known of the site of a page, so that what stands on all of its pages is not taken for text. */
export async function seenAround(
  { store }: Pick<PipelineContext, 'store'>,
  page: { readonly url: string },
): Promise<{ readonly seen?: readonly SeenBlock[] }> {
  const host = siteHost(page.url)
  return host === undefined ? {} : { seen: await store.siteLayouts.seenOn(host, fewestPages) }
}
