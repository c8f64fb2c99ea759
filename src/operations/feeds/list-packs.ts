import { z } from 'zod'
import { starterPacks } from '../../feeds/starter-packs.ts'
import { defineOperation } from '../operation.ts'
import type { AddView } from '../views.ts'

export const listPacks = defineOperation({
  name: 'list_packs',
  minRole: 'reader',
  summary: 'Starter packs: feeds of well-known outlets by section and language',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<AddView> {
    return { packs: starterPacks, feedCount: (await store.feeds.list(reader.id)).length }
  },
})
