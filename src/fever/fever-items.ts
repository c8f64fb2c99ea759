import { defined } from '../core/defined.ts'
import type { EntryId } from '../core/ids.ts'
import { markupForApps } from '../operations/articles/app-pictures.ts'
import { type DeliveredEntry, getEntries } from '../operations/articles/get-entries.ts'
import { pickEntries } from '../operations/articles/pick-entries.ts'
import type { OperationContext } from '../operations/operation.ts'
import { runForProgram } from '../operations/run-for-program.ts'
import type { Arguments } from './fever-request.ts'
import { numbersIn, seconds, viewOf } from './fever-values.ts'

/** Items in one response, as the protocol says. */
const pageSize = 50
/** Most ids sent: the newest, since apps treat missing ids as read. */
const maxIds = 200_000

/** `items`: after one, before one, or by id; without any of these, from the first. */
export async function items(context: OperationContext, given: Arguments, baseUrl: string) {
  const picked = viewOf(await runForProgram(context, pickEntries, { ...asked(given), limit: pageSize }))
  const [entries, markup] = await Promise.all([
    runForProgram(context, getEntries, { ids: picked?.ids ?? [] }),
    markupForApps(context, baseUrl),
  ])
  return (viewOf(entries) ?? []).map((entry) => item(entry, markup, baseUrl))
}

function asked(given: Arguments): object {
  const withIds = given.get('with_ids')
  if (withIds !== undefined) return { ids: numbersIn(withIds, pageSize) }
  const [maxId] = numbersIn(given.get('max_id'), 1)
  // The highest ids first: from there a client pages back.
  if (given.has('max_id'))
    return {
      isDescending: true,
      ...defined({ beforeId: maxId !== undefined && Number(maxId) > 0 ? maxId : undefined }),
    }
  const [sinceId] = numbersIn(given.get('since_id'), 1)
  return sinceId === undefined ? {} : { afterId: sinceId }
}

function item(entry: DeliveredEntry, markup: (entry: DeliveredEntry) => string, baseUrl: string) {
  return {
    id: Number(entry.id),
    feed_id: Number(entry.feedId),
    title: entry.title,
    author: entry.authors.join(', '),
    html: markup(entry),
    url: entry.url ?? `${baseUrl}/entries/${entry.id}`,
    is_saved: entry.isStarred ? 1 : 0,
    is_read: entry.isRead ? 1 : 0,
    created_on_time: seconds(entry.publishedAt),
  }
}

/** `unread_item_ids` or `saved_item_ids`, in order of arrival. */
export async function idList(context: OperationContext, which: 'unread' | 'saved', most = maxIds): Promise<string> {
  const marks = which === 'unread' ? { isRead: false } : { isStarred: true }
  const view = viewOf(await runForProgram(context, pickEntries, { ...marks, isDescending: true, limit: most }))
  return ((view?.ids ?? []) as readonly EntryId[]).toReversed().join(',')
}
