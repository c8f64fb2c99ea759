import type { Context } from 'hono'
import { problemPage } from './layout/pages/problem.ts'
import { readerOf, type WebOptions } from './request-reader.ts'

/** For what is made for one request alone: nobody may cache it. */
export const noStore = { 'Cache-Control': 'no-store' } as const

/** Answers 400 with a page in the sender's language. */
export function badRequest(context: Context, options: WebOptions): Response | Promise<Response> {
  return context.html(problemPage('bad-request', readerOf(context, options)), 400, noStore)
}
