import { z } from 'zod'
import { entryId, feedId } from './input.ts'
import { defineOperation } from './operation.ts'

export const markRead = defineOperation({
  name: 'mark_read',
  summary: 'Marks entries as read or unread',
  input: z.object({ entryIds: z.array(entryId).min(1).max(10_000), isRead: z.boolean() }),
  run: ({ store, now }, { entryIds, isRead }) => store.entries.setRead(entryIds, isRead, now().toISOString()),
})

export const star = defineOperation({
  name: 'star',
  summary: 'Stars an entry, or takes the star away',
  input: z.object({ entryId, isStarred: z.boolean() }),
  run: ({ store, now }, { entryId, isStarred }) => store.entries.setStarred(entryId, isStarred, now().toISOString()),
})

export const markAllRead = defineOperation({
  name: 'mark_all_read',
  summary: 'Marks everything as read: all feeds, a folder, or one feed',
  input: z.object({ feedId: feedId.optional(), folder: z.string().max(200).optional() }),
  run: ({ store, now }, { feedId, folder }) =>
    store.entries.markAllRead(
      { ...(feedId === undefined ? {} : { feedId }), ...(folder === undefined ? {} : { folder }) },
      now().toISOString(),
    ),
})
