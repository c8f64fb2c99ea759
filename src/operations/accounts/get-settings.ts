import { z } from 'zod'
import type { StoredCounts } from '../../store/admin/instance.ts'
import { defineOperation } from '../operation.ts'

/** What the settings page tells beside what was chosen. */
export type SettingsView = { readonly kept: StoredCounts }

export const getSettings = defineOperation({
  name: 'get_settings',
  least: 'reader',
  summary: 'How much is kept of the reader',
  input: z.object({}),
  run: async ({ store, reader }): Promise<SettingsView> => ({ kept: await store.instance.storedCounts(reader.id) }),
})
