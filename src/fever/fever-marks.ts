import { randomUUID } from 'node:crypto'
import type { EntryId } from '../core/ids.ts'
import { markAllRead, markRead, starEntries, undoMarkAllRead } from '../operations/articles/mark-entries.ts'
import { carryOut } from '../operations/carry-out.ts'
import type { OperationContext } from '../operations/operation.ts'
import { foldersOf } from './fever-lists.ts'
import type { Arguments } from './fever-request.ts'
import { numbersIn } from './fever-values.ts'
import type { RecentlyRead } from './recently-read.ts'

/** So many are marked in one go; a request of 256 KB names more. */
const markedAtOnce = 1000
/** The latest second that a day can be made of. */
const lastSecond = 8_640_000_000_000

/** Carries out what a request marks; what is asked for in no known way is left alone. */
export async function mark(context: OperationContext, given: Arguments, recent: RecentlyRead): Promise<void> {
  if (given.get('unread_recently_read') === '1') await takeBack(context, recent)
  switch (given.get('mark')) {
    case 'item':
      return markItems(context, entriesIn(given.get('id')), given.get('as'), recent)
    case 'feed':
    case 'group':
      if (given.get('as') === 'read') await markList(context, given, recent)
  }
}

async function markItems(
  context: OperationContext,
  ids: readonly EntryId[],
  as: string | undefined,
  recent: RecentlyRead,
): Promise<void> {
  for (let start = 0; start < ids.length; start += markedAtOnce) {
    const entryIds = ids.slice(start, start + markedAtOnce)
    switch (as) {
      case 'read':
      case 'unread':
        await carryOut(context, markRead, { entryIds, isRead: as === 'read' })
        if (as === 'read')
          recent.note(context.reader.id, { kind: 'items', ids: entryIds, atMs: context.now().getTime() })
        break
      case 'saved':
      case 'unsaved':
        await carryOut(context, starEntries, { entryIds, isStarred: as === 'saved' })
    }
  }
}

/** The entries a list names, each once. */
function entriesIn(list: string | undefined): readonly EntryId[] {
  return [...new Set(numbersIn(list, Number.POSITIVE_INFINITY))] as EntryId[]
}

/** A feed, a group or, as group 0, everything, up to when the app last asked for items. Group -1, the sparks, is empty here. */
async function markList(context: OperationContext, given: Arguments, recent: RecentlyRead): Promise<void> {
  const id = given.get('id') ?? ''
  if (!/^\d{1,15}$/.test(id)) return
  const scope = given.get('mark') === 'feed' ? { feedId: id } : await groupScope(context, Number(id))
  const seen = until(given.get('before'))
  if (!scope || !seen) return
  const undoId = `fever-${randomUUID()}`
  const marked = await carryOut(context, markAllRead, { ...scope, ...seen, undoId })
  if (marked.kind === 'done') recent.note(context.reader.id, { kind: 'all', undoId, atMs: context.now().getTime() })
}

async function groupScope(context: OperationContext, number: number): Promise<object | undefined> {
  if (number === 0) return {}
  const folder = (await foldersOf(context)).find((one) => one.number === number)
  return folder && { folder: folder.name }
}

/**
 * To the end of that second, since what came within it may have been told; without one, or with 0, to now. Undefined for what is no
 * time: it would mark what nobody has seen.
 */
function until(before: string | undefined): object | undefined {
  const given = before?.trim() ?? ''
  if (given === '' || /^0+$/.test(given)) return {}
  const second = /^\d{1,13}$/.test(given) ? Number(given) : lastSecond
  return second < lastSecond ? { until: new Date(second * 1000 + 999).toISOString() } : undefined
}

async function takeBack(context: OperationContext, recent: RecentlyRead): Promise<void> {
  for (const marked of recent.take(context.reader.id, context.now().getTime()))
    if (marked.kind === 'all') await carryOut(context, undoMarkAllRead, { undoId: marked.undoId })
    else await carryOut(context, markRead, { entryIds: marked.ids, isRead: false })
}
