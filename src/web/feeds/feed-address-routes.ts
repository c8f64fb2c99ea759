import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { feedSubject } from '../../core/feed/feed-subject.ts'
import {
  announceFeedAddress,
  listFeedAddresses,
  makeFeedAddress,
  revokeFeedAddress,
} from '../../operations/feeds/feed-addresses.ts'
import { baseOf } from '../day/brief-routes.ts'
import { readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type FeedAddressesResult, feedAddressesPage } from './pages/feed-addresses.ts'

/** The secret URLs of a reader's feeds: making and revoking them, and notifying a hub. */
export function feedAddressRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/feeds', (context) => {
    const { said: result, made } = context.req.query()
    return show(context, result === 'revoked' ? { kind: 'revoked' } : made ? { kind: 'made', id: made } : undefined)
  })
  web.post('/settings/feeds', async (context) => {
    const form = await readForm(context)
    const [kind = '', target] = form ? splitOnce(text(form, 'of') ?? '') : []
    const subject = feedSubject(kind, target)
    const made = subject && (await run(context, makeFeedAddress, subject))
    if (!made) return badRequest(context, options)
    if (made.kind === 'refused') return show(context, made, 422)
    return context.redirect(`/settings/feeds?made=${encodeURIComponent(made.address.id)}`, 303)
  })
  web.post('/settings/feeds/revoke', async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const done = id && (await run(context, revokeFeedAddress, { id }))
    return done ? context.redirect('/settings/feeds?said=revoked', 303) : badRequest(context, options)
  })
  web.post('/settings/feeds/announce', async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const isAnnounced = form && text(form, 'announced') === '1'
    const done = id && (await run(context, announceFeedAddress, { id, isAnnounced: isAnnounced === true }))
    return done ? context.redirect('/settings/feeds', 303) : badRequest(context, options)
  })

  async function show(context: Context, result?: FeedAddressesResult, status: 200 | 422 = 200): Promise<Response> {
    const { kind, target } = context.req.query()
    const asked = kind === undefined ? undefined : feedSubject(kind, target)
    const view = await run(context, listFeedAddresses, asked ?? {})
    if (!view) return context.notFound() as Response
    const reader = { ...readerOf(context, options), path: '/settings/feeds' }
    context.header('Vary', 'Accept-Language, Cookie')
    const page = feedAddressesPage(view, reader, {
      base: baseOf(context, options),
      hasHub: options.hub !== undefined,
      ...defined({ said: result }),
    })
    return context.html(page, status, noStore)
  }
}

/** Splits the form's `kind target`; a target may contain spaces. */
function splitOnce(value: string): readonly [string, string?] {
  const at = value.indexOf(' ')
  return at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)]
}
