import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { acceptInvitation, findInvitation } from '../../operations/accounts/invitations.ts'
import { hasSignInMethod, type SetupResult } from '../../operations/accounts/owner-setup.ts'
import { signIn } from '../../operations/accounts/sign-in.ts'
import { signOut } from '../../operations/accounts/sign-out.ts'
import { addressOf } from '../arrival.ts'
import { type Form, readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { clearDevice, knownDeviceOf } from './device-cookies.ts'
import { otherSignInMethodsFor } from './other-sign-in-methods.ts'
import { closedPage, enterPage, type SignInFormResult, type SignInProblem, signInPage } from './pages/sign-in.ts'
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts'
import { setStepCookie } from './step-cookie.ts'

/** Signing in and out. Open to anybody, so the pages disclose as little as possible. */
export function signInRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const closed = (context: Context) => {
    const reader = readerOf(context, options)
    const { closed, closedNote } = reader.words.accounts
    return context.html(closedPage(reader, closed, closedNote), 404, noStore)
  }
  const later = (context: Context, page: (result: SignInFormResult) => string, retryAfterSeconds: number) =>
    context.html(page({ retryAfterSeconds }), 429, { 'Retry-After': String(retryAfterSeconds), ...noStore })

  web.get('/sign-in', async (context) => {
    if (!(await run(context, hasSignInMethod, {}))) return context.redirect('/setup', 303)
    const back = safePath(context.req.query('back'))
    const more = otherSignInMethodsFor(context, options, back)
    return context.html(signInPage(readerOf(context, options), back, {}, more), 200, noStore)
  })
  web.post('/sign-in', async (context) => {
    const form = await readForm(context)
    // An incomplete form names nobody, and trying one would cost as much as checking a password.
    if (!form) return context.redirect('/sign-in', 303)
    const [name, password, back] = [
      text(form, 'name') ?? '',
      text(form, 'password') ?? '',
      safePath(text(form, 'back')),
    ]
    const previous = sessionTokenOf(context, options.baseUrl)
    const device = knownDeviceOf(context, options.baseUrl)
    const result = await run(context, signIn, {
      name: name.slice(0, 200),
      password: password.slice(0, 1000),
      ...clientOf(context),
      ...defined({ previous, device }),
    })
    const page = (result: SignInFormResult) =>
      signInPage(readerOf(context, options), back, { name, ...result }, otherSignInMethodsFor(context, options, back))
    if (result.kind === 'later') return later(context, page, result.retryAfterSeconds)
    if (result.kind === 'refused') return context.html(page({ problem: 'refused' }), 401, noStore)
    if (result.kind === 'code-needed') {
      setStepCookie(context, 'code', result.token, options.baseUrl)
      return context.redirect(`/sign-in/code?back=${encodeURIComponent(back)}`, 303)
    }
    return startSession(context, result.session, back, options.baseUrl)
  })
  web.post('/sign-out', async (context) => {
    const token = sessionTokenOf(context, options.baseUrl)
    if (token !== undefined) await run(context, signOut, token)
    clearSessionCookie(context, options.baseUrl)
    clearDevice(context)
    return context.redirect('/sign-in', 303)
  })

  web.get('/invitations/:token', async (context) => {
    const token = context.req.param('token')
    const found = await run(context, findInvitation, { token, address: addressOf(context.env) })
    if (found.kind === 'none') return closed(context)
    if (found.kind === 'later')
      return later(context, (result) => signInPage(readerOf(context, options), '/', result), found.retryAfterSeconds)
    return context.html(invitationPage(context, token, found.invitation.role), 200, noStore)
  })
  web.post('/invitations/:token', async (context) => {
    const token = context.req.param('token')
    const form = (await readForm(context)) ?? new Map()
    const found = await run(context, findInvitation, { token, address: addressOf(context.env) })
    const role = found.kind === 'found' ? found.invitation.role : 'reader'
    const page = (result: SignInFormResult) => invitationPage(context, token, role, result)
    return take(context, form, page, (chosen) =>
      run(context, acceptInvitation, { token, ...chosen, ...clientOf(context) }),
    )
  })

  /** Runs a form in which somebody chose a name and a password, then signs them in. */
  async function take(
    context: Context,
    form: Form,
    page: (result: SignInFormResult) => string,
    act: (chosen: { readonly name: string; readonly password: string }) => Promise<SetupResult>,
  ): Promise<Response> {
    const { name, password, isTwice } = chosenCredentials(form)
    const refuse = (problem: SignInProblem) => context.html(page({ name, problem }), 422, noStore)
    if (!isTwice) return refuse('mismatch')
    const result = await act({ name, password })
    if (result.kind === 'later') return later(context, page, result.retryAfterSeconds)
    if (result.kind === 'refused') return result.why === 'closed' ? closed(context) : refuse(result.why)
    return startSession(context, result.session, '/', options.baseUrl)
  }

  function invitationPage(
    context: Context,
    token: string,
    role: 'guest' | 'reader' | 'moderator' | 'owner',
    result?: SignInFormResult,
  ): string {
    const reader = readerOf(context, options)
    const { invited, invitedAs, create, roles } = reader.words.accounts
    const action = `/invitations/${encodeURIComponent(token)}`
    return enterPage(reader, { title: invited, lead: invitedAs(roles[role]), action, button: create }, result)
  }
}

/** Sets the session cookie and redirects. */
export function startSession(
  context: Context,
  session: { readonly token: string; readonly device?: string },
  to: string,
  baseUrl: string | undefined,
): Response {
  setSessionCookie(context, session, baseUrl)
  // Another person may have used this browser before.
  clearDevice(context)
  return context.redirect(to, 303)
}

/** The name and password of a form; `isTwice`: both password fields were equal. */
export function chosenCredentials(form: Form): {
  readonly name: string
  readonly password: string
  readonly isTwice: boolean
} {
  const password = (text(form, 'next') ?? '').slice(0, 1000)
  return { name: (text(form, 'name') ?? '').slice(0, 200), password, isTwice: password === text(form, 'again') }
}

export function clientOf(context: Context): { readonly address: string; readonly browser: string } {
  return { address: addressOf(context.env), browser: context.req.header('user-agent') ?? '' }
}
