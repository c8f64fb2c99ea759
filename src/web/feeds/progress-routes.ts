import type { Hono } from 'hono'
import { getProgress } from '../../operations/admin/get-progress.ts'
import { eventStream } from '../event-stream.ts'
import { progressTexts } from '../layout/progress.ts'
import type { RunIn } from '../request-reader.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import type { Live } from '../watch-live.ts'

/** Progress as JSON, and as events with the texts of the block. */
export function progressRoutes(web: Hono, run: RunIn, options: WebOptions, live: Live): void {
  web.get('/progress', async (context) =>
    context.json(await run(context, getProgress, {}), 200, { 'Cache-Control': 'no-store' }),
  )

  web.get('/progress/events', async (context) => {
    const reader = readerOf(context, options)
    return eventStream(context, {
      event: 'progress',
      first: await run(context, getProgress, {}),
      subscribe: live.subscribeProgress,
      toMessage: (progress) => progressTexts(progress, reader),
    })
  })
}
