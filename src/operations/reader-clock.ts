import { readPreferences } from '../core/preferences.ts'
import type { Store } from '../store/store.ts'

/** The time zone for a reader's times: the one they chose, else UTC. */
export async function timeZoneOf({ preferences }: Pick<Store, 'preferences'>, readerId: string): Promise<string> {
  return readPreferences(await preferences.all(readerId)).timeZone || 'UTC'
}
