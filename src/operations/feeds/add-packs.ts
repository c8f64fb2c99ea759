import { z } from 'zod'
import { starterPacks } from '../../feeds/starter-packs.ts'
import { defineOperation } from '../operation.ts'
import type { AddResult } from '../views.ts'
import { subscribe } from './add-feed.ts'

export const addPacks = defineOperation({
  name: 'add_packs',
  minRole: 'reader',
  summary: 'Subscribes to the feeds of the named starter packs',
  input: z.strictObject({ ids: z.array(z.string().max(60)).max(100) }),
  async run(context, { ids }): Promise<AddResult> {
    const chosen = starterPacks.filter(({ id }) => ids.includes(id))
    if (chosen.length === 0)
      return { kind: 'refused', reason: 'nothing-chosen', message: 'No starter pack was chosen. Tick at least one.' }
    const feeds = chosen.flatMap((pack) => pack.feeds.map((feed) => ({ ...feed, folder: pack.name })))
    return subscribe(context, feeds, '')
  },
})
