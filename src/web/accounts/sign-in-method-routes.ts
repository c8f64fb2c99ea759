import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { beginCodes, confirmCodes, renewRecoveryCodes, stopCodes } from '../../operations/accounts/manage-codes.ts'
import { addPasskey, beginPasskey, removePasskey } from '../../operations/accounts/manage-passkeys.ts'
import { getSignInWays, removeIdentity } from '../../operations/accounts/sign-in-methods.ts'
import { readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { identityOf, type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { passkeyPlace } from './other-sign-in-methods.ts'
import { type SignInMethodsResult, signInMethodsPage } from './pages/sign-in-methods.ts'
import { newCodesPage, recoveryPage } from './pages/sign-in-steps.ts'
import { passkeySite } from './passkey-site.ts'
import { parseJson, redirectToProvider } from './sign-in-step-routes.ts'
import { clearStepCookie, setStepCookie, stepTokenOf } from './step-cookie.ts'

const doneIn = {
  passkey: 'passkeys',
  removed: 'passkeys',
  'codes-off': 'codes',
  linked: 'elsewhere',
  unlinked: 'elsewhere',
} as const

/** A reader's own sign-in methods. A secret is shown once, in the answer to its form. */
export function signInMethodRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const { baseUrl } = options

  web.get('/settings/sign-in', async (context) => {
    const done = context.req.query('done') ?? ''
    const isKnown = Object.hasOwn(doneIn, done)
    const result = isKnown ? { isDone: true, part: doneIn[done as keyof typeof doneIn] } : {}
    return show(context, result, 200)
  })

  web.post('/settings/sign-in/passkeys/options', async (context) => {
    const instance = passkeySite(context, baseUrl)
    const begun = instance && (await run(context, beginPasskey, { instance }))
    if (!begun) return context.json({}, 404, noStore)
    setStepCookie(context, 'new-passkey', begun.token, baseUrl)
    return context.json(begun.options, 200, noStore)
  })
  web.post('/settings/sign-in/passkeys', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const instance = passkeySite(context, baseUrl)
    const [token, name] = [stepTokenOf(context, 'new-passkey', baseUrl), text(form, 'name')]
    const answer = parseJson(text(form, 'answer'))
    clearStepCookie(context, 'new-passkey', baseUrl)
    const added =
      instance &&
      (await run(context, addPasskey, {
        instance,
        answer,
        ...defined({ token: token || undefined, name: name || undefined }),
      }))
    if (added?.kind === 'done') return done(context, 'passkey')
    const why = added?.why
    const bad = why === 'over' || why === 'known' || why === 'too-many' ? why : 'passkey'
    return show(context, { part: 'passkeys', bad }, 422)
  })
  web.post('/settings/sign-in/passkeys/remove', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const removed = await run(context, removePasskey, { id: text(form, 'id') ?? '' })
    if (removed === 'done') return done(context, 'removed')
    return show(context, { part: 'passkeys', bad: removed ?? 'not-there' }, 422)
  })

  web.post('/settings/sign-in/codes', async (context) => {
    const begun = await run(context, beginCodes, {})
    if (!begun) return context.redirect('/settings/sign-in#codes', 303)
    setStepCookie(context, 'new-device', begun.token, baseUrl)
    return context.html(newCodesPage(readerOf(context, options), begun.key), 200, noStore)
  })
  web.post('/settings/sign-in/codes/confirm', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const token = stepTokenOf(context, 'new-device', baseUrl)
    const begun = await run(context, confirmCodes, {
      code: text(form, 'code') ?? '',
      ...defined({ token: token || undefined }),
    })
    const reader = readerOf(context, options)
    if (begun?.kind === 'wrong') return context.html(newCodesPage(reader, begun.key, { bad: 'code' }), 422, noStore)
    if (begun?.kind === 'later') return later(context, begun.retryAfterSeconds)
    if (begun?.kind !== 'done') return show(context, { part: 'codes', bad: 'over' }, 422)
    clearStepCookie(context, 'new-device', baseUrl)
    return context.html(recoveryPage(reader, begun.recovery), 200, noStore)
  })
  web.post('/settings/sign-in/codes/change', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const code = text(form, 'code') ?? ''
    const renewed = text(form, 'do') === 'renew' ? await run(context, renewRecoveryCodes, { code }) : undefined
    if (renewed?.kind === 'done')
      return context.html(recoveryPage(readerOf(context, options), renewed.recovery), 200, noStore)
    const result = text(form, 'do') === 'stop' ? await run(context, stopCodes, { code }) : renewed
    if (result?.kind === 'done') return done(context, 'codes-off')
    if (result?.kind === 'later') return later(context, result.retryAfterSeconds)
    return show(context, { part: 'codes', bad: 'code' }, 422)
  })

  web.post('/settings/sign-in/elsewhere', async (context) =>
    redirectToProvider(context, run, options, { back: '/settings/sign-in', linkTo: identityOf(context)! }),
  )
  web.post('/settings/sign-in/elsewhere/remove', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    const identity = { issuer: text(form, 'issuer') ?? '', subject: text(form, 'subject') ?? '' }
    const removed = await run(context, removeIdentity, identity)
    if (removed === 'done') return done(context, 'unlinked')
    return show(context, { part: 'elsewhere', bad: removed ?? 'not-there' }, 422)
  })

  function done(context: Context, what: keyof typeof doneIn): Response {
    return context.redirect(`/settings/sign-in?done=${what}#${doneIn[what]}`, 303)
  }

  async function later(context: Context, retryAfterSeconds: number): Promise<Response> {
    context.header('Retry-After', String(retryAfterSeconds))
    return show(context, { part: 'codes', retryAfterSeconds }, 429)
  }

  async function show(context: Context, result: SignInMethodsResult, status: 200 | 422 | 429): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/sign-in' }
    const view = await run(context, getSignInWays, {})
    return context.html(signInMethodsPage(view, reader, passkeyPlace(context, baseUrl), result), status, noStore)
  }
}
