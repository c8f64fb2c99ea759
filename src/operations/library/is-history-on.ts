import { readPreferences } from '../../core/preferences.ts'
import type { OperationContext } from '../operation.ts'

/** Whether what this reader opens is kept for them to find again; never for a guest. */
export async function isHistoryOn({ store, reader }: Pick<OperationContext, 'store' | 'reader'>): Promise<boolean> {
  if (reader.role === 'guest') return false
  return readPreferences(await store.preferences.all(reader.id)).history === 'on'
}
