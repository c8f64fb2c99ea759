import { defined } from '../../core/defined.ts'
import type { Engine } from '../engine/engine.ts'

/** One setting of the server as JSON, such as its model, its mail server or a move from another reader, and the key or password that belongs to it. */
export function guardedSettingStore(engine: Engine, name: 'model' | 'mail' | 'move') {
  const { reader } = engine
  const secret = `${name}-key`
  return {
    async find(): Promise<{ readonly body?: string; readonly key?: string }> {
      const [setting, kept] = await Promise.all([
        reader.selectFrom('house_setting').select('value').where('name', '=', name).executeTakeFirst(),
        reader.selectFrom('house_secret').select('value').where('name', '=', secret).executeTakeFirst(),
      ])
      return defined({ body: setting?.value, key: kept?.value })
    },

    /** In one write; `key` undefined deletes it. */
    set: (body: string, key: string | undefined, at: string): Promise<void> =>
      engine.write(async (tx) => {
        await engine.insertMany(tx, 'house_setting', [{ name, value: body, at }], {
          ifExists: 'on conflict (name) do update set value = excluded.value, at = excluded.at',
        })
        if (key === undefined) await tx.deleteFrom('house_secret').where('name', '=', secret).execute()
        else
          await engine.insertMany(tx, 'house_secret', [{ name: secret, value: key }], {
            ifExists: 'on conflict (name) do update set value = excluded.value',
          })
      }),

    /** Replaces it if it is still `before`, and deletes the key when told; returns false when somebody else changed it meanwhile. */
    replace: (before: string, body: string, at: string, isWithoutKey = false): Promise<boolean> =>
      engine.write(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('house_setting')
          .set({ value: body, at })
          .where('name', '=', name)
          .where('value', '=', before)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows > 0n && isWithoutKey)
          await tx.deleteFrom('house_secret').where('name', '=', secret).execute()
        return numUpdatedRows > 0n
      }),
  }
}

export type GuardedSettingStore = ReturnType<typeof guardedSettingStore>
