import type { Context } from 'hono'

/**
 * False when nobody looks at the page that is asked for: a device fetches it ahead to read later, or a browser in case it
 * is opened. Such a request is no visit.
 */
export function isLookedAt(context: Context): boolean {
  const purpose = context.req.header('x-purpose') ?? context.req.header('sec-purpose') ?? ''
  return !/^(?:copy|prefetch)\b/.test(purpose)
}
