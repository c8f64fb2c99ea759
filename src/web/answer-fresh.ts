import type { Context } from 'hono'
import { problemPage } from './layout/pages/problem.ts'
import { readerOf, type WebOptions } from './request-reader.ts'

/** With what is made for one request alone: nobody keeps it. */
export const fresh = { 'Cache-Control': 'no-store' } as const

/** Says that what was sent cannot be used, on a page in the words of who sent it. */
export function badRequest(context: Context, options: WebOptions): Response | Promise<Response> {
  return context.html(problemPage('bad-request', readerOf(context, options)), 400, fresh)
}
