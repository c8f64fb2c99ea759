import { z } from 'zod'
import type { OpmlImport } from '../../store/feeds/opml-imports.ts'
import { defineOperation } from '../operation.ts'
import type { OpmlImportView } from './opml-views.ts'

const mostListed = 10

export const getOpmlImport = defineOperation({
  name: 'get_opml_import',
  minRole: 'reader',
  summary: 'How far the taking in of a list of subscriptions is, and what of it was left out',
  input: z.strictObject({ id: z.string().max(100) }),
  async run({ store, reader }, { id }): Promise<OpmlImportView | undefined> {
    const found = await store.opml.find(reader.id, id)
    return found && viewOf(found)
  },
})

export const listOpmlImports = defineOperation({
  name: 'list_opml_imports',
  minRole: 'reader',
  summary: 'The lists of subscriptions that came in last, the newest first',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<readonly OpmlImportView[]> {
    return (await store.opml.list(reader.id, mostListed)).map(viewOf)
  },
})

export const cancelOpmlImport = defineOperation({
  name: 'cancel_opml_import',
  minRole: 'reader',
  summary: 'Ends the taking in of a list of subscriptions; what has been taken in stays',
  input: z.strictObject({ id: z.string().max(100) }),
  async run({ store, reader, now }, { id }): Promise<true | undefined> {
    return (await store.opml.cancel(reader.id, id, now().toISOString())) || undefined
  },
})

function viewOf({ readerId: _, ...view }: OpmlImport): OpmlImportView {
  return view
}
