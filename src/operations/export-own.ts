import { z } from 'zod'
import { rowsAsHtml } from '../export/rows-html.ts'
import { exportMarks } from './export-marks.ts'
import { exportOpml } from './export-opml.ts'
import { noteEvent } from './note-event.ts'
import { defineOperation } from './operation.ts'

/** Everything kept of a reader, as a ZIP archive. */
export type OwnData = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string; readonly fileName: string }

/** The shape of `everything.json`; it goes up when something in it means another thing than before. */
const version = 1

export const exportOwn = defineOperation({
  name: 'export_own',
  least: 'reader',
  summary: 'Everything kept of the reader, as a ZIP of JSON, HTML, marks that can be brought in again, and OPML',
  input: z.object({}),
  async run(context): Promise<OwnData> {
    const { store, reader, now } = context
    const at = now()
    const account = await store.accounts.find(reader.id)
    const kept = await store.readerRows.list(reader.id)
    const tables = { ...(account && { account: [account] }), ...kept }
    const everything = { format: 'twosource-reader', version, exportedAt: at.toISOString(), tables }
    const { zipTexts } = await import('../export/zip.ts')
    const bytes = zipTexts(
      {
        'everything.json': `${JSON.stringify(everything, undefined, 1)}\n`,
        'everything.html': rowsAsHtml(`Twosource: ${account?.name ?? reader.id}`, tables),
        'marks.json': (await exportMarks.run(context, {})).text,
        'feeds.opml': await exportOpml.run(context, {}),
      },
      at,
    )
    await noteEvent(context, 'data-taken', reader.id)
    return { bytes, mediaType: 'application/zip', fileName: 'twosource-my-data.zip' }
  },
})
