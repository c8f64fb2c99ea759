import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import type { EntityListView } from './entity-views.ts'

const DAY_MS = 86_400_000
/** Rows a page, and names found at most. */
const PAGE = 48
const MOST_FOUND = 60

export const listEntities = defineOperation({
  name: 'list_entities',
  minRole: 'guest',
  summary: 'The people, organizations or places most in the news of the last 7 or 30 days, or those of a name',
  input: z.strictObject({
    kind: z.enum(['person', 'organization', 'place']).default('person'),
    days: z.union([z.literal(7), z.literal(30)]).default(7),
    query: z.string().trim().max(200).optional(),
    /** By stories, by quotations or by name. Names that were searched for come by stories. */
    order: z.enum(['stories', 'quotes', 'name']).default('stories'),
    page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
  }),
  async run({ store, now }, { kind, days, query, order, page }): Promise<EntityListView> {
    const since = new Date(now().getTime() - days * DAY_MS).toISOString()
    const named = query ? { query } : {}
    const size = query ? MOST_FOUND : PAGE
    const rows = await store.entities.list({ kind, since, ...named, order, skip: (page - 1) * PAGE }, size + 1)
    return { kind, days, ...named, order, page, rows: rows.slice(0, size), isCut: rows.length > size }
  },
})
