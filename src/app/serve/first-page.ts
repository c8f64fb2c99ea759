import type { Hono } from 'hono'
import type { OperationContext } from '../../operations/operation.ts'
import { runFor } from '../../operations/run.ts'
import { requestPath } from '../../web/arrival.ts'
import { dayRoutes } from '../../web/day/day-routes.ts'
import type { WebOptions } from '../../web/request-reader.ts'
import { type ErrorListener, webOf } from '../../web/web-of-rooms.ts'
import { webOptions } from './web-options.ts'

/** What the first page needs: itself, and its sheets and scripts. */
const ofFirstPage = /^\/(?:|favicon\.svg|assets\/.*|livez)$/

/** The web app that answers a request. */
export type WebFor = (request: Request) => Hono | Promise<Hono>

/**
 * The web app in two turns: Today alone, which is all that the first page needs, and with `loadRest`, or the first request for anything
 * else, all rooms (`openWeb`): they take as long to load as everything before. From then on they answer all.
 */
export function openFirstPage(
  operations: OperationContext,
  options: WebOptions & ErrorListener,
): { readonly webFor: WebFor; readonly loadRest: () => Promise<Hono> } {
  const given = webOptions(operations, options)
  const first = webOf({ ofReaders: (web, run) => dayRoutes(web, run, given) }, runFor(operations), given)
  let all: Hono | undefined
  let loading: Promise<Hono> | undefined
  const load = async () => {
    const { openWeb } = await import('./open-web.ts')
    all = openWeb(operations, options)
    return all
  }
  const loadRest = () => (loading ??= load())
  return {
    loadRest,
    webFor(request) {
      if (all) return all
      return request.method === 'GET' && ofFirstPage.test(requestPath(request.url)) ? first : loadRest()
    },
  }
}
