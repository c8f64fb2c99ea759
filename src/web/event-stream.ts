import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { guest } from '../core/reader-identity.ts'
import { identityOf, isStillTheirs } from './request-reader.ts'

// Proxies close a silent connection after a minute.
const heartbeatMs = 25_000
const leastGapMs = 250
// A reader has a few tabs; a family a few dozen. More than this is a mistake or an attack.
const mostStreams = 200
/** Per reader, so that none uses up all; all guests count as one reader. */
const mostOfReader = 50
const mostOfGuests = 100
/** After this the stream ends, and the page opens another. */
const longestMs = 600_000
const fields = { 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }
let openStreams = 0
const openOf = new Map<string, number>()

/**
 * Server-sent events (WHATWG HTML §9.2): `first` at once if given, then the latest item from `subscribe`; a burst is one message. A silent
 * stream has a heartbeat, and ends after ten minutes. Before each message and heartbeat the reader is authenticated again, so nothing is
 * sent after signing out. Answers 503 when too many streams are open, in total or for this reader.
 */
export function eventStream<Item>(
  context: Context,
  source: {
    readonly event: string
    readonly first: Item | undefined
    readonly subscribe: (listener: (item: Item) => void) => () => void
    /** What is sent, as JSON; undefined sends nothing. */
    readonly toMessage: (item: Item) => unknown
  },
): Response {
  const { id } = identityOf(context) ?? guest
  const most = id === guest.id ? mostOfGuests : mostOfReader
  if (openStreams >= mostStreams || (openOf.get(id) ?? 0) >= most)
    return context.body(null, 503, { 'Retry-After': '60' })
  // A HEAD request never reads the body, so the stream would never end.
  if (context.req.method === 'HEAD') return context.body(null, 200, { ...fields, 'Content-Type': 'text/event-stream' })
  countStream(id, 1)
  const endsAtMs = performance.now() + longestMs
  const answer = streamSSE(context, async (stream) => {
    let latest = source.first
    let wake: () => void = () => {}
    let sentMs = performance.now()
    const unsubscribe = source.subscribe((item) => {
      latest = item
      wake()
    })
    stream.onAbort(() => wake())
    try {
      while (!stream.aborted && !stream.closed && performance.now() < endsAtMs && (await isStillTheirs(context))) {
        const message = latest === undefined ? undefined : source.toMessage(latest)
        latest = undefined
        const silentMs = performance.now() - sentMs
        if (message === undefined && silentMs < heartbeatMs) {
          await news(heartbeatMs - silentMs)
          continue
        }
        if (message === undefined) await stream.write(': still here\n\n')
        else await stream.writeSSE({ event: source.event, data: JSON.stringify(message) })
        sentMs = performance.now()
        if (message !== undefined) await stream.sleep(leastGapMs)
      }
    } finally {
      unsubscribe()
      countStream(id, -1)
    }

    /** Resolves when there is news or the reader has gone, and after `mostMs` at the latest. */
    function news(mostMs: number): Promise<void> {
      return new Promise((resolve) => {
        if (latest !== undefined || stream.aborted) return resolve()
        const timer = setTimeout(resolve, mostMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })
  // The library sets its own.
  for (const [name, value] of Object.entries(fields)) answer.headers.set(name, value)
  return answer
}

function countStream(id: string, more: 1 | -1): void {
  openStreams += more
  const count = (openOf.get(id) ?? 0) + more
  if (count > 0) openOf.set(id, count)
  else openOf.delete(id)
}
