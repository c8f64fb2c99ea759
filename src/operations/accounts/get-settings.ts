import { z } from 'zod'
import type { KeptCounts } from '../../store/admin/house.ts'
import { defineOperation } from '../operation.ts'

/** What the settings page shows beside the preferences. */
export type SettingsView = { readonly kept: KeptCounts }

export const getSettings = defineOperation({
  name: 'get_settings',
  minRole: 'reader',
  summary: 'How much is kept of the reader',
  input: z.object({}),
  run: async ({ store, reader }): Promise<SettingsView> => ({ kept: await store.house.kept(reader.id) }),
})
