import { z } from 'zod'
import { newId } from '../../credentials/token.ts'
import type { Store } from '../../store/store.ts'
import { defineOperation } from '../operation.ts'

/** `name` is unique and permanent. `since` is when its data began; no list can have changed before. */
type InstanceName = { readonly name: string; readonly since: string }

const known = new WeakMap<Store, InstanceName>()

export const getFeedHouse = defineOperation({
  name: 'get_feed_house',
  minRole: 'anyone',
  summary:
    'A name of this house that no other has and that stays, for the ids of its feeds and their entries, and since when it is there',
  input: z.strictObject({}),
  async run({ store }): Promise<InstanceName> {
    const instance = known.get(store) ?? {
      name: await store.alerts.secret('feed-house', newId),
      since: await store.instance.since(),
    }
    known.set(store, instance)
    return instance
  },
})
