import type { MiddlewareHandler } from 'hono'

/**
 * Answers a script's form with 204 where a browser is redirected back to a page (303): the script could not distinguish that from the
 * redirect of something in between, such as a proxy that requires signing in again, and would take a change as made that was not.
 */
export const noRedirectForScripts: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.status !== 303 || context.req.header('x-purpose') !== 'change') return
  const headers = new Headers(context.res.headers)
  for (const name of ['location', 'content-type', 'content-length']) headers.delete(name)
  context.res = undefined
  context.res = new Response(null, { status: 204, headers })
}
