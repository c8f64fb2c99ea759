import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { entryId, feedId, folderScope, moment } from '../input.ts'
import { sendSaved } from '../notify/send-marked.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

export const markRead = defineOperation({
  name: 'mark_read',
  minRole: 'reader',
  summary: 'Marks entries as read or unread; returns those that changed',
  input: z.strictObject({ entryIds: z.array(entryId).min(1).max(10_000), isRead: z.boolean() }),
  /** Returns those that changed, for undoing it. */
  async run({ store, now, reader }, { entryIds, isRead }): Promise<readonly EntryId[]> {
    const changed = await store.entries.setRead(reader.id, entryIds, isRead, now().toISOString())
    await store.rules.leaveReading(reader.id, entryIds)
    return changed
  },
})

export const star = defineOperation({
  name: 'star',
  minRole: 'reader',
  summary: 'Stars an entry, or removes the star; a starred one is also sent where starred ones go',
  input: z.strictObject({ entryId, isStarred: z.boolean() }),
  run: (context, { entryId, isStarred }): Promise<void> => setStars(context, [entryId], isStarred),
})

export const starEntries = defineOperation({
  name: 'star_entries',
  minRole: 'reader',
  summary: 'Stars many entries at once, or removes their stars; starred ones are also sent where those go',
  input: z.strictObject({ entryIds: z.array(entryId).min(1).max(10_000), isStarred: z.boolean() }),
  run: (context, { entryIds, isStarred }): Promise<void> => setStars(context, entryIds, isStarred),
})

/** Newly starred entries are sent to the reader's services in the given order; of two concurrent requests, only the first sends. */
async function setStars(context: OperationContext, ids: readonly EntryId[], isStarred: boolean): Promise<void> {
  const { store, now, reader } = context
  const changed = new Set(await store.entries.setAllStarred(reader.id, ids, isStarred, now().toISOString()))
  if (!isStarred || changed.size === 0) return
  const fresh = [...new Set(ids)].filter((id) => changed.has(id))
  await sendSaved(
    context,
    fresh.map((entry) => ({ entry })),
  )
}

export const markAllRead = defineOperation({
  name: 'mark_all_read',
  minRole: 'reader',
  summary: 'Marks all articles of the reader’s feeds, a folder or one feed as read',
  input: z.strictObject({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    folderScope: folderScope.optional(),
    /** Marks only what arrived by this time, so later entries stay unread. Absent or in the future: now. */
    until: moment.optional(),
    /** An id to undo this with, valid for a day. */
    undoId: z.string().min(8).max(80).optional(),
  }),
  /** Returns how many entries became read, if there is an undo id. */
  run({ store, now, reader }, { feedId, folder, folderScope, until, undoId }) {
    const at = now().toISOString()
    return store.entries.markAllRead(
      reader.id,
      defined({ feedId, folder, folderScope }),
      until !== undefined && until < at ? until : at,
      undoId,
    )
  },
})

export const markOlderRead = defineOperation({
  name: 'mark_older_read',
  minRole: 'reader',
  summary:
    'Marks articles published before a time as read, of all feeds, a folder or one feed; returns how many changed',
  input: z.strictObject({
    feedId: feedId.optional(),
    folder: z.string().max(200).optional(),
    folderScope: folderScope.optional(),
    before: moment,
    /** An id to undo this with (`undo_mark_all_read`), valid for a day. */
    undoId: z.string().min(8).max(80),
  }),
  run({ store, now, reader }, { feedId, folder, folderScope, before, undoId }): Promise<number> {
    const given = { before, at: now().toISOString(), id: undoId }
    return store.entries.markOlderRead(reader.id, defined({ feedId, folder, folderScope }), given)
  },
})

export const undoMarkAllRead = defineOperation({
  name: 'undo_mark_all_read',
  minRole: 'reader',
  summary: 'Undoes marking everything as read; later articles stay as they are',
  input: z.strictObject({ undoId: z.string().min(8).max(80) }),
  run: async ({ store, now, reader }, { undoId }) =>
    store.entries.undoMarkAllRead(reader.id, undoId, now().toISOString()),
})
