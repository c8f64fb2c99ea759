import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import { findBackup, getAdmin, removeBackup, startHouseTask } from '../../operations/admin/admin.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text } from '../form.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, rescueSoon, type WebOptions } from '../request-reader.ts'
import { adminPage } from './pages/admin.ts'
import { apiAreaPage, apiPage } from './pages/api.ts'

/** Running the server. Owners only; everybody else gets 403 and how to get access. */
export function adminRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) => {
    if (readerOf(context, options).isOwner) return act(context)
    const reader = readerOf(context, options)
    const way = { lead: reader.words.admin.ownerLead, command: 'npm start doctor' }
    return context.html(ownerOnlyPage(reader, way), 403, noStore)
  }

  web.get(
    '/admin',
    guard(async (context) =>
      context.html(adminPage(await run(context, getAdmin, {}), readerOf(context, options)), 200, noStore),
    ),
  )
  // Does not touch the database, which may be unable to answer.
  web.get(
    '/admin/damage',
    guard(async (context) => {
      const rescue = await rescueSoon(options)
      if (!rescue) return context.redirect('/admin#check', 303)
      return context.html(problemPage('damaged', readerOf(context, options), undefined, rescue), 200, noStore)
    }),
  )
  // The former address of the page.
  web.get('/jobs', (context) => context.redirect('/admin#failures', 301))
  web.get(
    '/admin/backups/:name',
    guard(async (context) => {
      const found = await run(context, findBackup, { name: context.req.param('name') ?? '' })
      if (!found) return context.notFound()
      const headers = {
        'Content-Type': 'application/vnd.sqlite3',
        'Content-Length': String(found.sizeBytes),
        'Content-Disposition': `attachment; filename="${found.name}"`,
        ...noStore,
      }
      // A HEAD request never reads the body, so the stream would never be closed.
      if (context.req.method === 'HEAD') return context.body(null, 200, headers)
      return context.body(Readable.toWeb(createReadStream(found.path)), 200, headers)
    }),
  )
  post('/admin/backup', async (_form, context) => {
    await run(context, startHouseTask, { kind: 'backup' })
    return '/admin#backup'
  })
  post('/admin/check', async (_form, context) => {
    await run(context, startHouseTask, { kind: 'check' })
    return '/admin#check'
  })
  post('/admin/backups/remove', async (form, context) => {
    const name = text(form, 'name')
    if (!name || text(form, 'sure') !== '1') return undefined
    return (await run(context, removeBackup, { name })) && '/admin#backup'
  })

  function post(path: string, act: (form: Form, context: Context) => Promise<string | undefined>): void {
    web.post(
      path,
      guard(async (context) => {
        const form = await readForm(context)
        const to = form && (await act(form, context))
        return to === undefined ? badRequest(context, options) : context.redirect(to, 303)
      }),
    )
  }
}

/** The documentation of the API: an overview, and one area in full. */
export function apiRoutes(web: Hono, options: WebOptions): void {
  const { apiReference } = options
  if (!apiReference) return
  web.get('/api', async (context) => sendPage(context, apiPage(await apiReference(), readerOf(context, options))))
  web.get('/api/areas/:area', async (context) => {
    const reference = await apiReference()
    const area = reference.areas.find(({ name }) => name === context.req.param('area'))
    return area ? sendPage(context, apiAreaPage(area, readerOf(context, options))) : context.notFound()
  })
}
