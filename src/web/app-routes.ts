import type { Context, Hono } from 'hono'
import type { PictureResult } from '../operations/get-picture.ts'
import type { PicturePlace } from './app-operations.ts'
import { readForm, text } from './form.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import type { WebOperations } from './web-operations.ts'

const MONTH_SECONDS = 30 * 86_400

/** The installed app: pictures through this server. */
export function appRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  web.get('/images/:key{[\\w-]{24}}', async (context) => {
    const { article, entry } = context.req.query()
    const of: PicturePlace | undefined = article ? { articleId: article } : entry ? { entryId: entry } : undefined
    const isForeign = context.req.header('sec-fetch-site') === 'cross-site'
    if (!of || isForeign || readerOf(context, options).preferences.images === 'off') return noPicture(context, 404)
    const result = await app.picture({ key: context.req.param('key'), of })
    return result ? picture(context, result, context.req.param('key')) : noPicture(context, 404)
  })
  web.post('/images/always', async (context) => {
    const form = await readForm(context)
    await app.setPreferences({ preferences: { images: 'on' } })
    return context.redirect(safePath(form && text(form, 'back'), '/'), 303)
  })
}

/** Bytes of others under our address: only ever a picture of the kind its bytes say, and nothing it holds may run. */
function picture(context: Context, result: PictureResult, key: string): Response {
  if (result.kind === 'failed') return noPicture(context, result.reason === 'unreachable' ? 502 : 404)
  return context.body(new Uint8Array(result.bytes), 200, {
    'Content-Type': result.header.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': `private, max-age=${MONTH_SECONDS}, immutable`,
    ETag: `"${key}"`,
  })
}

function noPicture(context: Context, status: 404 | 502): Response {
  return context.text('', status, { 'Cache-Control': 'no-store' })
}
