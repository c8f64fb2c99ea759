import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { ProgressView } from '../operations/views.ts'
import { progressRows } from './parts/progress.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import type { WebOperations } from './web-operations.ts'

// Proxies close a silent connection after a minute.
const heartbeatMs = 25_000
const leastGapMs = 250

/** Progress as JSON, and as server-sent events (WHATWG HTML §9.2) that carry the block ready to show. */
export function progressRoutes(web: Hono, app: WebOperations, options: WebOptions): void {
  web.get('/progress', async (context) => context.json(await app.progress(), 200, { 'Cache-Control': 'no-store' }))

  web.get('/progress/events', (context) => {
    const reader = readerOf(context, options)
    context.header('Cache-Control', 'no-store, no-transform')
    context.header('X-Accel-Buffering', 'no')
    return streamSSE(context, async (stream) => {
      let latest: ProgressView | undefined = await app.progress()
      let wake: () => void = () => {}
      const unsubscribe = app.subscribeProgress((progress) => {
        latest = progress
        wake()
      })
      stream.onAbort(() => {
        unsubscribe()
        wake()
      })
      while (!stream.aborted && !stream.closed) {
        if (latest) {
          const progress = latest
          latest = undefined
          const data = {
            html: String(progressRows(progress, reader)),
            stories: progress.stories.done,
            isBusy: progress.isBusy,
          }
          await stream.writeSSE({ event: 'progress', data: JSON.stringify(data) })
          // A burst of small steps is one message: only the latest matters.
          await stream.sleep(leastGapMs)
        } else {
          const isSilent = await waited()
          if (isSilent && !stream.aborted) await stream.write(': still here\n\n')
        }
      }
      unsubscribe()

      /** Resolves true after a silent heartbeat, false as soon as there is news or the reader has gone. */
      function waited(): Promise<boolean> {
        return new Promise((resolve) => {
          const timer = setTimeout(() => resolve(true), heartbeatMs)
          wake = () => {
            clearTimeout(timer)
            resolve(false)
          }
        })
      }
    })
  })
}
