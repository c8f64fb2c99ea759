import type { Context, MiddlewareHandler, Next } from 'hono'
import { insidePath, pathOf } from './below-path.ts'
import { readForm, text } from './form.ts'
import { fieldsOf } from './form-fields.ts'
import { returnedFormPage } from './layout/pages/returned-form.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'

/**
 * Returns a form that could not be processed (400) with what was entered and what is wrong with it: a browser validates first, but not
 * every browser does.
 */
export function returnForms(options: WebOptions): MiddlewareHandler {
  const path = pathOf(options.baseUrl)
  return (context, next) => (context.req.method === 'POST' ? giveBack(context, next) : next())

  async function giveBack(context: Context, next: Next): Promise<void> {
    await next()
    if (context.res.status !== 400) return
    const form = await readForm(context)
    const fields = form && fieldsOf(context.req.path, form)
    if (!form || !fields) return
    const from = URL.parse(context.req.header('referer') ?? '')
    const back = safePath(text(form, 'back') ?? (from && insidePath(from.pathname, path) + from.search), '/')
    const page = returnedFormPage(
      { path: context.req.path, form, fields, back },
      { ...readerOf(context, options), path: back },
    )
    // Otherwise the headers of the former answer would be added to ours.
    context.res = undefined
    context.res = context.html(page, 400, { 'Cache-Control': 'no-store' })
  }
}
