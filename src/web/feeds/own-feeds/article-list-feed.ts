import { defined } from '../../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../../core/feed/published-feed.ts'
import { listEntries } from '../../../operations/articles/list-entries.ts'
import { getSource } from '../../../operations/feeds/get-source.ts'
import type { ListedEntry } from '../../../operations/views.ts'
import { foreign, html, joined, raw } from '../../layout/html.ts'
import { articleListPath, articlePath, entryPath, isWebUrl, outLink, sourcePath } from '../../layout/links.ts'
import { type FeedContext, feedIdOf, feedOf, nonEmptyTitle } from './feed-context.ts'

/** Entries of all the reader's feeds, of a folder, or those starred, each with its own text. */
export async function articleListFeed(
  making: FeedContext,
  scope: { readonly folder?: string; readonly isStarred?: true },
): Promise<PublishedFeed | undefined> {
  const { run, reader, most } = making
  const { folder, isStarred } = scope
  const show = isStarred ? 'starred' : 'all'
  const view = await run(listEntries, {
    ...defined({ folder, limit: most }),
    show,
    order: 'newest',
    hasText: true,
  })
  if (!view || (folder !== undefined && !view.folders.some(({ name }) => name === folder))) return undefined
  const { kinds } = reader.words.feedsOut
  const kind = isStarred ? 'starred' : folder === undefined ? 'feeds' : 'folder'
  const told = {
    id: await feedIdOf(making, ...(folder === undefined ? [kind] : [kind, folder])),
    title: folder ?? kinds[isStarred ? 'starred' : 'feeds'],
    path: articleListPath({ ...defined({ folder }), show }),
  }
  const entries = await Promise.all(view.entries.map((entry) => articleEntry(entry, making, view.texts?.[entry.id])))
  return feedOf(making, told, entries)
}

/** The newest entries of one outlet, each with its first words. */
export async function sourceFeed(making: FeedContext, id: string): Promise<PublishedFeed | undefined> {
  const view = await making.run(getSource, { id })
  if (!view) return undefined
  const told = {
    id: await feedIdOf(making, 'source', view.id),
    title: view.name,
    path: sourcePath(view.id),
  }
  const entries = await Promise.all(
    view.entries.map((entry) => articleEntry({ ...entry, feedTitle: view.name }, making)),
  )
  return feedOf(making, told, entries)
}

/** One entry. Its id stays once its article was fetched; `text` is sanitized HTML. */
async function articleEntry(entry: ListedEntry, making: FeedContext, text?: string): Promise<PublishedEntry> {
  const { base, reader } = making
  const { id, articleId, title, feedTitle, url, publishedAt, excerpt, storyId } = entry
  const path = articleId ? articlePath(articleId) : entryPath(id)
  const links = joined(
    [
      outLink(url, foreign(feedTitle)),
      storyId &&
        html`<a href="${base}/stories/${encodeURIComponent(storyId)}">${reader.words.ownBrief.labels.story}</a>`,
    ],
    ' · ',
  )
  return {
    id: await feedIdOf(making, 'entry', id),
    title: nonEmptyTitle(title),
    url: `${base}${path}`,
    ...defined({ original: isWebUrl(url) ? url : undefined }),
    updated: publishedAt,
    author: nonEmptyTitle(feedTitle),
    summary: excerpt,
    content: String(html`${text ? raw(text) : html`<p>${excerpt}</p>`}<p>${links}</p>`),
  }
}
