import type { Context, Hono } from 'hono'
import { endLetterbox, listLetterboxes, makeLetterbox } from '../../operations/feeds/newsletter-addresses.ts'
import { readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type NewslettersResult, newslettersPage } from './pages/newsletters.ts'

const path = '/newsletters'

/** The addresses that receive newsletters: making and deleting one. */
export function newsletterRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(path, (context) => {
    const { said: result, made } = context.req.query()
    return show(context, result === 'ended' ? { kind: 'ended' } : made ? { kind: 'made', id: made } : undefined)
  })
  web.post(path, async (context) => {
    const form = await readForm(context)
    const name = form && text(form, 'name')?.trim()
    const made = name && (await run(context, makeLetterbox, { name, folder: text(form, 'folder') ?? '' }))
    if (!made) return badRequest(context, options)
    if (made.kind !== 'made') return show(context, made, 422)
    return context.redirect(`${path}?made=${encodeURIComponent(made.letterbox.id)}`, 303)
  })
  web.post(`${path}/end`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const done = id && (await run(context, endLetterbox, { id }))
    return done ? context.redirect(`${path}?said=ended`, 303) : badRequest(context, options)
  })

  async function show(context: Context, result?: NewslettersResult, status: 200 | 422 = 200): Promise<Response> {
    const view = await run(context, listLetterboxes, {})
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(newslettersPage(view, { ...readerOf(context, options), path }, result), status, noStore)
  }
}
