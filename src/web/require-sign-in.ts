import type { Context } from 'hono'
import { hasSignInMethod } from '../operations/accounts/owner-setup.ts'
import { retryAfterOf } from './accounts/identify.ts'
import { signedOutPage } from './accounts/pages/sign-in.ts'
import { readForm, text } from './form.ts'
import { problemPage } from './layout/pages/problem.ts'
import { noStore } from './no-store.ts'
import { type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'

/**
 * Answers a request from nobody: a page redirects to signing in and back (303), or, while nobody has a password, to the owner's setup link.
 * Anything else is refused (401, RFC 9110 §15.5.2).
 */
export async function requireSignIn(context: Context, run: RunIn, options: WebOptions): Promise<Response> {
  const wait = retryAfterOf(context)
  if (wait !== undefined) return context.text('Too many tries', 429, { 'Retry-After': String(wait), ...noStore })
  const isPage = isPageRequest(context)
  if (isPage) return context.redirect((await run(context, hasSignInMethod, {})) ? signInPath(context) : '/setup', 303)
  return isFormOfPage(context) ? signedOut(context, options) : refused(context, options)
}

/** The sign-in page, which returns to this page. */
export function signInPath(context: Context): string {
  const { pathname, search } = new URL(context.req.url)
  const back = pathname + search
  return back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`
}

/** True for a GET of a page by a browser. */
export function isPageRequest(context: Context): boolean {
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
  const isProgram = context.req.header('authorization') !== undefined
  return isRead && !isProgram && (context.req.header('accept') ?? '').includes('text/html')
}

/** True for a form of one of our pages; those of other sites were refused before. */
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
  return context.html(signedOutPage(readerOf(context, options), way, form && text(form, 'body')), 401, noStore)
}

function refused(context: Context, options: WebOptions): Response {
  context.header('WWW-Authenticate', 'Bearer realm="Twosource"')
  return context.html(problemPage('refused', readerOf(context, options)), 401, noStore)
}
