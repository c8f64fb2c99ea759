import type { Context } from 'hono'
import { givePage } from './finish-pages.ts'

/** In the order in which they are sent, which is alphabetical. */
const headers = {
  'cache-control': 'private, no-cache',
  'content-type': 'text/html; charset=UTF-8',
  vary: 'Accept-Language, Cookie',
} as const

/** A page is revalidated by its ETag every time: it belongs to one reader and changes with the news. */
export function sendPage(context: Context, markup: string): Response | Promise<Response> {
  return givePage(context, markup, headers)
}

/** Muted things are shown this time when the URL contains `muted=show`. */
export function mutedIn(context: Context): { readonly muted?: 'show' } {
  return context.req.query('muted') === 'show' ? { muted: 'show' } : {}
}
