import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { compareArticles } from '../../operations/stories/compare-articles.ts'
import type { RunIn } from '../request-reader.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { sendPage } from '../send-page.ts'
import { comparePage } from './pages/compare.ts'

export function compareRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/stories/:id/compare', async (context) => {
    const { a, b } = context.req.query()
    const view = await run(context, compareArticles, {
      id: context.req.param('id'),
      ...defined({ a: a || undefined, b: b || undefined }),
    })
    return view ? sendPage(context, comparePage(view, readerOf(context, options))) : context.notFound()
  })
}
