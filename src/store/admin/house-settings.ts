import type { HouseSettingStore } from '../accounts/account-stores.ts'
import type { Engine } from '../engine/engine.ts'
import { retellPrivate } from '../feeds/private-feeds.ts'

/** What the owner chose for the whole house, over a database. */
export function houseSettingStore(engine: Engine): HouseSettingStore {
  return {
    async get(name) {
      const row = await engine.reader
        .selectFrom('house_setting')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value
    },
    async set(name, value, at) {
      await engine.write(async (tx) => {
        // Whether others are here, who are told stories without what is private.
        if (name === 'guests') await retellPrivate(engine, tx, at)
        if (value === undefined) {
          await tx.deleteFrom('house_setting').where('name', '=', name).execute()
          return
        }
        await tx
          .insertInto('house_setting')
          .values({ name, value, at })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, at }))
          .execute()
      })
    },
    take: (name, value) =>
      engine.write(async (tx) => {
        const taken = await tx
          .deleteFrom('house_setting')
          .where('name', '=', name)
          .where('value', '=', value)
          .executeTakeFirst()
        return taken.numDeletedRows > 0n
      }),
  }
}
