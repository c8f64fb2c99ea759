import type { Span } from './tracer.ts'

/** So many spans wait at most; what comes while they do is dropped, so that a collector that is away costs nothing. */
const MOST_WAITING = 2_048
const BATCH = 512
const EVERY_MS = 5_000

export type SpanSender = {
  readonly take: (spans: readonly Span[]) => void
  /** Sends what waits, and no more after that. */
  close(): Promise<void>
}

/**
 * Sends spans a batch at a time, every five seconds. `send` answers whether a batch was taken; one that was not is dropped. `told`
 * hears how many were sent or dropped.
 */
export function createSpanSender(
  send: (spans: readonly Span[]) => Promise<boolean>,
  told: (result: 'sent' | 'dropped', count: number) => void,
): SpanSender {
  let waiting: Span[] = []
  let sending: Promise<void> | undefined
  const timer = setInterval(() => void flush(), EVERY_MS)
  timer.unref()

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      const isTaken = await send(batch).catch(() => false)
      told(isTaken ? 'sent' : 'dropped', batch.length)
      if (!isTaken) {
        if (waiting.length > 0) told('dropped', waiting.length)
        waiting = []
      }
    }
  }
  const flush = () =>
    (sending ??= sendAll().finally(() => {
      sending = undefined
    }))

  return {
    take(spans) {
      const room = Math.max(0, MOST_WAITING - waiting.length)
      waiting.push(...spans.slice(0, room))
      if (spans.length > room) told('dropped', spans.length - room)
      if (waiting.length >= BATCH) void flush()
    },
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
