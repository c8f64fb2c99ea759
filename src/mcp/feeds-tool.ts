import { z } from 'zod'
import { withParents } from '../core/feed/parent-folders.ts'
import { listFeeds } from '../operations/articles/list-entries.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { FeedHealth } from '../operations/views.ts'
import { outside, outsideAll } from './outside.ts'
import { limitOf, pageNumber, pageOf } from './paging.ts'
import { defineTool, readingOwn, toolResultOf } from './tool.ts'

export const feedsTool = defineTool({
  name: 'feeds',
  title: 'Feeds',
  description:
    'The feeds that the reader subscribes to, with their folders and how many articles are unread. Their ids are for the tools unread and unsubscribe.',
  input: z.object({
    query: z.string().max(200).optional().describe('Part of a title'),
    folder: z.string().max(200).optional().describe('With the folders in it'),
    isUnreadOnly: z.boolean().optional(),
    isFailingOnly: z.boolean().optional().describe('Those that could not be loaded'),
    limit: limitOf(30, 200),
    page: pageNumber,
  }),
  run: async ({ context }, { query, folder, isUnreadOnly, isFailingOnly, limit, page }) =>
    toolResultOf(await runForProgram(readingOwn(context), listFeeds, {}), 'There are no feeds.', (view) => {
      const wanted = query?.trim().toLowerCase() ?? ''
      const found = view.folders
        .flatMap(({ feeds }) => feeds)
        .filter(
          (feed) =>
            feed.title.toLowerCase().includes(wanted) &&
            (folder === undefined || withParents(foldersOf(feed)).has(folder)) &&
            (!isUnreadOnly || feed.unreadCount > 0) &&
            (!isFailingOnly || isFailing(feed)),
        )
      const { shown, ...pages } = pageOf(found, { page, limit })
      return {
        feedCount: found.length,
        unreadCount: found.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
        ...pages,
        feeds: shown.map((feed) => ({
          feedId: feed.id,
          title: outside(feed.title),
          ...outsideAll('folders', foldersOf(feed)),
          unreadCount: feed.unreadCount,
          ...(isFailing(feed) && { isFailing: true }),
          ...(feed.isParked && { isParked: true }),
        })),
      }
    }),
})

/** None for a feed in no folder. */
function foldersOf({ folder, folders }: FeedHealth): readonly string[] {
  return (folders ?? [folder]).filter((name) => name !== '')
}

function isFailing({ isStopped, lastError }: FeedHealth): boolean {
  return isStopped || lastError !== undefined
}
