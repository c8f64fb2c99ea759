import { z } from 'zod'
import { newId } from '../credentials/token.ts'
import type { Store } from '../store/store.ts'
import { defineOperation } from './operation.ts'

const known = new WeakMap<Store, string>()

export const getFeedHouse = defineOperation({
  name: 'get_feed_house',
  least: 'anyone',
  summary: 'A name of this house that no other has and that stays, for the ids of its feeds and their entries',
  input: z.object({}),
  async run({ store }): Promise<string> {
    const house = known.get(store) ?? (await store.alerts.secret('feed-house', newId))
    known.set(store, house)
    return house
  },
})
