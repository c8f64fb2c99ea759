import type { Engine } from '../engine/engine.ts'
import { retellPrivate } from '../feeds/private-feeds.ts'

/** What the owner chose for the whole house. */
export function houseSettingStore(engine: Engine) {
  return {
    async get(name: string): Promise<string | undefined> {
      const row = await engine.reader
        .selectFrom('house_setting')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value
    },
    /** Undefined takes it away. */
    async set(name: string, value: string | undefined, at: string): Promise<void> {
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
    /** Takes it away as long as it is still that; false otherwise. */
    take: (name: string, value: string): Promise<boolean> =>
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

export type HouseSettingStore = ReturnType<typeof houseSettingStore>
