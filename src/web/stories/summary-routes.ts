import type { Hono } from 'hono'
import { summaryLengths } from '../../core/summary.ts'
import { getSummary } from '../../operations/stories/get-summary.ts'
import type { RunIn } from '../request-reader.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { sendPage } from '../send-page.ts'
import { summaryPage } from './pages/summary.ts'

/** A summary of a story at one of three lengths; with `by=model` as a model wrote it, if one did. */
export function summaryRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/stories/:id/summary', async (context) => {
    const asked = context.req.query('length')
    const length = summaryLengths.find((each) => each === asked) ?? 'short'
    const view = await run(context, getSummary, { id: context.req.param('id'), length })
    if (!view) return context.notFound()
    return sendPage(context, summaryPage(view, readerOf(context, options), context.req.query('by') === 'model'))
  })
}
