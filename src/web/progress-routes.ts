import type { Hono } from 'hono'
import { eventStream } from './event-stream.ts'
import { progressTexts } from './parts/progress.ts'
import type { AppOf } from './request-reader.ts'
import { readerOf, type WebOptions } from './request-reader.ts'

/** Progress as JSON, and as events that carry the texts of the block. */
export function progressRoutes(web: Hono, app: AppOf, options: WebOptions): void {
  web.get('/progress', async (context) =>
    context.json(await app(context).progress(), 200, { 'Cache-Control': 'no-store' }),
  )

  web.get('/progress/events', async (context) => {
    const reader = readerOf(context, options)
    return eventStream(context, {
      event: 'progress',
      first: await app(context).progress(),
      subscribe: app(context).subscribeProgress,
      toMessage: (progress) => progressTexts(progress, reader),
    })
  })
}
