import type { Hono } from 'hono'
import { apiAreaPage, apiPage } from './pages/api.ts'
import { type AppOf, readerOf, type WebOptions } from './request-reader.ts'
import { sendPage } from './send-page.ts'

/** The interface for programs, for people to read: all of it in short, and one area in full. */
export function apiRoutes(web: Hono, app: AppOf, options: WebOptions): void {
  web.get('/api', async (context) =>
    sendPage(context, apiPage(await app(context).apiReference(), readerOf(context, options))),
  )
  web.get('/api/areas/:area', async (context) => {
    const reference = await app(context).apiReference()
    const area = reference.areas.find(({ name }) => name === context.req.param('area'))
    return area ? sendPage(context, apiAreaPage(area, readerOf(context, options))) : context.notFound()
  })
}
