import type { Context, Hono } from 'hono'
import { exportOwn } from '../../operations/accounts/export-own.ts'
import {
  changePassword,
  endSession,
  getMyAccount,
  renameMyself,
  setMyEmail,
} from '../../operations/accounts/my-account.ts'
import { reopenSession } from '../../operations/accounts/open-session.ts'
import { removeMyAccount } from '../../operations/accounts/remove-account.ts'
import { type Form, readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { clearDevice } from './device-cookies.ts'
import { sessionIdOf } from './identify.ts'
import { type AccountPart, type AccountResult, accountPage } from './pages/account.ts'
import { closedPage } from './pages/sign-in.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'
import { clientOf } from './sign-in-routes.ts'

/** The reader's own account. Each form returns to its section. */
export function accountRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/account', (context) => {
    const part = partNamed(context.req.query('saved'))
    return show(context, part === undefined ? {} : { part, isSaved: true })
  })
  web.get('/settings/account/data.zip', async (context) => {
    const { body, mediaType, fileName } = await run(context, exportOwn, {})
    return context.body(body, 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      ...noStore,
    })
  })

  post('profile', 'profile', async (form, context) => {
    const renamed = await run(context, renameMyself, { name: text(form, 'name') ?? '' })
    if (renamed !== 'done') return { problem: renamed ?? 'bad-name' }
    return (await run(context, setMyEmail, { email: (text(form, 'email') ?? '').trim() }))
      ? 'saved'
      : { problem: 'email' }
  })
  post('password', 'password', async (form, context) => {
    const [current, next] = [text(form, 'current') ?? '', text(form, 'next') ?? '']
    if (next !== text(form, 'again')) return { problem: 'mismatch' }
    const changed = await run(context, changePassword, { current, next })
    if (typeof changed === 'object') return { retryAfterSeconds: changed.retryAfterSeconds }
    if (changed !== 'done') return { problem: changed ?? 'bad-password' }
    const { browser } = clientOf(context)
    setSessionCookie(context, await run(context, reopenSession, { means: 'password', browser }), options.baseUrl)
    return 'saved'
  })
  post('sessions/end', 'sessions', async (form, context) => {
    const id = text(form, 'id') ?? ''
    const own = sessionIdOf(context)
    await run(context, endSession, id === 'others' && own !== undefined ? { allBut: own } : { id })
    return 'saved'
  })
  post('leave', 'leave', async (form, context) => {
    const words = text(form, 'words') === 'keep-unnamed' ? 'keep-unnamed' : 'remove'
    const left = await run(context, removeMyAccount, { proof: text(form, 'proof') ?? '', words })
    if (typeof left === 'object') return { retryAfterSeconds: left.retryAfterSeconds }
    if (left !== 'done') return { problem: left ?? 'wrong' }
    clearSessionCookie(context, options.baseUrl)
    clearDevice(context)
    const reader = readerOf(context, options)
    return context.html(closedPage(reader, reader.words.accounts.left, reader.words.accounts.leftNote), 200, noStore)
  })

  function post(
    path: string,
    part: AccountPart,
    act: (form: Form, context: Context) => Promise<AccountResult | 'saved' | Response>,
  ): void {
    web.post(`/settings/account/${path}`, async (context: Context) => {
      const form = (await readForm(context)) ?? new Map()
      const came = await act(form, context)
      if (came instanceof Response) return came
      if (came === 'saved') return context.redirect(`/settings/account?saved=${part}#${part}`, 303)
      return show(context, { part, ...came })
    })
  }

  async function show(context: Context, result: AccountResult): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/account' }
    const sessionId = sessionIdOf(context)
    const view = await run(context, getMyAccount, sessionId === undefined ? {} : { sessionId })
    if (!view) return context.notFound() as Response
    const { retryAfterSeconds: wait } = result
    if (wait !== undefined) context.header('Retry-After', String(wait))
    return context.html(
      accountPage(view, reader, result),
      wait !== undefined ? 429 : result.problem ? 422 : 200,
      noStore,
    )
  }
}

const parts: readonly AccountPart[] = ['profile', 'password', 'sessions', 'leave']

function partNamed(name: string | undefined): AccountPart | undefined {
  return parts.find((part) => part === name)
}
