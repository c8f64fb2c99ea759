import type { Engine } from '../engine/engine.ts'
import { refreshPrivateStories } from '../feeds/private-feeds.ts'

/** The owner's settings for the whole server. */
export function instanceSettingStore(engine: Engine) {
  return {
    async get(name: string): Promise<string | undefined> {
      const row = await engine.reader
        .selectFrom('house_setting')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst()
      return row?.value
    },
    /** Undefined deletes it. */
    async set(name: string, value: string | undefined, at: string): Promise<void> {
      await engine.write(async (tx) => {
        // This setting decides whether others read here, who see stories without private parts.
        if (name === 'guests') await refreshPrivateStories(engine, tx, at)
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
    /** Deletes it if it still has this value; otherwise returns false. */
    removeIf: (name: string, value: string): Promise<boolean> =>
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

export type InstanceSettingStore = ReturnType<typeof instanceSettingStore>
