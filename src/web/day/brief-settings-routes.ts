import type { Context, Hono } from 'hono'
import { getBriefSettings, makeBriefAddress, removeBriefAddress, setBrief } from '../../operations/day/my-brief.ts'
import { readForm, text, texts } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { baseOf } from './brief-routes.ts'
import { type BriefSettingsResult, briefSettingsPage } from './pages/brief-settings.ts'

/** The settings of the reader's brief: one form, and the secret URL for other programs. */
export function briefSettingsRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/brief', (context) => {
    const result = context.req.query('said')
    return show(context, result === 'saved' || result === 'removed' ? { kind: result } : undefined)
  })
  web.post('/settings/brief', async (context) => {
    const form = await readForm(context)
    const kept =
      form &&
      (await run(context, setBrief, {
        stories: Number(text(form, 'stories')),
        hour: Number(text(form, 'hour')),
        days: texts(form, 'day').map(Number),
        isMailed: text(form, 'mail') === 'on',
        isWeekly: text(form, 'weekly') === 'on',
        isOnlyNew: text(form, 'new') === 'on',
        languages: texts(form, 'language'),
      }))
    if (!kept) return badRequest(context, options)
    return context.redirect('/settings/brief?said=saved', 303)
  })
  // Answered with a page and not a redirect: the secret is in no URL of ours.
  web.post('/settings/brief/address', async (context) => {
    const { token } = await run(context, makeBriefAddress, {})
    return show(context, { kind: 'made', address: `${baseOf(context, options)}/my-brief/${token}` })
  })
  web.post('/settings/brief/address/end', async (context) => {
    await run(context, removeBriefAddress, {})
    return context.redirect('/settings/brief?said=removed#feeds', 303)
  })

  async function show(context: Context, result: BriefSettingsResult | undefined): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/brief' }
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(briefSettingsPage(await run(context, getBriefSettings, {}), reader, result), 200, noStore)
  }
}
