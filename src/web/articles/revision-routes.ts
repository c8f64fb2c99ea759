import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { compareTexts } from '../../operations/articles/compare-revisions.ts'
import type { RunIn } from '../request-reader.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { sendPage } from '../send-page.ts'
import { revisionsPage } from './pages/revisions.ts'

export function revisionRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/articles/:id/changes', async (context) => {
    const { from, to, view } = context.req.query()
    const found = await run(context, compareTexts, {
      id: context.req.param('id'),
      ...defined({ from: from || undefined, to: to || undefined }),
    })
    if (!found) return context.notFound()
    return sendPage(context, revisionsPage(found, view === 'sides' ? 'sides' : 'inline', readerOf(context, options)))
  })
}
