import { noPreferences, type Preferences, preferenceNames } from '../../src/core/preferences.ts'
import type { SettingsView } from '../../src/operations/get-settings.ts'
import type { HouseOperations } from '../../src/web/house-operations.ts'

export const settings: SettingsView = {
  kept: { starred: 12, saved: 3, follows: 2, mutes: 1, notes: 0, searches: 4, visits: 310, corrections: 5, choices: 1 },
}

export const nothingKept: SettingsView = {
  kept: { starred: 0, saved: 0, follows: 0, mutes: 0, notes: 0, searches: 0, visits: 0, corrections: 0, choices: 0 },
}

/** Preferences that are kept for as long as the examples are served, and what else the house answers. */
export function operations(record: (name: string) => (input?: unknown) => Promise<void>): HouseOperations {
  let preferences: Preferences = noPreferences
  return {
    preferences: async () => preferences,
    async setPreferences({ preferences: given }) {
      await record('setPreferences')({ preferences: given })
      const changed = preferenceNames.flatMap((name) => {
        const value = given[name]
        return value === undefined || value === preferences[name] ? [] : [{ name, value, previous: preferences[name] }]
      })
      preferences = { ...preferences, ...given } as Preferences
      return changed
    },
    settings: async () => settings,
  }
}
