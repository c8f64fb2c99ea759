import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import { type AdminView, findBackup, getAdmin, removeBackup, startServerTask } from '../../operations/admin/admin.ts'
import { setKeptPages } from '../../operations/admin/kept-pages.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text } from '../form.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { badRequest, noStore } from '../no-store.ts'
import type { Reader } from '../reader.ts'
import { type RunIn, readerOf, rescueSoon, type WebOptions } from '../request-reader.ts'
import { apiAreaPage, apiPage } from './pages/api.ts'
import { backupPage } from './pages/backup.ts'
import { decisionsPage } from './pages/decisions.ts'
import { failingFeedsPage } from './pages/failing-feeds.ts'
import { jobsPage } from './pages/jobs.ts'
import { serverPage } from './pages/server.ts'

/** Running the server. Owners only; everybody else gets 403 and how to get access. */
export function adminRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) => {
    if (readerOf(context, options).isOwner) return act(context)
    const reader = readerOf(context, options)
    const way = { lead: reader.words.admin.ownerLead, command: 'npm start doctor' }
    return context.html(ownerOnlyPage(reader, way), 403, noStore)
  }

  get('/server', (view, reader, _page, isSaved) => serverPage(view, reader, isSaved))
  get('/server/jobs', jobsPage)
  get('/server/feeds', failingFeedsPage)
  get('/server/backup', backupPage)
  get('/server/decisions', decisionsPage)
  // Former addresses.
  for (const [former, path] of Object.entries({
    '/admin': '/server',
    '/admin/people': '/server/people',
    '/jobs': '/server/jobs',
  }))
    web.get(former, (context) => context.redirect(path, 301))
  // Does not touch the database, which may be unable to answer.
  web.get(
    '/server/damage',
    guard(async (context) => {
      const rescue = await rescueSoon(options)
      if (!rescue) return context.redirect('/server/backup#check', 303)
      return context.html(problemPage('damaged', readerOf(context, options), undefined, rescue), 200, noStore)
    }),
  )
  web.get(
    '/server/backups/:name',
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
  post('/server/backup', async (_form, context) => {
    await run(context, startServerTask, { kind: 'backup' })
    return '/server/backup'
  })
  post('/server/kept-pages', async (form, context) => {
    const megabytes = Number(text(form, 'megabytes') || Number.NaN)
    const input = setKeptPages.input.safeParse({ megabytes })
    return input.success && (await run(context, setKeptPages, input.data)) ? '/server?said=saved#kept-pages' : undefined
  })
  post('/server/check', async (_form, context) => {
    await run(context, startServerTask, { kind: 'check' })
    return '/server/backup#check'
  })
  post('/server/backups/remove', async (form, context) => {
    const name = text(form, 'name')
    if (!name || text(form, 'sure') !== '1') return undefined
    return (await run(context, removeBackup, { name })) && '/server/backup'
  })

  function get(path: string, page: (view: AdminView, reader: Reader, page: number, isSaved: boolean) => string): void {
    web.get(
      path,
      guard(async (context) => {
        const number = /^\d{1,4}$/.test(context.req.query('page') ?? '') ? Number(context.req.query('page')) : 1
        const reader = { ...readerOf(context, options), path }
        const isSaved = context.req.query('said') === 'saved'
        return context.html(page(await run(context, getAdmin, {}), reader, number, isSaved), 200, noStore)
      }),
    )
  }

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
