import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import type { SetupCheck } from '../../operations/accounts/owner-setup.ts'
import { checkSetupCode, claimOwnerAccount, signInByLink } from '../../operations/accounts/owner-setup.ts'
import { addressOf } from '../arrival.ts'
import { readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { firstPasswordPage, setupLinkPage } from './pages/setup.ts'
import { closedPage, type SignInFormResult, type SignInProblem } from './pages/sign-in.ts'
import { sessionTokenOf } from './session-cookie.ts'
import { chosenCredentials, clientOf, startSession } from './sign-in-routes.ts'

/** How the owner signs in while nobody has a password: only by the link the server prints. */
export function setupRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/setup', async (context) => {
    const key = keyOf(context, context.req.query('token'))
    const look = await run(context, checkSetupCode, key)
    if (look.kind !== 'open') return refuse(context, look)
    return context.html(firstPasswordPage(readerOf(context, options), key.token ?? '', look.stage), 200, noStore)
  })

  web.post('/setup', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const key = keyOf(context, text(form, 'token'))
    const look = await run(context, checkSetupCode, key)
    if (look.kind !== 'open') return refuse(context, look)
    if (text(form, 'who') === 'only-me') {
      const previous = sessionTokenOf(context, options.baseUrl)
      const result = await run(context, signInByLink, {
        ...key,
        ...clientOf(context),
        ...defined({ previous }),
      })
      return result.kind === 'entered'
        ? startSession(context, result.session, '/', options.baseUrl)
        : again(context, key)
    }
    const { name, password, isTwice } = chosenCredentials(form)
    const bad = (problem: SignInProblem) => {
      const page = firstPasswordPage(readerOf(context, options), key.token ?? '', look.stage, { name, problem })
      return context.html(page, 422, noStore)
    }
    if (!isTwice) return bad('mismatch')
    const result = await run(context, claimOwnerAccount, { ...key, ...clientOf(context), name, password })
    if (result.kind === 'entered') return startSession(context, result.session, '/', options.baseUrl)
    if (result.kind === 'later' || result.why === 'closed' || result.why === 'wrong-code') return again(context, key)
    return bad(result.why)
  })

  /** Somebody else was faster: shows what the code opens now. */
  async function again(context: Context, key: ReturnType<typeof keyOf>): Promise<Response> {
    return refuse(context, await run(context, checkSetupCode, key))
  }

  function refuse(context: Context, look: SetupCheck): Response | Promise<Response> {
    const reader = readerOf(context, options)
    const { closed, closedNote } = reader.words.accounts
    const page = (result?: SignInFormResult) => setupLinkPage(reader, 'stage' in look ? look.stage : 'new', result)
    switch (look.kind) {
      case 'closed':
        return context.html(closedPage(reader, closed, closedNote), 404, noStore)
      case 'later': {
        const { retryAfterSeconds } = look
        return context.html(page({ retryAfterSeconds }), 429, { 'Retry-After': String(retryAfterSeconds), ...noStore })
      }
      case 'no-code':
        return context.html(page(), context.req.method === 'POST' ? 403 : 200, noStore)
      case 'open':
      case 'wrong-code':
        return context.html(page({ problem: 'wrong-code' }), 403, noStore)
    }
  }
}

function keyOf(context: Context, token: string | undefined): { readonly token?: string; readonly address: string } {
  const code = token?.trim().slice(0, 200)
  return {
    address: addressOf(context.env),
    ...defined({ token: code !== undefined && code !== '' ? code : undefined }),
  }
}
