import { z } from 'zod'
import type { ArticleId, EntryId, StoryId } from '../../core/ids.ts'
import { type Preferences, readPreferences } from '../../core/preferences.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

type Context = Pick<OperationContext, 'store' | 'now' | 'reader'>

/** What a reader opens: an article, a story with its articles, or an entry without an article. */
type Opened =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'story'; readonly id: StoryId; readonly changedAt: string }
  | { readonly kind: 'entry'; readonly id: EntryId }

/** Marks what a reader opens as read, unless they mark everything by hand; writes nothing when it is already read. */
export async function markOpened(context: Context, opened: Opened): Promise<void> {
  const { store, now, reader } = context
  if (!mayActAs(reader.role, 'reader') || (await howToMark(context)) === 'hand') return
  const at = now().toISOString()
  switch (opened.kind) {
    case 'entry':
    case 'article': {
      const unread = await store.entries.listOf(reader.id, opened, false)
      if (unread.length > 0) await ignoringStoreTrouble(store.entries.setRead(reader.id, unread, true, at))
      if ((await store.rules.list(reader.id)).length === 0) return
      const read = await store.entries.listOf(reader.id, opened, true)
      await ignoringStoreTrouble(store.rules.leaveReading(reader.id, read))
      return
    }
    case 'story': {
      const { id, changedAt } = opened
      const [entries, opens] = await Promise.all([
        store.entries.listOf(reader.id, { kind: 'stories', ids: [id] }, false),
        store.visits.lastOf(reader.id, 'item', [id]),
      ])
      if (entries.length === 0 && (opens.get(id) ?? '') >= changedAt) return
      await ignoringStoreTrouble(store.entries.setStoriesRead(reader.id, { ids: [id], entries, isRead: true }, at))
    }
  }
}

export const markStoryRead = defineOperation({
  name: 'mark_story_read',
  minRole: 'reader',
  summary: 'Marks a story as read or unread, with its articles in the feeds of the reader',
  input: z.strictObject({ id: storyId, isRead: z.boolean() }),
  run: (context, { id, isRead }): Promise<void> => setStoriesRead(context, [id], isRead),
})

export const markStoriesRead = defineOperation({
  name: 'mark_stories_read',
  minRole: 'reader',
  summary: 'Marks the stories of a list as read or unread, with their articles in the feeds of the reader',
  input: z.strictObject({ storyIds: z.array(storyId).min(1).max(200), isRead: z.boolean() }),
  run: (context, { storyIds, isRead }): Promise<void> => setStoriesRead(context, storyIds, isRead),
})

async function setStoriesRead({ store, now, reader }: Context, ids: readonly StoryId[], isRead: boolean) {
  const entries = await store.entries.listOf(reader.id, { kind: 'stories', ids }, !isRead)
  await store.entries.setStoriesRead(reader.id, { ids, entries, isRead }, now().toISOString())
}

/**
 * The stories that are read: those whose articles in the reader's feeds are all read. A story with none there is read once it was
 * opened since its last change.
 */
export async function readStories(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  stories: readonly { readonly id: StoryId; readonly changedAt: string }[],
): Promise<ReadonlySet<StoryId>> {
  if (!mayActAs(reader.role, 'reader') || stories.length === 0) return new Set()
  const ids = [...new Set(stories.map(({ id }) => id))]
  const [readings, opens] = await Promise.all([
    store.entries.storyReadings(reader.id, ids),
    store.visits.lastOf(reader.id, 'item', ids),
  ])
  const isRead = ({ id, changedAt }: (typeof stories)[number]) => {
    const reading = readings.get(id)
    return reading ? reading.unread === 0 : (opens.get(id) ?? '') >= changedAt
  }
  return new Set(stories.filter(isRead).map(({ id }) => id))
}

async function howToMark({ store, reader }: Pick<Context, 'store' | 'reader'>): Promise<Preferences['markRead']> {
  return readPreferences(await store.preferences.all(reader.id)).markRead
}
