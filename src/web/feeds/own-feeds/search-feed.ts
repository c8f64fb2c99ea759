import type { OwnFeed } from '../../../core/feed/own-feed.ts'
import { searchFeed as searchFeedOperation } from '../../../operations/search/saved-searches.ts'
import { html } from '../../layout/html.ts'
import { articlePath, entryPath, queryOf } from '../../layout/links.ts'
import { type FeedContext, feedIdOf, feedOf, nonEmptyTitle } from './feed-context.ts'

/** The newest articles that match a saved search. */
export async function searchFeed(making: FeedContext, id: string): Promise<OwnFeed | undefined> {
  const { run, base } = making
  const found = await run(searchFeedOperation, { id })
  if (!found) return undefined
  const { search, hits } = found
  const told = {
    id: `urn:uuid:${search.id}`,
    title: search.name,
    description: search.query,
    path: `/search${queryOf({ q: search.query })}`,
  }
  const entries = await Promise.all(
    hits.map(async (hit) => ({
      id: await feedIdOf(making, 'entry', hit.entryId),
      title: nonEmptyTitle(hit.title),
      url: `${base}${hit.articleId ? articlePath(hit.articleId) : entryPath(hit.entryId)}`,
      updated: hit.publishedAt,
      author: nonEmptyTitle(hit.sourceName),
      summary: hit.snippet,
      content: String(html`<p>${hit.snippet}</p>`),
    })),
  )
  const feed = await feedOf(making, told, entries)
  return entries.length === 0 ? { ...feed, updated: search.at } : feed
}
