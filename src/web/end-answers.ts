import type { MiddlewareHandler } from 'hono'
import { requestState } from './request-state.ts'

/**
 * Runs these steps on an answer before it is sent, in this order. A finished page needs none of them: each step would search its headers.
 */
export function answerSteps(steps: readonly MiddlewareHandler[]): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (requestState(context).isFinished) return
    for (const step of steps) await step(context, nothing)
  }
}

async function nothing(): Promise<void> {}
