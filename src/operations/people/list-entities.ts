import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import type { EntityListView } from './entity-views.ts'

const DAY_MS = 86_400_000
const MOST_LISTED = 60

export const listEntities = defineOperation({
  name: 'list_entities',
  minRole: 'guest',
  summary: 'The people, organizations or places most in the news of the last 7 or 30 days, or those of a name',
  input: z.strictObject({
    kind: z.enum(['person', 'organization', 'place']).default('person'),
    days: z.union([z.literal(7), z.literal(30)]).default(7),
    query: z.string().trim().max(200).optional(),
  }),
  async run({ store, now }, { kind, days, query }): Promise<EntityListView> {
    const since = new Date(now().getTime() - days * DAY_MS).toISOString()
    const named = query ? { query } : {}
    const rows = await store.entities.list({ kind, since, ...named }, MOST_LISTED + 1)
    return { kind, days, ...named, rows: rows.slice(0, MOST_LISTED), isCut: rows.length > MOST_LISTED }
  },
})
