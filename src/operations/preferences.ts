import { z } from 'zod'
import { isPreference, type PreferenceName, type Preferences, readPreferences } from '../core/preferences.ts'
import { ownerId } from '../core/reader-id.ts'
import { defineOperation } from './operation.ts'

export const getPreferences = defineOperation({
  name: 'get_preferences',
  summary: 'What the reader chose: look, language, time zone, pictures, history, keys',
  input: z.object({}),
  run: async ({ store }): Promise<Preferences> => readPreferences(await store.preferences.all(ownerId)),
})

/** What was set, and what stood before, so that it can be put back. */
export type PreferencesSet = readonly {
  readonly name: PreferenceName
  readonly value: string
  readonly previous: string
}[]

export const setPreferences = defineOperation({
  name: 'set_preferences',
  summary: 'Sets what the reader chose; a name or a value that there is not is refused',
  input: z.object({
    preferences: z
      .record(z.string().max(40), z.string().max(80))
      .refine((given) => Object.entries(given).every(([name, value]) => isPreference(name, value))),
  }),
  async run({ store, now }, { preferences }): Promise<PreferencesSet> {
    const before = readPreferences(await store.preferences.all(ownerId))
    const changed = Object.entries(preferences).flatMap(([name, value]) => {
      if (!isPreference(name, value) || before[name] === value) return []
      return [{ name, value, previous: before[name] }]
    })
    const at = now().toISOString()
    for (const { name, value } of changed) await store.preferences.set(ownerId, name, value, at)
    return changed
  },
})
