import { z } from 'zod'
import { defined } from '../core/defined.ts'
import type { ArticleListView } from '../operations/articles/article-list-views.ts'
import { listEntries } from '../operations/articles/list-entries.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { ListedEntry } from '../operations/views.ts'
import type { Links } from './links.ts'
import { numericId } from './numeric-id.ts'
import { outside } from './outside.ts'
import { limitOf } from './paging.ts'
import { defineTool, readingOwn, toolResultOf } from './tool.ts'

export const unreadTool = defineTool({
  name: 'unread',
  title: 'Unread articles',
  description:
    'Articles that the reader has not read, of all feeds, a folder or one feed, each with its first words; listing them does not mark them as read. For more, ask again with `cursor` set to `next`.',
  isPersonal: true,
  input: z.object({
    feedId: numericId.optional(),
    folder: z.string().max(200).optional(),
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: limitOf(10, 50),
    cursor: z.string().max(200).optional(),
  }),
  async run({ context, links }, { folder, limit, ...input }) {
    const asked = { ...input, limit, ...(folder !== undefined && { folder, folderScope: 'tree' }) }
    return toolResultOf(
      await runForProgram(readingOwn(context), listEntries, asked),
      `There is no feed ${input.feedId}.`,
      (view) => ({
        unreadCount: unreadIn(view, folder),
        hiddenByMutes: view.hidden?.total ?? 0,
        articles: view.entries.map((entry) => unreadOf(entry, links)),
        ...defined({ next: view.next }),
      }),
    )
  },
})

function unreadIn({ feed, folders, unreadCount }: ArticleListView, folder: string | undefined): number {
  if (feed) return feed.unreadCount
  return folder === undefined ? unreadCount : (folders.find(({ name }) => name === folder)?.unreadCount ?? 0)
}

function unreadOf({ id, articleId, storyId, title, feedTitle, publishedAt, excerpt, url }: ListedEntry, links: Links) {
  return {
    entryId: id,
    ...defined({ articleId, storyId }),
    title: outside(title),
    feed: outside(feedTitle),
    publishedAt,
    ...(excerpt !== '' && { excerpt: outside(excerpt) }),
    ...(articleId !== undefined ? { link: links.article(articleId) } : url && { original: outside(url) }),
  }
}
