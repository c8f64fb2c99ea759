import type { Context, Hono } from 'hono'
import { getProgress } from '../../operations/admin/get-progress.ts'
import { cancelOpmlImport, getOpmlImport } from '../../operations/feeds/opml-imports.ts'
import { eventStream } from '../event-stream.ts'
import { opmlImportPath } from '../layout/links.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { progressTexts } from '../layout/progress.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import type { Live } from '../watch-live.ts'
import { listImportPage, listImportTexts } from './pages/list-import.ts'

/** Progress of reading, as JSON and as events; progress of an OPML import, as a page and as events, and a form that stops it. */
export function progressRoutes(web: Hono, run: RunIn, options: WebOptions, live: Live): void {
  web.get('/progress', async (context) =>
    context.json(await run(context, getProgress, {}), 200, { 'Cache-Control': 'no-store' }),
  )

  web.get('/progress/events', async (context) => {
    const reader = readerOf(context, options)
    return eventStream(context, {
      event: 'progress',
      first: await run(context, getProgress, {}),
      subscribe: live.subscribeProgress,
      toMessage: (progress) => progressTexts(progress, reader),
    })
  })

  web.get('/settings/import/lists/:id', async (context) => {
    const list = await run(context, getOpmlImport, { id: context.req.param('id') })
    if (!list) return notFound(context)
    const reader = { ...readerOf(context, options), path: opmlImportPath(list.id) }
    return context.html(listImportPage(list, reader), 200, noStore)
  })

  web.get('/settings/import/lists/:id/events', async (context) => {
    const id = context.req.param('id')
    const first = await run(context, getOpmlImport, { id })
    if (!first) return notFound(context)
    const reader = readerOf(context, options)
    return eventStream(context, {
      event: 'progress',
      first,
      subscribe: (listener) =>
        watch(
          () => run(context, getOpmlImport, { id }),
          ({ doneCount }) => doneCount,
          listener,
        ),
      toMessage: (list) => listImportTexts(list, reader),
    })
  })

  web.post('/settings/import/lists/:id/cancel', async (context) => {
    const id = context.req.param('id')
    if (!(await run(context, getOpmlImport, { id }))) return notFound(context)
    await run(context, cancelOpmlImport, { id })
    return context.redirect(opmlImportPath(id), 303)
  })

  function notFound(context: Context): Response | Promise<Response> {
    return context.html(problemPage('not-found', readerOf(context, options)), 404, noStore)
  }
}

const watchMs = 1000

/** Reports every change of an import until it has ended; `signOf` is what makes two states differ. */
export function watch<View extends { readonly state: string }>(
  look: () => Promise<View | undefined>,
  signOf: (view: View) => number,
  listener: (view: View) => void,
): () => void {
  let before = ''
  const timer = setInterval(async () => {
    const view = await look().catch(() => undefined)
    if (view && view.state !== 'running') clearInterval(timer)
    const now = view ? `${view.state} ${signOf(view)}` : before
    if (view && now !== before) listener(view)
    before = now
  }, watchMs)
  return () => clearInterval(timer)
}
