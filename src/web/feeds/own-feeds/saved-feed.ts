import { defined } from '../../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../../core/feed/published-feed.ts'
import type { SavedItem } from '../../../operations/library/library-views.ts'
import { listSaved } from '../../../operations/library/list-saved.ts'
import { searchFeed as searchFeedOperation } from '../../../operations/search/saved-searches.ts'
import { foreign, html, joined } from '../../layout/html.ts'
import { articlePath, entryPath, isWebUrl, outLink, queryOf, storyPath } from '../../layout/links.ts'
import {
  entryLanguage,
  type FeedContext,
  feedIdOf,
  feedOf,
  nonEmptyTitle,
  publishedAndUpdated,
} from './feed-context.ts'

const paths = { story: storyPath, article: articlePath, entry: entryPath } as const

/** What is saved or starred, latest first; deleted articles are left out. */
export async function savedFeed(making: FeedContext): Promise<PublishedFeed | undefined> {
  const { run, reader } = making
  const view = await run(listSaved, {})
  if (!view) return undefined
  const told = {
    id: await feedIdOf(making, 'saved'),
    title: reader.words.frame.saved,
    path: '/library',
  }
  const items = view.items.filter(({ isGone }) => !isGone)
  return feedOf(making, told, await Promise.all(items.map((item) => savedEntry(item, making))))
}

async function savedEntry(item: SavedItem, making: FeedContext): Promise<PublishedEntry> {
  const { kind, target, title, at, publishedAt, sourceName, url, articleCount, language, tags = [] } = item
  const { words } = making.reader
  const facts = joined(
    [
      words.mine.kinds[kind],
      sourceName && outLink(url, foreign(sourceName)),
      articleCount !== undefined && words.articles(articleCount),
      ...tags.map((tag) => foreign(tag)),
    ],
    ' · ',
  )
  const plain = [words.mine.kinds[kind], sourceName, articleCount !== undefined && words.articles(articleCount)]
  return {
    id: await feedIdOf(making, kind, target),
    title: nonEmptyTitle(title),
    url: `${making.base}${paths[kind](target)}`,
    ...defined({ original: isWebUrl(url) ? url : undefined }),
    ...(publishedAt === undefined ? { updated: at } : publishedAndUpdated(publishedAt, at)),
    ...defined({ author: sourceName ? nonEmptyTitle(sourceName) : undefined }),
    ...entryLanguage(language),
    summary: plain.filter(Boolean).join(' · '),
    content: String(html`<p>${facts}</p>`),
  }
}

/** The newest articles that match a saved search. */
export async function searchFeed(making: FeedContext, id: string): Promise<PublishedFeed | undefined> {
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
