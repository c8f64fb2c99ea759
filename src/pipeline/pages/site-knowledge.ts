import { defined } from '../../core/defined.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import { type FeedTeaser, type SeenBlock, siteHost } from '../../core/feed/site-block.ts'
import { minPages } from '../../extract/surplus/furniture.ts'
import type { EntryRow } from '../../store/articles/entries.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { fetchPage } from './fetch-page.ts'
import type { FetchedPage } from './read-page.ts'

/** Pages of one article, including the first; longer ones are cut here. */
const MAX_PAGES = 10

/** What its site's rule adds to a page: the rule itself, and the other pages of the article, where the rule finds them. */
export async function ruledParts(
  context: PipelineContext,
  page: FetchedPage,
): Promise<{ readonly rule?: ArticleRule; readonly morePages?: readonly FetchedPage[] }> {
  const rule = (await context.rules?.ruleFor(page.url))?.article
  if (rule === undefined) return {}
  const pages: FetchedPage[] = [page]
  const seen = new Set([page.url])
  while (rule.next !== undefined && pages.length < MAX_PAGES) {
    const asked = await context.pool.page({ of: 'next-page', page: pages.at(-1)!, selector: rule.next })
    const next = asked.kind === 'done' && asked.reading.of === 'next-page' ? asked.reading.url : undefined
    if (next === undefined || seen.has(next)) break
    seen.add(next)
    const fetched = await fetchPage(context, next)
    if (fetched.kind !== 'page' || seen.has(fetched.url === next ? '' : fetched.url)) break
    pages.push({ body: fetched.body, contentType: fetched.contentType, url: fetched.url })
  }
  return { rule, ...defined({ morePages: pages.length > 1 ? pages.slice(1) : undefined }) }
}

/** So many of the newest entries of a feed are looked for in its pages. */
const MAX_TEASERS = 60

/** What we know of a page's site, so that blocks on all of its pages, and teasers of its feed's other entries, don't count as text. */
export async function seenOnSite(
  { store }: Pick<PipelineContext, 'store'>,
  page: { readonly url: string },
  entry?: Pick<EntryRow, 'feedId' | 'url'>,
): Promise<{ readonly seen?: readonly SeenBlock[]; readonly teasers?: readonly FeedTeaser[] }> {
  const host = siteHost(page.url)
  if (host === undefined) return {}
  const [seen, teasers] = await Promise.all([
    store.siteLayouts.seenOn(host, minPages),
    entry && store.siteLayouts.teasersOf(entry.feedId, entry.url, MAX_TEASERS),
  ])
  return { seen, ...defined({ teasers }) }
}
