import type { Context, Hono } from 'hono'
import { type Form, readForm, text } from './form.ts'
import { arrivalOf, isOwner, portOf } from './owner.ts'
import { labelsPage } from './pages/labels.ts'
import { ownerOnlyPage } from './pages/owner-only.ts'
import { problemPage } from './pages/problem.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import type { WebOperations } from './web-operations.ts'

const fresh = { 'Cache-Control': 'no-store' }

/** Labels: the page, its two forms, and the file. All of them are the owner's alone; anybody else is told so (403). */
export function labelRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) =>
    isOwner(arrivalOf(context))
      ? act(context)
      : context.html(ownerOnlyPage(readerOf(context, options), portOf(context)), 403, fresh)

  web.get(
    '/labels',
    guard(async (context) => {
      const { article, cursor } = context.req.query()
      const view = await app.labels({ ...(article && { articleId: article }), ...(cursor && { cursor }) })
      return view ? context.html(labelsPage(view, readerOf(context, options)), 200, fresh) : context.notFound()
    }),
  )
  web.get(
    '/labels.jsonl',
    guard(async (context) => {
      const { body, contentType, fileName } = await app.exportLabels()
      const disposition = `attachment; filename="${fileName}"`
      return context.body(body, 200, { 'Content-Type': contentType, 'Content-Disposition': disposition, ...fresh })
    }),
  )
  web.post(
    '/labels',
    guard(async (context) => {
      const form = await readForm(context)
      const asked = form && labelIn(form)
      const result = asked && (await app.correctQuote(asked))
      if (!form || !result) return badRequest(context)
      if (result.kind === 'saved') return context.redirect(safePath(text(form, 'back'), '/labels'), 303)
      const back = safePath(text(form, 'back'), '/labels')
      const article = new URL(back, 'http://self.invalid').searchParams.get('article')
      const view = (await app.labels(article === null ? {} : { articleId: article })) ?? (await app.labels({}))
      if (!view) return badRequest(context)
      const reader = { ...readerOf(context, options), path: back }
      return context.html(labelsPage(view, reader, result.message), 422, fresh)
    }),
  )
  web.post(
    '/labels/undo',
    guard(async (context) => {
      const form = await readForm(context)
      const id = form && text(form, 'correction')
      if (!id) return badRequest(context)
      await app.removeCorrection({ id })
      return context.redirect(safePath(text(form, 'back'), '/labels'), 303)
    }),
  )

  function badRequest(context: Context): Response | Promise<Response> {
    return context.html(problemPage('bad-request', readerOf(context, options)), 400, fresh)
  }
}

/** What the form says; a name that was written stands before one that was chosen. Undefined when a part is missing. */
function labelIn(form: Form): Parameters<WebOperations['correctQuote']>[0] | undefined {
  const [articleId, revision, start, end] = ['article', 'revision', 'start', 'end'].map((name) => text(form, name))
  const verdict = (['speaker', 'nobody', 'not-a-quote'] as const).find((known) => known === text(form, 'verdict'))
  if (!articleId || !verdict || !/^\d{1,9}$/.test(start ?? '') || !/^\d{1,9}$/.test(end ?? '')) return undefined
  return {
    articleId,
    ...(revision && { revision }),
    start: Number(start),
    end: Number(end),
    verdict,
    speaker: text(form, 'other')?.trim() || text(form, 'name') || '',
  }
}
