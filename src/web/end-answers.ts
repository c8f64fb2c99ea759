import type { MiddlewareHandler } from 'hono'
import { notedOf } from './noted.ts'

/**
 * Does to an answer what has to be done to it before it is sent, in this order. A sealed page has all of it: each of these steps alone
 * would look through its headers.
 */
export function endAnswers(steps: readonly MiddlewareHandler[]): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (notedOf(context).isSealed) return
    for (const step of steps) await step(context, nothing)
  }
}

async function nothing(): Promise<void> {}
