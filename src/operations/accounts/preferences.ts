import { z } from 'zod'
import { isPreference, type PreferenceName, type Preferences, readPreferences } from '../../core/preferences.ts'
import type { StoredCounts } from '../../store/admin/instance.ts'
import { defineOperation } from '../operation.ts'

/** The stored map is the same object until something is written, so it is parsed once: checking the time zone is the slow part. */
const read = new WeakMap<ReadonlyMap<string, string>, Preferences>()

export const getPreferences = defineOperation({
  name: 'get_preferences',
  minRole: 'guest',
  summary: 'The reader’s settings: look, language, time zone, pictures, history, keys',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<Preferences> {
    const stored = await store.preferences.all(reader.id)
    const known = read.get(stored) ?? readPreferences(stored)
    read.set(stored, known)
    return known
  },
})

/** The new value and the previous one, for undo. */
type PreferencesSet = readonly {
  readonly name: PreferenceName
  readonly value: string
  readonly previous: string
}[]

export const setPreferences = defineOperation({
  name: 'set_preferences',
  minRole: 'reader',
  summary: 'Changes the reader’s settings; an unknown name or value is refused',
  input: z.strictObject({
    preferences: z
      .record(z.string().max(40), z.string().max(80))
      .refine((given) => Object.entries(given).every(([name, value]) => isPreference(name, value))),
  }),
  async run({ store, now, reader }, { preferences }): Promise<PreferencesSet> {
    const before = readPreferences(await store.preferences.all(reader.id))
    const changed = Object.entries(preferences).flatMap(([name, value]) => {
      if (!isPreference(name, value) || before[name] === value) return []
      return [{ name, value, previous: before[name] }]
    })
    const at = now().toISOString()
    for (const { name, value } of changed) await store.preferences.set(reader.id, name, value, at)
    return changed
  },
})

/** What the settings page shows beside the preferences. */
export type SettingsView = { readonly kept: StoredCounts }

export const getSettings = defineOperation({
  name: 'get_settings',
  minRole: 'reader',
  summary: 'How much data of the reader is stored',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<SettingsView> => ({ kept: await store.instance.storedCounts(reader.id) }),
})

/** Here since every page asks for it with the preferences. */
export const hasDesk = defineOperation({
  name: 'has_desk',
  minRole: 'anyone',
  summary: 'Whether there is a shared desk: with more than one account',
  input: z.strictObject({}),
  run: ({ store }): Promise<boolean> => store.accounts.areSeveral(),
})
