import { readPreferences } from '../core/preferences.ts'
import type { Store } from '../store/store.ts'

/** The zone a reader's hours are told in: the one they chose, else UTC. */
export async function timeZoneOf({ preferences }: Pick<Store, 'preferences'>, readerId: string): Promise<string> {
  return readPreferences(await preferences.all(readerId)).timeZone || 'UTC'
}
