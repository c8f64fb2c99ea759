import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { answerConsent, type ConsentAnswer, endProgram, getConsent } from '../../operations/accounts/consent.ts'
import { issuerAt, type ProgramIssuer } from '../../operations/accounts/program-issuer.ts'
import { readForm, text, texts } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { consentPage, consentProblemPage, returningPage } from './pages/consent.ts'

/** The fields of an authorization request by the names of OAuth 2.1 §4.1.1, and ours. */
const fields = {
  clientId: 'client_id',
  redirectUri: 'redirect_uri',
  responseType: 'response_type',
  challenge: 'code_challenge',
  challengeMethod: 'code_challenge_method',
  scope: 'scope',
  state: 'state',
  target: 'resource',
} as const
type Asked = { readonly [Name in keyof typeof fields]?: string }

/** The page on which a reader allows a program that asks by OAuth, or refuses it. Who isn't signed in signs in first. */
export function oauthRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/oauth/authorize', async (context) => {
    const at = issuerOf(context)
    const asked = readAsked((name) => context.req.queries(name) ?? [])
    if (!at) return context.notFound()
    if (!asked) return badRequest(context, options)
    const view = await run(context, getConsent, { ...asked, ...at })
    if (view === undefined) return badRequest(context, options)
    const reader = readerOf(context, options)
    if (view.kind !== 'asked') return context.html(consentProblemPage(view, reader), 400, noStore)
    return context.html(consentPage(view, hiddenFields(asked), reader), 200, noStore)
  })

  web.post('/oauth/authorize', async (context) => {
    const at = issuerOf(context)
    const form = await readForm(context)
    const asked = form && readAsked((name) => texts(form, name))
    if (!at) return context.notFound()
    if (!form || !asked) return badRequest(context, options)
    const chosen = text(form, 'may')
    const may = text(form, 'do') !== 'allow' ? 'nothing' : chosen === 'write' ? 'write' : 'read'
    const answer = await run(context, answerConsent, { ...asked, ...at, may })
    return answer === undefined ? badRequest(context, options) : sendBack(context, answer)
  })

  web.post('/settings/programs/remove', async (context) => {
    const form = (await readForm(context)) ?? new Map()
    await run(context, endProgram, { id: text(form, 'id') ?? '' })
    return context.redirect('/settings/tokens#programs', 303)
  })

  function issuerOf(context: Context): ProgramIssuer | undefined {
    return issuerAt(context.req.header('host'), options.baseUrl)
  }

  /** A form may not redirect to another site (`form-action`), so the `Refresh` header of a page leads there. */
  function sendBack(context: Context, answer: ConsentAnswer): Response | Promise<Response> {
    const reader = readerOf(context, options)
    if (answer.kind !== 'answered') return context.html(consentProblemPage(answer, reader), 400, noStore)
    return context.html(returningPage(answer, reader), 200, { Refresh: `0;url=${answer.to}`, ...noStore })
  }
}

/** Undefined when a field is sent twice (OAuth 2.1 §3.1). */
function readAsked(valuesOf: (name: string) => readonly string[]): Asked | undefined {
  const found = Object.entries(fields).map(([name, field]) => [name, valuesOf(field)] as const)
  if (found.some(([, values]) => values.length > 1)) return undefined
  return defined(Object.fromEntries(found.map(([name, [value]]) => [name, value]))) as Asked
}

function hiddenFields(asked: Asked): readonly (readonly [name: string, value: string])[] {
  return Object.entries(asked).map(([name, value]) => [fields[name as keyof Asked], value] as const)
}
