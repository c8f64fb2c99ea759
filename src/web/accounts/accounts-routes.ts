import type { Context, Hono } from 'hono'
import { disableAccount, setAccountRole, setGuests } from '../../operations/accounts/change-account.ts'
import { makeInvitation, takeBackInvitation } from '../../operations/accounts/invitations.ts'
import { listAccounts } from '../../operations/accounts/list-accounts.ts'
import { removeAccount } from '../../operations/accounts/remove-account.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { baseOf } from '../day/brief-routes.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { type AccountsResult, accountsPage } from './pages/accounts.ts'
import { ownerOnlyPage } from './pages/owner-only.ts'

/** The accounts of this server, for owners; everybody else gets 403 and a page that says who may see it. */
export function accountsRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) => {
    const reader = readerOf(context, options)
    if (reader.isOwner) return act(context)
    const way = { lead: reader.words.accounts.ownerLead, command: 'npm start account list' }
    return context.html(ownerOnlyPage(reader, way), 403, noStore)
  }

  web.get(
    '/server/people',
    guard((context) => show(context)),
  )
  post('role', async (form, context) => {
    const changed = await run(
      context,
      setAccountRole,
      wordsAsInput(setAccountRole, { id: idIn(form), role: text(form, 'role') }),
    )
    return changed === 'done' ? 'done' : { problem: changed ?? 'not-there' }
  })
  post('disable', async (form, context) => {
    const changed = await run(context, disableAccount, { id: idIn(form), isDisabled: text(form, 'out') === '1' })
    return changed === 'done' ? 'done' : { problem: changed ?? 'not-there' }
  })
  post('remove', async (form, context) => {
    if (text(form, 'sure') !== '1') return { problem: 'not-sure' }
    const words = text(form, 'words') === 'keep-unnamed' ? 'keep-unnamed' : 'remove'
    const removed = await run(context, removeAccount, { id: idIn(form), words })
    if (typeof removed === 'object') return { retryAfterSeconds: removed.retryAfterSeconds }
    return removed === 'done' ? 'done' : { problem: removed ?? 'not-there' }
  })
  post('invite', async (form, context) => {
    const made = await run(
      context,
      makeInvitation,
      wordsAsInput(makeInvitation, {
        role: text(form, 'role'),
        days: Number(text(form, 'days') ?? 7),
        note: text(form, 'note') ?? '',
      }),
    )
    if (!made) return { problem: 'unchosen' }
    return { invited: { address: addressFor(context, made.token), expiresAt: made.expiresAt } }
  })
  post('take-back', async (form, context) => {
    await run(context, takeBackInvitation, { id: idIn(form) })
    return 'done'
  })
  post('guests', async (form, context) => {
    await run(context, setGuests, { mayRead: texts(form, 'read').at(-1) === '1' })
    return 'done'
  })

  function post(path: string, act: (form: Form, context: Context) => Promise<AccountsResult | 'done'>): void {
    web.post(
      `/server/people/${path}`,
      guard(async (context) => {
        const form = (await readForm(context)) ?? new Map()
        const came = await act(form, context)
        return came === 'done' ? context.redirect('/server/people', 303) : show(context, came)
      }),
    )
  }

  async function show(context: Context, result: AccountsResult = {}): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/server/people' }
    return context.html(
      accountsPage(await run(context, listAccounts, {}), reader, result),
      result.problem ? 422 : 200,
      noStore,
    )
  }

  function addressFor(context: Context, token: string): string {
    return `${baseOf(context, options)}/invitations/${token}`
  }
}

function idIn(form: Form): string {
  return text(form, 'id') ?? ''
}
