import { z } from 'zod'
import { newId } from '../../credentials/token.ts'
import type { Store } from '../../store/store.ts'
import { defineOperation } from '../operation.ts'

/** `name` is unique and permanent. `since` is when its data began; no list can have changed before. */
type InstanceName = { readonly name: string; readonly since: string }

const known = new WeakMap<Store, InstanceName>()

export const getInstanceName = defineOperation({
  name: 'get_instance_name',
  minRole: 'anyone',
  summary: 'This server’s permanent unique name, for the ids of its feeds and their entries, and since when it exists',
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
