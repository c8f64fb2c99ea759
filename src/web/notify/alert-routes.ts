import type { Context, Hono } from 'hono'
import type { AlertSettings } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import { followKinds } from '../../core/marks.ts'
import {
  addAlertChannel,
  removeAlertChannel,
  switchAlertChannel,
  testAlertChannel,
} from '../../operations/notify/alert-channels.ts'
import { chooseAlert, getAlertSettings, listAlerts, setAlertSettings } from '../../operations/notify/alerts.ts'
import { listWatches } from '../../operations/notify/watches.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { isVisit, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { type AlertsResult, alertSettingsPage } from './pages/alert-settings.ts'
import { alertsPage } from './pages/alerts.ts'

const home = '/settings/alerts'
const done = ['saved', 'added', 'removed', 'tested', 'gone'] as const

/** The list of alerts, and their settings: what alerts, when and where to. Forms redirect back (303). */
export function alertRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/alerts', async (context) => {
    const cursor = context.req.query('cursor')
    const view = await run(context, listAlerts, {
      ...defined({ cursor: cursor || undefined }),
      looks: isVisit(context),
    })
    return view ? sendPage(context, alertsPage(view, readerOf(context, options))) : context.notFound()
  })
  web.get(home, (context) => {
    const kind = done.find((known) => known === context.req.query('said'))
    return show(context, kind && { kind })
  })

  post(home, async (context, form) => {
    const view = await run(context, getAlertSettings, {})
    const settings = view && settingsIn(form, view.settings)
    const isSet = settings && (await run(context, setAlertSettings, settings))
    return isSet && say(context, 'saved')
  })
  post('/alerts/choose', async (context, form) => {
    const kind = followKinds.find((known) => known === text(form, 'kind'))
    const choice = (['on', 'off', 'as-all'] as const).find((known) => known === text(form, 'choice'))
    const [target, search] = [text(form, 'target'), text(form, 'search')]
    if (!choice) return undefined
    const isSet =
      search !== undefined && choice !== 'as-all'
        ? await run(context, chooseAlert, { search, choice })
        : kind && target && (await run(context, chooseAlert, { kind, target, choice }))
    return isSet ? context.redirect(safePath(text(form, 'back'), `${home}#follows`), 303) : undefined
  })
  post(`${home}/channels`, async (context, form) => {
    const wanted = channelIn(form)
    const added = wanted && (await run(context, addAlertChannel, wanted))
    if (!added) return undefined
    return added.kind === 'added' ? say(context, 'added') : show(context, added, 422)
  })
  post(`${home}/channels/:id/remove`, async (context) => {
    const isRemoved = await run(context, removeAlertChannel, { id: idOf(context) })
    return isRemoved && say(context, 'removed')
  })
  post(`${home}/channels/:id/switch`, async (context, form) => {
    const isOn = text(form, 'on') === '1'
    return (await run(context, switchAlertChannel, { id: idOf(context), isOn })) && say(context, 'saved')
  })
  post(`${home}/channels/:id/test`, async (context) => {
    const tested = await run(context, testAlertChannel, { id: idOf(context) })
    if (!tested) return undefined
    if (tested.kind === 'failed') return show(context, tested, 502)
    return say(context, tested.kind === 'gone' ? 'gone' : 'tested')
  })

  async function show(context: Context, result: AlertsResult | undefined, status: 200 | 422 | 502 = 200) {
    context.header('Vary', 'Accept-Language, Cookie')
    const reader = { ...readerOf(context, options), path: home }
    const [view, watches] = await Promise.all([run(context, getAlertSettings, {}), run(context, listWatches, {})])
    return context.html(alertSettingsPage(view, watches, reader, result), status, noStore)
  }

  function post(path: string, act: (context: Context, form: Form) => Promise<Response | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const answer = form && (await act(context, form))
      return answer ?? badRequest(context, options)
    })
  }
}

function idOf(context: Context): string {
  return context.req.param('id') ?? ''
}

function say(context: Context, what: (typeof done)[number]): Response {
  return context.redirect(`${home}?said=${what}`, 303)
}

/** The settings with the fields of a form: a script sends only what was changed. Undefined for a value that is none. */
function settingsIn(form: Form, { isAllOn, quiet, perHour }: AlertSettings) {
  const hours = { from: minutesOf(text(form, 'from')), until: minutesOf(text(form, 'until')) }
  const most = form.has('per-hour') ? Number(text(form, 'per-hour')) : perHour
  if (hours.from === 'none' || hours.until === 'none' || !Number.isInteger(most)) return undefined
  const { from, until } = hours
  const given = from !== undefined && until !== undefined ? { from, until } : undefined
  return {
    isAllOn: form.has('all') ? texts(form, 'all').at(-1) === '1' : isAllOn,
    perHour: most,
    ...defined({ quiet: form.has('from') ? given : quiet }),
  }
}

/** Minutes after midnight of `22:00`; undefined when empty, `'none'` when invalid. */
function minutesOf(time: string | undefined): number | undefined | 'none' {
  if (time === undefined || time === '') return undefined
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return total >= 0 && total < 1440 ? total : 'none'
}

function channelIn(form: Form) {
  const kind = text(form, 'kind')
  switch (kind) {
    case 'push': {
      const [endpoint = '', p256dh = '', auth = ''] = ['endpoint', 'p256dh', 'auth'].map((name) => text(form, name))
      return { kind, endpoint, p256dh, auth } as const
    }
    case 'webhook':
      return { kind, url: text(form, 'url') ?? '' } as const
    case 'mail':
    case 'feed':
      return { kind } as const
    default:
      return undefined
  }
}
