import type { Hono } from 'hono'
import { apiPath } from '../../rest/api-path.ts'
import { matchRoutes } from '../../rest/match-route.ts'
import { routes } from '../../rest/routes/all-routes.ts'
import type { OurMeters } from '../../watch/meter-list.ts'
import { requestPath } from '../../web/arrival.ts'
import type { WebFor } from './first-page.ts'

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const matchRest = matchRoutes(routes)
/** APIs for programs whose paths other products defined. */
const apis = [
  [/^\/fever\b/, 'fever'],
  [/^\/miniflux\b/, 'miniflux'],
  [/^\/mcp\b/, 'mcp'],
  [/^\/llms\.txt$/, '/llms.txt'],
  [/reader\/|greader|\/accounts\//, 'greader'],
] as const

/** The route of a request for metrics: its pattern, never its path, so that there are few and they reveal nothing about a reader. */
async function routeName(webFor: WebFor, request: Request, isProgram: boolean): Promise<string> {
  const pathname = requestPath(request.url)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (!methods.has(method)) return 'none'
  if (!isProgram) return pageRoute(await webFor(request), method, pathname)
  if (pathname.startsWith(`${apiPath}/`)) {
    const matched = matchRest(method, pathname.slice(apiPath.length))
    return matched.kind === 'route' ? `${apiPath}${matched.route.path}` : `${apiPath}/`
  }
  return apis.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'program'
}

/** Known methods; any other word a client sends is `other`. */
function methodName(method: string): string {
  return methods.has(method) ? method : 'other'
}

/** The page is the last handler that does not match all paths. */
function pageRoute(app: Hono, method: string, path: string): string {
  const [handlers] = app.router.match(method, path)
  const paths = handlers.map(([[, route]]) => route.path).filter((pattern) => !/^\/?\*$/.test(pattern))
  return paths.at(-1) ?? 'none'
}

type Answer = Response | Promise<Response>

/** Counts answers by route and status, with the time until each began. */
export function countAnswers(
  webFor: WebFor,
  meters: OurMeters,
): (request: Request, isProgram: boolean, answer: () => Answer) => Answer {
  return async (request, isProgram, answer) => {
    const startedMs = performance.now()
    const route = await routeName(webFor, request, isProgram)
    const tell = (status: number) => {
      meters.count('twosource_http_requests_total', [route, methodName(request.method), String(status)])
      meters.observe('twosource_http_request_duration_seconds', [route], (performance.now() - startedMs) / 1000)
    }
    try {
      const response = await answer()
      tell(response.status)
      return response
    } catch (error) {
      tell(500)
      throw error
    }
  }
}
