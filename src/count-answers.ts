import type { Hono } from 'hono'
import { methodName, routeName } from './route-name.ts'
import type { OurMeters } from './watch/meter-list.ts'

type Answer = Response | Promise<Response>

/** Counts answers by their route and status, with how long each took to begin; without meters it only hands them on. */
export function countAnswers(
  app: Hono,
  meters: OurMeters | undefined,
): (request: Request, isProgram: boolean, answer: () => Answer) => Answer {
  if (!meters) return (_request, _isProgram, answer) => answer()
  return async (request, isProgram, answer) => {
    const startedMs = performance.now()
    const route = routeName(app, request, isProgram)
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
