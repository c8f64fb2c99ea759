import { requestPath } from '../../web/arrival.ts'
import type { Context } from '../context.ts'
import { mayReadMetrics, openMetricsPage, readMetricsAccess } from './metrics-page.ts'

/** The same under the names that others use for it: Kubernetes, and Miniflux. */
const livePaths: ReadonlySet<string> = new Set(['/livez', '/healthz', '/liveness'])
const readyPaths: ReadonlySet<string> = new Set(['/readyz', '/readiness', '/healthcheck'])
/** Where apps for Miniflux look; they accept only this answer as healthy. */
const wordPath = '/healthcheck'
const fresh = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }

/**
 * Health of this process for monitoring: `/livez` while it responds at all and a restart would not help, `/readyz` while it can answer
 * readers (503 with the failing parts otherwise), `/metrics` for those the settings allow. No sign-in, and no data of a reader. Undefined
 * for any other path.
 */
export function healthApi(context: Context): (request: Request, env: unknown) => Promise<Response> | undefined {
  const { TWOSOURCE_METRICS: setting } = context.config
  const access = setting === undefined ? undefined : readMetricsAccess(setting)
  const metrics = context.watch.meters && openMetricsPage(context, context.watch.meters)

  return (request, env) => {
    const path = requestPath(request.url)
    const isMetrics = path === '/metrics' && access !== undefined && metrics !== undefined
    if (!livePaths.has(path) && !readyPaths.has(path) && !isMetrics) return undefined
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return Promise.resolve(new Response(null, { status: 405, headers: { ...fresh, Allow: 'GET, HEAD' } }))
    if (livePaths.has(path)) return live(context)
    if (readyPaths.has(path)) return ready(context, path === wordPath)
    if (!access || !metrics || !mayReadMetrics(access, request, env)) return Promise.resolve(refused(access?.kind))
    return metrics().then(
      (text) =>
        new Response(text, { headers: { ...fresh, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } }),
    )
  }
}

async function live({ health }: Context): Promise<Response> {
  return (await health.lives())
    ? new Response('ok', { headers: fresh })
    : new Response('The background work has stopped.\n', { status: 503, headers: fresh })
}

async function ready({ health }: Context, isWord: boolean): Promise<Response> {
  const { isReady, parts } = await health.look()
  if (isWord && isReady) return new Response('OK', { headers: fresh })
  return Response.json({ ready: isReady, parts }, { status: isReady ? 200 : 503, headers: fresh })
}

function refused(kind: 'networks' | 'token' | undefined): Response {
  return kind === 'token'
    ? new Response('A valid token is needed.\n', {
        status: 401,
        headers: { ...fresh, 'WWW-Authenticate': 'Bearer realm="Twosource metrics"' },
      })
    : new Response('Not from this network.\n', { status: 403, headers: fresh })
}
