import type { Context } from 'hono'

/**
 * False when nobody looks at the requested page: a device or browser prefetches it, or a program checks by HEAD whether it exists. Such a
 * request is no visit; nor is one in which a page of another site embeds ours as an image, frame or script (Fetch Metadata). A link
 * followed from another site is a visit.
 */
export function isVisit(context: Context): boolean {
  if (context.req.method === 'HEAD') return false
  const purpose = context.req.header('x-purpose') ?? context.req.header('sec-purpose') ?? ''
  if (/^(?:copy|prefetch)\b/.test(purpose)) return false
  const isForeign = /^(?:cross-site|same-site)$/.test(context.req.header('sec-fetch-site') ?? '')
  return !isForeign || context.req.header('sec-fetch-dest') === 'document'
}
