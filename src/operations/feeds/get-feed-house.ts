import { z } from 'zod'
import { newId } from '../../credentials/token.ts'
import type { Store } from '../../store/store.ts'
import { defineOperation } from '../operation.ts'

/** `name`: no other house has it, and it stays. `since`: when its data were begun, which no list of it can have changed before. */
export type FeedHouse = { readonly name: string; readonly since: string }

const known = new WeakMap<Store, FeedHouse>()

export const getFeedHouse = defineOperation({
  name: 'get_feed_house',
  least: 'anyone',
  summary:
    'A name of this house that no other has and that stays, for the ids of its feeds and their entries, and since when it is there',
  input: z.object({}),
  async run({ store }): Promise<FeedHouse> {
    const house = known.get(store) ?? {
      name: await store.alerts.secret('feed-house', newId),
      since: await store.instance.since(),
    }
    known.set(store, house)
    return house
  },
})
