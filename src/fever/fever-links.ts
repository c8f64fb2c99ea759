import { createHash } from 'node:crypto'
import type { StoryId } from '../core/ids.ts'
import { carryOut } from '../operations/carry-out.ts'
import { getToday } from '../operations/get-today.ts'
import type { OperationContext } from '../operations/operation.ts'
import { listStoryEntries } from '../operations/pick-entries.ts'
import type { Arguments } from './fever-request.ts'
import { viewOf } from './fever-values.ts'

const pageSize = 50
const dayMs = 86_400_000
const weekDays = 7

/**
 * `links`, what is hot: the stories of a day, or of a week, the heaviest first. How hot one is, is how many independent reports it
 * has; its items are the entries it is told in. `baseUrl` ends without a slash.
 */
export async function links(context: OperationContext, given: Arguments, baseUrl: string) {
  const [offset = 0, range = 1, page = 1] = ['offset', 'range', 'page'].map((name) => wholeNumber(given.get(name)))
  const day = new Date(context.now().getTime() - offset * dayMs).toISOString().slice(0, 10)
  const today = viewOf(
    await carryOut(context, getToday, {
      ...(range >= weekDays ? { period: 'week' } : offset > 0 ? { day } : {}),
      page: Math.max(1, page),
      pageSize,
    }),
  )
  if (!today || page > today.pageCount) return []
  const ids = today.stories.map(({ id }) => id)
  const entries = viewOf(await carryOut(context, listStoryEntries, { ids })) ?? {}
  return today.stories.map(({ id, title, reportCount }) => ({
    id: numberOf(id),
    feed_id: 0,
    item_id: 0,
    temperature: reportCount,
    is_item: 0,
    is_local: 1,
    is_saved: 0,
    title,
    url: `${baseUrl}/stories/${encodeURIComponent(id)}`,
    item_ids: ((entries as Readonly<Record<string, readonly string[]>>)[id] ?? []).join(','),
  }))
}

function wholeNumber(text: string | undefined): number | undefined {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : undefined
}

/** 31 bits of a hash of its id. */
function numberOf(id: StoryId): number {
  return createHash('sha256').update(id).digest().readUInt32BE() >>> 1
}
