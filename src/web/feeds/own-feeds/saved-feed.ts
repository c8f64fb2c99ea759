import { defined } from '../../../core/defined.ts'
import type { OwnFeed, OwnFeedEntry } from '../../../core/feed/own-feed.ts'
import { listSaved } from '../../../operations/library/list-saved.ts'
import type { SavedItem } from '../../../operations/library/mine-views.ts'
import { html, joined } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { articlePath, entryPath, isWebUrl, outLink, storyPath } from '../../layout/links.ts'
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
export async function savedFeed(making: FeedContext): Promise<OwnFeed | undefined> {
  const { run, reader } = making
  const view = await run(listSaved, {})
  if (!view) return undefined
  const told = {
    id: await feedIdOf(making, 'saved'),
    title: reader.words.feedsOut.kinds.saved,
    description: reader.words.feedsOut.ofSaved,
    path: '/saved',
  }
  const items = view.items.filter(({ isGone }) => !isGone)
  return feedOf(making, told, await Promise.all(items.map((item) => savedEntry(item, making))))
}

async function savedEntry(item: SavedItem, making: FeedContext): Promise<OwnFeedEntry> {
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
