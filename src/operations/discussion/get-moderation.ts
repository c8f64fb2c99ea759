import { z } from 'zod'
import type { ModerationEntry } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { cursor, keyOf, titlesOf } from './discussion-access.ts'
import type { LogEntryView, LogView, QueueView } from './discussion-views.ts'
import { listWithTitles } from './view-comments.ts'

const PAGE = 20
const LOG_PAGE = 50

export const getModerationQueue = defineOperation({
  name: 'get_moderation_queue',
  minRole: 'moderator',
  summary: 'Comments waiting for a moderator, oldest first, with the reports about each',
  input: z.strictObject({ cursor }),
  async run(context, { cursor: after }): Promise<QueueView | undefined> {
    const { store } = context
    if (!(await store.comments.isOn())) return undefined
    const page = await store.moderation.queue(PAGE, after)
    const rows = page.rows.map(({ comment }) => comment)
    const { comments } = await listWithTitles(context, { rows })
    const blocked = new Set<string>()
    for (const id of new Set(rows.map(({ readerId }) => readerId)))
      if (await store.moderation.blockOf(id)) blocked.add(id)
    const queued = comments.map((comment) => {
      const { comment: kept, queuedAt, reports } = page.rows.find(({ comment: { id } }) => id === comment.id)!
      const { appeal, readerId } = kept
      return {
        comment,
        queuedAt,
        reports,
        ...defined({ appeal: appeal || undefined }),
        isAuthorBlocked: blocked.has(readerId),
      }
    })
    return { comments: queued, ...defined({ next: page.next }) }
  },
})

export const getModerationLog = defineOperation({
  name: 'get_moderation_log',
  minRole: 'guest',
  summary: 'The moderation log: who decided what and why, newest first; without the texts',
  input: z.strictObject({ cursor }),
  async run(context, { cursor: after }): Promise<LogView | undefined> {
    const { store } = context
    if (!(await store.comments.isOn())) return undefined
    const { rows, next } = await store.moderation.log(LOG_PAGE, after)
    return { entries: await viewEntries(context, rows), ...defined({ next }) }
  },
})

/** Lines of the log with names. */
export async function viewEntries(
  { store }: Pick<OperationContext, 'store'>,
  entries: readonly ModerationEntry[],
): Promise<readonly LogEntryView[]> {
  const [names, titles] = await Promise.all([
    store.comments.namesOf(entries.map(({ readerId }) => readerId).filter((id) => id !== '')),
    titlesOf(
      { store },
      entries.flatMap(({ on }) => (on ? [on] : [])),
    ),
  ])
  return entries.map(({ id, kind, by, readerId, commentId, on, reason, at }) => {
    const named = on && titles.get(keyOf(on))
    const name = names.get(readerId)
    return {
      id,
      kind,
      by,
      ...defined({ name, commentId, on: named }),
      reason,
      at,
    }
  })
}
