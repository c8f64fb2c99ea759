import type { Hono } from 'hono'
import { eventStream } from './event-stream.ts'
import { progressTexts } from './parts/progress.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import type { WebOperations } from './web-operations.ts'

/** Progress as JSON, and as events that carry the texts of the block. */
export function progressRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  web.get('/progress', async (context) => context.json(await app.progress(), 200, { 'Cache-Control': 'no-store' }))

  web.get('/progress/events', async (context) => {
    const reader = readerOf(context, options)
    return eventStream(context, {
      event: 'progress',
      first: await app.progress(),
      subscribe: app.subscribeProgress,
      toMessage: (progress) => progressTexts(progress, reader),
    })
  })
}
