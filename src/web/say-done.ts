import type { MiddlewareHandler } from 'hono'

/**
 * A script that sends a form is told that it was done (204) where a browser would be led back to a page (303): a redirect it could not
 * tell from one of something in between, as a proxy where one has to sign in anew, and would take a change for made that was not.
 */
export const sayDone: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.status !== 303 || context.req.header('x-purpose') !== 'change') return
  const headers = new Headers(context.res.headers)
  for (const name of ['location', 'content-type', 'content-length']) headers.delete(name)
  context.res = undefined
  context.res = new Response(null, { status: 204, headers })
}
