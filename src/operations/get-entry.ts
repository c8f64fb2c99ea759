import { z } from 'zod'
import { sanitizeHtml } from '../extract/sanitize.ts'
import { riverEntry } from './feed-health.ts'
import { entryId } from './input.ts'
import { defineOperation } from './operation.ts'
import type { EntryView } from './views.ts'

export const getEntry = defineOperation({
  name: 'get_entry',
  summary: 'An entry as its feed delivered it, made safe to show',
  input: z.object({ id: entryId }),
  async run({ store }, { id }): Promise<EntryView | undefined> {
    const row = await store.entries.find(id)
    if (!row) return undefined
    const html = row.entry.contentHtml ?? row.entry.summaryHtml ?? ''
    return {
      entry: riverEntry(row),
      authors: row.entry.authors.map(({ name }) => name),
      html: sanitizeHtml(html, row.entry.url ?? ''),
    }
  },
})
