import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { isAtCodeStep, signInByCode } from '../../operations/accounts/sign-in-by-code.ts'
import { beginPasskeySignIn, signInByPasskey } from '../../operations/accounts/sign-in-by-passkey.ts'
import {
  beginProviderSignIn,
  finishProviderSignIn,
  type ProviderSignInResult,
} from '../../operations/accounts/sign-in-by-provider.ts'
import { readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { identityOf, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { clearDevice } from './device-cookies.ts'
import type { MethodResult } from './pages/sign-in-steps.ts'
import { enterCodePage, signInFailedPage, toProviderPage } from './pages/sign-in-steps.ts'
import { passkeySite } from './passkey-site.ts'
import { sessionTokenOf, setSessionCookie } from './session-cookie.ts'
import { clientOf } from './sign-in-routes.ts'
import { clearStepCookie, setStepCookie, stepTokenOf } from './step-cookie.ts'

/** Where the provider redirects the browser back to. */
export const providerReturnPath = '/sign-in/elsewhere/back'

/** Signing in by a passkey, by a code after the password, or by an identity provider: open to anybody. */
export function signInStepRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const { baseUrl } = options

  web.post('/sign-in/passkey/options', async (context) => {
    const instance = passkeySite(context, baseUrl)
    if (!instance) return context.json({}, 404, noStore)
    const { token, challenge } = await run(context, beginPasskeySignIn, {})
    setStepCookie(context, 'passkey', token, baseUrl)
    // No list of passkeys, since that would disclose which exist; a passkey names its owner.
    const wanted = {
      challenge,
      rpId: instance.rpId,
      userVerification: 'required',
      allowCredentials: [],
      timeout: 300_000,
    }
    return context.json(wanted, 200, noStore)
  })
  web.post('/sign-in/passkey', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const instance = passkeySite(context, baseUrl)
    if (!instance) return notIn(context, { bad: 'passkey' }, 404)
    const result = await run(context, signInByPasskey, {
      token: stepTokenOf(context, 'passkey', baseUrl),
      answer: parseJson(text(form, 'answer')),
      instance,
      ...clientOf(context),
      ...before(context),
    })
    clearStepCookie(context, 'passkey', baseUrl)
    if (result.kind === 'later') return later(context, result.retryAfterSeconds)
    if (result.kind === 'signed-in') return enter(context, result.session, safePath(text(form, 'back')))
    const bad = result.why === 'over' || result.why === 'disabled' ? result.why : 'passkey'
    return notIn(context, { bad }, 401)
  })

  web.get('/sign-in/code', async (context) => {
    const isAwaited = await run(context, isAtCodeStep, stepTokenOf(context, 'code', baseUrl))
    const back = safePath(context.req.query('back'))
    if (!isAwaited) return context.redirect('/sign-in', 303)
    return context.html(enterCodePage(readerOf(context, options), back), 200, noStore)
  })
  web.post('/sign-in/code', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const back = safePath(text(form, 'back'))
    const result = await run(context, signInByCode, {
      token: stepTokenOf(context, 'code', baseUrl),
      code: (text(form, 'code') ?? '').slice(0, 100),
      browser: clientOf(context).browser,
      ...before(context),
    })
    if (result.kind === 'refused')
      return context.html(enterCodePage(readerOf(context, options), back, { bad: 'code' }), 401, noStore)
    if (result.kind === 'later') {
      const { retryAfterSeconds } = result
      const page = enterCodePage(readerOf(context, options), back, { retryAfterSeconds })
      return context.html(page, 429, { 'Retry-After': String(retryAfterSeconds), ...noStore })
    }
    clearStepCookie(context, 'code', baseUrl)
    return result.kind === 'over' ? notIn(context, { bad: 'over' }, 401) : enter(context, result.session, back)
  })

  web.post('/sign-in/elsewhere', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    return redirectToProvider(context, run, options, { back: safePath(text(form, 'back')) })
  })
  web.get(providerReturnPath, async (context) => {
    const reader = identityOf(context)
    const result = await run(context, finishProviderSignIn, {
      token: stepTokenOf(context, 'elsewhere', baseUrl),
      query: new URL(context.req.url).searchParams,
      browser: clientOf(context).browser,
      ...defined({ reader }),
      ...before(context),
    })
    clearStepCookie(context, 'elsewhere', baseUrl)
    if (result.kind === 'signed-in') return enter(context, result.session, safePath(result.back))
    if (result.kind === 'linked') return context.redirect('/settings/sign-in?done=linked#elsewhere', 303)
    if (result.kind === 'refused') return notIn(context, { bad: providerProblems(result.why) }, 401)
    return notIn(context, { bad: 'taken' }, 409)
  })

  function before(context: Context): { readonly previous?: string } {
    const previous = sessionTokenOf(context, baseUrl)
    return previous === undefined ? {} : { previous }
  }

  function enter(
    context: Context,
    session: { readonly token: string; readonly expiresAt: string; readonly device?: string },
    to: string,
  ): Response {
    setSessionCookie(context, session, baseUrl)
    clearDevice(context)
    return context.redirect(to, 303)
  }

  function notIn(context: Context, bad: MethodResult, status: 401 | 404 | 409): Response {
    return context.html(signInFailedPage(readerOf(context, options), bad), status, noStore)
  }

  function later(context: Context, retryAfterSeconds: number): Response {
    const page = signInFailedPage(readerOf(context, options), { retryAfterSeconds })
    return context.html(page, 429, { 'Retry-After': String(retryAfterSeconds), ...noStore })
  }
}

/**
 * Sends a browser to the identity provider from a form. A form may not lead to another site (`form-action 'self'`, which browsers also
 * apply to redirects), so the answer is a page that continues automatically, or by its link.
 */
export async function redirectToProvider(
  context: Context,
  run: RunIn,
  options: WebOptions,
  given: Parameters<typeof beginProviderSignIn>[1],
): Promise<Response> {
  const reader = readerOf(context, options)
  const name = options.providerName
  const begun = await run(context, beginProviderSignIn, given)
  if (begun === undefined || name === undefined) return context.notFound() as Response
  if (begun.kind === 'unreachable') return context.html(signInFailedPage(reader, { bad: 'unreachable' }), 503, noStore)
  setStepCookie(context, 'elsewhere', begun.token, options.baseUrl)
  return context.html(toProviderPage(reader, name, begun.url), 200, {
    Refresh: `0;url=${begun.url}`,
    ...noStore,
  })
}

/** Parsed JSON; undefined when it is invalid. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined || text.length > 50_000 ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function providerProblems(
  why: Extract<ProviderSignInResult, { kind: 'refused' }>['why'],
): NonNullable<MethodResult['bad']> {
  switch (why) {
    case 'over':
    case 'unreachable':
    case 'not-linked':
    case 'disabled':
      return why
    case 'denied':
    case 'not-confirmed':
    case 'other-reader':
      return 'elsewhere'
  }
}
