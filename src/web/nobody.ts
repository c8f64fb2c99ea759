import type { Context } from 'hono'
import { hasSignInMethod } from '../operations/accounts/owner-setup.ts'
import { waitOf } from './accounts/identify.ts'
import { signedOutPage } from './accounts/pages/signed-out.ts'
import { fresh } from './answer-fresh.ts'
import { readForm, text } from './form.ts'
import { problemPage } from './layout/pages/problem.ts'
import { type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'

/**
 * What somebody is answered who may see nothing: a page leads to where one signs in, and back (303); while nobody has a
 * password, to where the owner comes in by link. Whatever is no page is refused (401, RFC 9110 §15.5.2).
 */
export async function answerNobody(context: Context, run: RunIn, options: WebOptions): Promise<Response> {
  const wait = waitOf(context)
  if (wait !== undefined)
    return context.text('Too many tries', 429, { 'Retry-After': String(wait), ...fresh }) as Response
  const isPage = isPageRequest(context)
  if (isPage) return context.redirect((await run(context, hasSignInMethod, {})) ? signInPath(context) : '/setup', 303)
  return isFormOfPage(context) ? signedOut(context, options) : refused(context, options)
}

/** Where one signs in, and comes back to this page. */
export function signInPath(context: Context): string {
  const { pathname, search } = new URL(context.req.url)
  const back = pathname + search
  return back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`
}

/** True for a page that a browser asks for, by an address that changes nothing. */
export function isPageRequest(context: Context): boolean {
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
  const isProgram = context.req.header('authorization') !== undefined
  return isRead && !isProgram && (context.req.header('accept') ?? '').includes('text/html')
}

/** What a page of ours sends: another site's was refused before. */
function isFormOfPage(context: Context): boolean {
  const { method } = context.req
  const accepts = context.req.header('accept') ?? ''
  return method === 'POST' && context.req.header('authorization') === undefined && accepts.includes('text/html')
}

/** Their session ended while they wrote. */
async function signedOut(context: Context, options: WebOptions): Promise<Response> {
  const form = await readForm(context)
  const back = safePath(form && text(form, 'back'), '/')
  const way = back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`
  return context.html(
    signedOutPage(readerOf(context, options), way, form && text(form, 'body')),
    401,
    fresh,
  ) as Response
}

function refused(context: Context, options: WebOptions): Response {
  context.header('WWW-Authenticate', 'Bearer realm="Twosource"')
  return context.html(problemPage('refused', readerOf(context, options)), 401, fresh) as Response
}
