import type { Hono } from 'hono'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { sendPage } from '../send-page.ts'
import { apiAreaPage, apiPage } from './pages/api.ts'

/** The documentation of the API: an overview, and one area in full. */
export function apiRoutes(web: Hono, options: WebOptions): void {
  const { apiReference } = options
  if (!apiReference) return
  web.get('/api', async (context) => sendPage(context, apiPage(await apiReference(), readerOf(context, options))))
  web.get('/api/areas/:area', async (context) => {
    const reference = await apiReference()
    const area = reference.areas.find(({ name }) => name === context.req.param('area'))
    return area ? sendPage(context, apiAreaPage(area, readerOf(context, options))) : context.notFound()
  })
}
