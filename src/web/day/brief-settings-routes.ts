import type { Context, Hono } from 'hono'
import type { BriefChoice } from '../../core/brief-choice.ts'
import { getMailServer, sendTestMail, setMailServer } from '../../operations/admin/mail-server.ts'
import { getBriefSettings, makeBriefAddress, removeBriefAddress, setBrief } from '../../operations/day/my-brief.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { baseOf } from './brief-routes.ts'
import { type BriefSettingsResult, briefSettingsPage } from './pages/brief-settings.ts'

const home = '/settings/brief'

/** The settings of the reader's brief: its choices, its mail, and the secret URL for other programs. */
export function briefSettingsRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(home, (context) => {
    const result = context.req.query('said')
    return show(context, result === 'saved' || result === 'removed' ? { kind: result } : undefined)
  })
  web.post(home, async (context) => {
    const form = await readForm(context)
    const view = form && (await run(context, getBriefSettings, {}))
    const kept = view && (await run(context, setBrief, choiceIn(form, view.choice)))
    return kept ? context.redirect(`${home}?said=saved`, 303) : badRequest(context, options)
  })
  web.post(`${home}/test`, async (context) => {
    const sent = await run(context, sendTestMail, {})
    return sent
      ? show(context, { kind: 'tested', sent }, sent.kind === 'sent' ? 200 : 502)
      : badRequest(context, options)
  })
  // Owners only: the operation refuses everybody else.
  web.post(`${home}/server`, async (context) => {
    const form = await readForm(context)
    const chosen = form && (await run(context, setMailServer, serverIn(form)))
    if (!chosen) return badRequest(context, options)
    if (chosen !== 'done') return show(context, { kind: 'refused', field: chosen.field }, 422)
    return context.redirect(`${home}?said=saved#mail-server`, 303)
  })
  // Answered with a page and not a redirect: the secret is in no URL of ours.
  web.post(`${home}/address`, async (context) => {
    const { token } = await run(context, makeBriefAddress, {})
    return show(context, { kind: 'made', address: `${baseOf(context, options)}/my-brief/${token}` })
  })
  web.post(`${home}/address/end`, async (context) => {
    await run(context, removeBriefAddress, {})
    return context.redirect(`${home}?said=removed#feeds`, 303)
  })

  async function show(
    context: Context,
    result: BriefSettingsResult | undefined,
    status: 200 | 422 | 502 = 200,
  ): Promise<Response> {
    const reader = { ...readerOf(context, options), path: home }
    const [view, server] = await Promise.all([
      run(context, getBriefSettings, {}),
      reader.isOwner ? run(context, getMailServer, {}) : undefined,
    ])
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(briefSettingsPage(view, reader, result, server), status, noStore)
  }
}

/** The choice with the fields of a form: a script sends only what was changed. */
function choiceIn(form: Form, before: BriefChoice) {
  const given = (name: string) => texts(form, name).at(-1)
  const isOn = (name: string, was: boolean) => (form.has(name) ? given(name) === 'on' : was)
  const all = (name: string) => texts(form, name).filter((value) => value !== '')
  return {
    stories: Number(given('stories') ?? before.stories),
    hour: Number(given('hour') ?? before.hour),
    days: form.has('day') ? all('day').map(Number) : before.days,
    isMailed: isOn('mail', before.isMailed),
    isWeekly: isOn('weekly', before.isWeekly),
    isOnlyNew: isOn('new', before.isOnlyNew),
    languages: form.has('language') ? all('language') : before.languages,
  }
}

function serverIn(form: Form) {
  const given = (name: string) => text(form, name) ?? ''
  return {
    host: given('remove') === '1' ? '' : given('host'),
    port: Number(given('port')),
    security: given('security') === 'tls' ? ('tls' as const) : ('starttls' as const),
    user: given('user'),
    password: given('password'),
    from: given('from'),
  }
}
