import type { Context } from 'hono'

/**
 * False when nobody looks at the page that is asked for: a device fetches it ahead to read later, or a browser in case it
 * is opened, or a program asks by HEAD whether it is there. Such a request is no visit; nor is one by which a page of another site takes ours for a picture, a frame or a
 * script (Fetch Metadata). A link followed from elsewhere opens the page, and is one.
 */
export function isLookedAt(context: Context): boolean {
  if (context.req.method === 'HEAD') return false
  const purpose = context.req.header('x-purpose') ?? context.req.header('sec-purpose') ?? ''
  if (/^(?:copy|prefetch)\b/.test(purpose)) return false
  const isForeign = /^(?:cross-site|same-site)$/.test(context.req.header('sec-fetch-site') ?? '')
  return !isForeign || context.req.header('sec-fetch-dest') === 'document'
}
