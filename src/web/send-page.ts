import type { Context } from 'hono'

/** A page is checked with its ETag every time: it belongs to one reader and changes as news comes in. */
export function sendPage(context: Context, markup: string): Response | Promise<Response> {
  context.header('Vary', 'Accept-Language, Cookie')
  return context.html(markup, 200, { 'Cache-Control': 'private, no-cache' })
}

/** What mutes hide is shown for once where the address says `muted=show`. */
export function mutedIn(context: Context): { readonly muted?: 'show' } {
  return context.req.query('muted') === 'show' ? { muted: 'show' } : {}
}
