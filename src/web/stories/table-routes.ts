import type { Hono } from 'hono'
import { wordsAsInput } from '../../operations/run.ts'
import { type DataRefused, exportData } from '../../operations/stories/export-data.ts'
import { sendPage } from '../finish-pages.ts'
import { mayMark } from '../layout/forms.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { signInPath } from '../require-sign-in.ts'
import { sendFile } from '../send-file.ts'
import { downloadTablesPage } from './pages/download-tables.ts'

/** The form for downloading tables, and the files. */
export function tableRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/data', async (context) => {
    const reader = readerOf(context, options)
    if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
    const { why, ...fields } = context.req.query()
    const known = why !== undefined && why in reader.words.dataOut.refused ? (why as DataRefused['why']) : undefined
    return sendPage(context, downloadTablesPage({ fields, ...(known && { why: known }) }, reader))
  })

  web.get('/data/download', async (context) => {
    const { what, format, person, source, topic, from, to, name } = context.req.query()
    const texts = context.req.queries('texts')?.at(-1) === 'on'
    const asked = { what, format, person, source, topic, from, to }
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
    const input = exportData.input.safeParse({ ...given, texts })
    if (!input.success) return badRequest(context, options)
    const file = await run(context, exportData, wordsAsInput(exportData, input.data))
    if (!file) return context.notFound()
    if (file.kind === 'file') return sendFile(context, { ...file, contentType: file.mediaType })
    const back = { ...given, name, texts: texts ? 'on' : undefined, why: file.why }
    return context.redirect(`/data${queryOf(back)}`, 303)
  })
}
