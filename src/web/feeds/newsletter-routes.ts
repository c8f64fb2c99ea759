import type { Context, Hono } from 'hono'
import {
  addMailbox,
  changeMailbox,
  fetchMailboxNow,
  listMailboxes,
  removeMailbox,
  takeSenderAgain,
} from '../../operations/feeds/mailboxes.ts'
import {
  addNewsletterAddress,
  listNewsletterAddresses,
  removeNewsletterAddress,
} from '../../operations/feeds/newsletter-addresses.ts'
import { type Form, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type NewslettersResult, newslettersPage } from './pages/newsletters.ts'

const path = '/newsletters'
const mailboxes = `${path}/mailboxes`

/** The addresses that receive newsletters, and the mailboxes they are fetched from: making, changing and deleting one. */
export function newsletterRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(path, (context) => {
    const { said: result, made, count } = context.req.query()
    return show(context, made ? { kind: 'made', id: made } : resultOf(result, count))
  })
  web.post(path, async (context) => {
    const form = await readForm(context)
    const name = form && text(form, 'name')?.trim()
    const made = name && (await run(context, addNewsletterAddress, { name, folder: text(form, 'folder') ?? '' }))
    if (!made) return badRequest(context, options)
    if (made.kind !== 'made') return show(context, made, 422)
    return context.redirect(`${path}?made=${encodeURIComponent(made.letterbox.id)}`, 303)
  })
  web.post(`${path}/end`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const done = id && (await run(context, removeNewsletterAddress, { id }))
    return done ? context.redirect(`${path}?said=ended`, 303) : badRequest(context, options)
  })
  web.post(mailboxes, async (context) => {
    const form = await readForm(context)
    const typed = form && typedIn(form)
    const password = form && text(form, 'password')
    if (!typed?.server || !typed.user || !password) return badRequest(context, options)
    const security = typed.security === 'starttls' ? 'starttls' : 'tls'
    const added = await run(context, addMailbox, { ...typed, security, password })
    if (added === undefined) return badRequest(context, options)
    if (added.kind !== 'added') return show(context, { kind: 'mailbox-refused', refusal: added, typed }, 422)
    return context.redirect(`${path}?said=mailbox-added&count=${added.newCount}`, 303)
  })
  web.post(`${mailboxes}/change`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    if (!id) return badRequest(context, options)
    const { folder, senders, feedFolder } = typedIn(form)
    const typed = { folder, senders, feedFolder }
    const changed = await run(context, changeMailbox, { id, password: text(form, 'password') ?? '', ...typed })
    if (changed === undefined) return badRequest(context, options)
    if (changed.kind !== 'changed') return show(context, { kind: 'mailbox-refused', refusal: changed, typed, id }, 422)
    return context.redirect(`${path}?said=mailbox-changed`, 303)
  })
  web.post(`${mailboxes}/fetch`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const fetched = id && (await run(context, fetchMailboxNow, { id }))
    if (!fetched) return badRequest(context, options)
    // Trouble is shown at the mailbox.
    if (fetched.kind === 'trouble') return context.redirect(path, 303)
    const count = fetched.kind === 'done' ? `&count=${fetched.newCount}` : ''
    return context.redirect(`${path}?said=mailbox-${fetched.kind === 'done' ? 'fetched' : fetched.kind}${count}`, 303)
  })
  web.post(`${mailboxes}/remove`, async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const done = id && (await run(context, removeMailbox, { id }))
    return done ? context.redirect(`${path}?said=mailbox-removed`, 303) : badRequest(context, options)
  })
  web.post(`${mailboxes}/senders`, async (context) => {
    const form = await readForm(context)
    const sender = form && text(form, 'sender')
    const done = sender && (await run(context, takeSenderAgain, { sender }))
    return done ? context.redirect(path, 303) : badRequest(context, options)
  })

  async function show(context: Context, result?: NewslettersResult, status: 200 | 422 = 200): Promise<Response> {
    const [view, boxes] = await Promise.all([
      run(context, listNewsletterAddresses, {}),
      run(context, listMailboxes, {}),
    ])
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(newslettersPage(view, boxes, { ...readerOf(context, options), path }, result), status, noStore)
  }
}

/** What a redirect says was done; undefined for anything else. */
function resultOf(said: string | undefined, count: string | undefined): NewslettersResult | undefined {
  switch (said) {
    case 'ended':
    case 'mailbox-changed':
    case 'mailbox-removed':
    case 'mailbox-busy':
    case 'mailbox-too-often':
      return { kind: said }
    case 'mailbox-added':
    case 'mailbox-fetched':
      return { kind: said, count: /^\d{1,6}$/.test(count ?? '') ? Number(count) : 0 }
    default:
      return undefined
  }
}

/** What was written into a form of a mailbox, without its password. */
function typedIn(form: Form) {
  const given = (name: string) => text(form, name)?.trim() ?? ''
  return {
    ...{ server: given('server'), security: given('security'), user: given('user') },
    ...{ folder: given('folder'), senders: given('senders'), feedFolder: given('feedFolder') },
  }
}
