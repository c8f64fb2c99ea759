import type { Preferences } from '../core/preferences.ts'
import type { SettingsView } from '../operations/get-settings.ts'
import type { PreferencesSet } from '../operations/preferences.ts'

/** Running the house: what the reader chose. */
export type HouseOperations = {
  /** Asked once for every page. */
  preferences(): Promise<Preferences>
  /** What changed; undefined when a name or a value is none. */
  setPreferences(input: { readonly preferences: Readonly<Record<string, string>> }): Promise<PreferencesSet | undefined>
  settings(): Promise<SettingsView>
}
