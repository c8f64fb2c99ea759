import type { Preferences } from '../core/preferences.ts'
import type { AdminView } from '../operations/admin.ts'
import type { Backup } from '../operations/backup-folder.ts'
import type { SettingsView } from '../operations/get-settings.ts'
import type { OpmlPreview } from '../operations/opml-views.ts'
import type { PreferencesSet } from '../operations/preferences.ts'
import type { FeedsView } from '../operations/river-views.ts'

/** Running the house: what the reader chose. */
export type HouseOperations = {
  /** Asked once for every page. */
  preferences(): Promise<Preferences>
  /** What changed; undefined when a name or a value is none. */
  setPreferences(input: { readonly preferences: Readonly<Record<string, string>> }): Promise<PreferencesSet | undefined>
  settings(): Promise<SettingsView>
  /** What an OPML file holds; undefined when it is too large to be one. */
  previewOpml(input: { readonly text: string }): Promise<OpmlPreview | undefined>
  admin(): Promise<AdminView>
  /** Starts it, unless one is under way. */
  startHouseTask(input: { readonly kind: 'backup' | 'check' }): Promise<unknown>
  /** Undefined: there is no such copy. */
  findBackup(input: { readonly name: string }): Promise<(Backup & { readonly path: string }) | undefined>
  removeBackup(input: { readonly name: string }): Promise<true | undefined>
  feeds(): Promise<FeedsView>
  /** How many entries are unread again; undefined when there is nothing to undo. */
  undoMarkAllRead(input: { readonly undoId: string }): Promise<number | undefined>
  /** How many feeds of the house are subscribed to that were not before. */
  subscribeFeeds(input: { readonly ids: readonly string[] | 'all' }): Promise<number | undefined>
  removeFeedForAll(input: { readonly feedId: string }): Promise<unknown>
  /** Undefined: there is no such feed. */
  editFeed(input: { readonly id: string; readonly title?: string; readonly folder?: string }): Promise<true | undefined>
}
