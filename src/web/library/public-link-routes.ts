import type { Context, Hono } from 'hono'
import { getShared } from '../../operations/library/share.ts'
import type { Run } from '../../operations/run.ts'
import { insidePath, pathOf } from '../below-path.ts'
import { baseOf } from '../day/brief-routes.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { sharedTitle } from '../stories/parts/frozen-story.ts'
import { embedPolicy, frameCode, frameSize, sharedEmbed } from './pages/link-frame.ts'
import { sharedGonePage, sharedPage } from './pages/public-link.ts'

const headers = { 'X-Robots-Tag': 'noindex, nofollow, noarchive', 'Cache-Control': 'private, no-cache' }

/** Public links: for anybody, without a cookie. A link that does not work gets the same answer, whatever the reason. */
export function sharedRoutes(web: Hono, run: Run, options: WebOptions): void {
  web.get('/shared/:token', async (context) => {
    const { token, view, reader, address } = await opened(context)
    if (!view) return gone(context)
    const title = sharedTitle(view, reader)
    const links = view.isEmbeddable
      ? {
          frame: frameCode(address, title),
          oembed: `/oembed?url=${encodeURIComponent(`${baseOf(context, options)}/shared/${token}`)}`,
        }
      : {}
    return context.html(sharedPage(view, reader, links), 200, { ...headers, Vary: 'Accept-Language, Cookie' })
  })

  web.get('/shared/:token/embed', async (context) => {
    const { view, reader, address } = await opened(context)
    if (!view) return gone(context)
    return context.html(sharedEmbed(view, reader, address), 200, {
      ...headers,
      Vary: 'Accept-Language, Cookie',
      'Content-Security-Policy': embedPolicy(view.isEmbeddable),
    })
  })

  // oEmbed 1.0 (oembed.com), of type rich; JSON alone.
  web.get('/oembed', async (context) => {
    const { url: asked = '', format = 'json' } = context.req.query()
    if (format !== 'json') return context.json({ error: 'not-implemented' }, 501, headers)
    const url = URL.parse(asked)
    const base = baseOf(context, options)
    const path = url && insidePath(url.pathname, pathOf(base))
    const token = /^\/shared\/([^/]+)$/.exec(path ?? '')?.[1] ?? ''
    const view = await run(getShared, { token })
    if (!view?.isEmbeddable || url?.host !== new URL(base).host)
      return context.json({ error: 'not-found' }, 404, headers)
    const reader = { ...readerOf(context, options), path: '/' }
    const title = sharedTitle(view, reader)
    const size = {
      width: within(context.req.query('maxwidth'), frameSize.width),
      height: within(context.req.query('maxheight'), frameSize.height),
    }
    return context.json(
      {
        version: '1.0',
        type: 'rich',
        provider_name: 'Twosource',
        provider_url: base,
        title,
        html: frameCode(`${base}/shared/${token}`, title, size),
        ...size,
        cache_age: 300,
      },
      200,
      headers,
    )
  })

  async function opened(context: Context) {
    const token = context.req.param('token') ?? ''
    const reader = { ...readerOf(context, options), path: '/' }
    const address = `${baseOf(context, options)}/shared/${encodeURIComponent(token)}`
    return { token, reader, address, view: await run(getShared, { token }) }
  }

  function gone(context: Context): Response | Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/' }
    return context.html(sharedGonePage(reader), 404, { ...headers, 'Cache-Control': 'no-store' })
  }
}

function within(most: string | undefined, size: number): number {
  return most !== undefined && /^[1-9]\d{0,4}$/.test(most) ? Math.min(Number(most), size) : size
}
