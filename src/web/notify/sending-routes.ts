import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { type DestinationField, destinationKinds, sendTriggers } from '../../core/destination.ts'
import {
  addDestination,
  getDestinations,
  removeDestination,
  renewWebhookSecret,
  setDestination,
  switchDestination,
  testDestination,
} from '../../operations/notify/destinations.ts'
import { getSendForm, listSendings, replaySending, sendArticle } from '../../operations/notify/sendings.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { destinationsPage, type SendingResult } from './pages/destinations.ts'
import { sendingsPage, sendPageOf } from './pages/sendings.ts'

const home = '/settings/send'
const done = ['saved', 'added', 'removed', 'tested'] as const

/** Destinations of articles and events, the log of each, and sending one article. Forms redirect back (303). */
export function sendingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(home, (context) => showAll(context, resultIn(context)))
  web.get(`${home}/:id`, async (context) => (await showOne(context, resultIn(context))) ?? context.notFound())

  web.get('/send', async (context) => {
    const { article, entry, sent } = context.req.query()
    const what = article !== undefined ? { article } : entry !== undefined ? { entry } : undefined
    const view = what && (await run(context, getSendForm, what))
    if (!view) return context.notFound()
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(sendPageOf(view, readerOf(context, options), sent === '1'), 200, noStore)
  })
  post('/send', async (context, form) => {
    const [article, entry, destination = ''] = ['article', 'entry', 'destination'].map((name) => text(form, name))
    const what = article !== undefined ? { article } : entry !== undefined ? { entry } : undefined
    const isSent = what && (await run(context, sendArticle, { ...what, destination }))
    return isSent ? context.redirect(`/send${queryOf({ ...what, sent: 1 })}`, 303) : undefined
  })

  post(home, async (context, form) => {
    const kind = destinationKinds.find((known) => known === text(form, 'kind'))
    if (!kind) return undefined
    const settings = Object.fromEntries(
      [...form.keys()]
        .filter((name) => name.startsWith('set-'))
        .map((name) => [name.slice('set-'.length) as DestinationField, text(form, name) ?? '']),
    )
    const name = text(form, 'name') ?? ''
    const added = await run(context, addDestination, { kind, name, occasions: chosenIn(form), settings })
    if (!added) return undefined
    if (added.kind === 'refused') return showAll(context, added, 422)
    // The secret is in no URL: only in this answer.
    if (added.secret !== undefined) return showAll(context, { kind: 'secret', secret: added.secret }, 201)
    return context.redirect(`${home}?said=added`, 303)
  })
  post(`${home}/:id`, async (context, form) => {
    const input = { id: idOf(context), name: text(form, 'name') ?? '', occasions: chosenIn(form) }
    return (await run(context, setDestination, input)) && context.redirect(`${pathOf(context)}?said=saved`, 303)
  })
  post(`${home}/:id/switch`, async (context, form) => {
    const isOn = text(form, 'on') === '1'
    return (await run(context, switchDestination, { id: idOf(context), isOn })) && say(context, 'saved')
  })
  post(
    `${home}/:id/remove`,
    async (context) => (await run(context, removeDestination, { id: idOf(context) })) && say(context, 'removed'),
  )
  post(`${home}/:id/test`, async (context) => {
    const tested = await run(context, testDestination, { id: idOf(context) })
    if (!tested) return undefined
    if (tested.kind === 'sent') return say(context, 'tested')
    return showAll(context, { kind: 'test-failed', reason: tested.reason }, 502)
  })
  post(`${home}/:id/secret`, async (context) => {
    const renewed = await run(context, renewWebhookSecret, { id: idOf(context) })
    return renewed && showOne(context, { kind: 'secret', secret: renewed.secret })
  })
  post(`${home}/:id/again`, async (context, form) => {
    const sending = text(form, 'sending')
    const input = text(form, 'all') === '1' ? { allOf: idOf(context) } : sending === undefined ? undefined : { sending }
    const again = input && (await run(context, replaySending, input))
    return again && context.redirect(`${pathOf(context)}${queryOf({ again: again.count })}`, 303)
  })

  async function showAll(context: Context, result: SendingResult | undefined, status: 200 | 201 | 422 | 502 = 200) {
    context.header('Vary', 'Accept-Language, Cookie')
    const reader = { ...readerOf(context, options), path: home }
    return context.html(destinationsPage(await run(context, getDestinations, {}), reader, result), status, noStore)
  }

  async function showOne(context: Context, result: SendingResult | undefined): Promise<Response | undefined> {
    const cursor = context.req.query('cursor')
    const view = await run(context, listSendings, {
      destination: idOf(context),
      ...defined({ cursor: cursor || undefined }),
    })
    if (!view) return undefined
    context.header('Vary', 'Accept-Language, Cookie')
    const reader = { ...readerOf(context, options), path: `${home}/${view.destination.id}` }
    return context.html(sendingsPage(view, reader, result), 200, noStore)
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

function pathOf(context: Context): string {
  return `${home}/${encodeURIComponent(idOf(context))}`
}

function say(context: Context, what: (typeof done)[number]): Response {
  return context.redirect(`${home}?said=${what}`, 303)
}

function resultIn(context: Context): SendingResult | undefined {
  const { said: result, again } = context.req.query()
  const kind = done.find((known) => known === result)
  if (kind) return { kind }
  return again !== undefined && /^\d{1,6}$/.test(again) ? { kind: 'sent-again', count: Number(again) } : undefined
}

function chosenIn(form: Form) {
  const given = texts(form, 'occasion')
  return sendTriggers.filter((each) => given.includes(each))
}
