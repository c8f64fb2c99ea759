import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AnswerCache } from './answer-cache.ts'
import { takesBrotli } from './compression.ts'
import { answerOf } from './finished-page.ts'
import { isVisit } from './is-visit.ts'
import { listPaths } from './list-paths.ts'
import { identityOf } from './request-reader.ts'
import { requestState } from './request-state.ts'

/**
 * Answers with the page that was made within the last second for the same reader and the same request, if nothing was written since: many
 * requests for one list, as guests make them, cost little more than one. It runs after authentication, so who asks is checked each time.
 */
export function pageCache(kept: AnswerCache): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    const identity = identityOf(context)
    if (!identity || identity.isProgram || req.method !== 'GET' || !listPaths.test(req.path)) return next()
    const version = kept.begin()
    if (version === undefined) return next()
    const { id, role, name, readsAs } = identity
    const look = [getCookie(context, 'language'), getCookie(context, 'theme'), req.header('accept-language')]
    const key = JSON.stringify([id, role, name, readsAs, req.url, ...look, takesBrotli(context), isVisit(context)])
    const known = kept.find(key)
    if (known) return answerOf(context, known)
    requestState(context).keep = (sealed) => kept.keep(key, version, sealed)
    await next()
  }
}
