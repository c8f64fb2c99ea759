import { z } from 'zod'
import type { OpmlImport } from '../../store/feeds/opml-imports.ts'
import { defineOperation } from '../operation.ts'
import type { OpmlImportView } from './opml-views.ts'

const mostListed = 10

export const getOpmlImport = defineOperation({
  name: 'get_opml_import',
  minRole: 'reader',
  summary: 'The progress of importing a list of subscriptions, and what was left out',
  input: z.strictObject({ id: z.string().max(100) }),
  async run({ store, reader }, { id }): Promise<OpmlImportView | undefined> {
    const found = await store.opml.find(reader.id, id)
    return found && viewOf(found)
  },
})

export const listOpmlImports = defineOperation({
  name: 'list_opml_imports',
  minRole: 'reader',
  summary: 'The latest imports of subscriptions, newest first',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<readonly OpmlImportView[]> {
    return (await store.opml.list(reader.id, mostListed)).map(viewOf)
  },
})

export const cancelOpmlImport = defineOperation({
  name: 'cancel_opml_import',
  minRole: 'reader',
  summary: 'Stops importing a list of subscriptions; what was imported stays',
  input: z.strictObject({ id: z.string().max(100) }),
  async run({ store, reader, now }, { id }): Promise<true | undefined> {
    return (await store.opml.cancel(reader.id, id, now().toISOString())) || undefined
  },
})

function viewOf({ readerId: _, ...view }: OpmlImport): OpmlImportView {
  return view
}
