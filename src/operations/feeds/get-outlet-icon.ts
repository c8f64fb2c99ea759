import { z } from 'zod'
import type { OutletIcon } from '../../store/feeds/icon-folder.ts'
import { sourceId } from '../input.ts'
import { defineOperation } from '../operation.ts'

export const getOutletIcon = defineOperation({
  name: 'get_outlet_icon',
  minRole: 'guest',
  summary: 'An outlet’s icon, if stored; undefined if there is none or the outlet is private to others',
  input: z.strictObject({ id: sourceId }),
  async run({ store, icons, reader }, { id }): Promise<OutletIcon | undefined> {
    const icon = await icons?.find(id)
    return icon && (await store.feeds.isOutletOpen(reader.id, id)) ? icon : undefined
  },
})
