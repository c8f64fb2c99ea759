import type { Span } from './tracer.ts'

/** The most spans that wait; further ones are dropped, so that an unreachable collector costs nothing. */
const MOST_WAITING = 2_048
const BATCH = 512
const EVERY_MS = 5_000

type SpanSender = {
  readonly take: (spans: readonly Span[]) => void
  close(): Promise<void>
}

/**
 * Sends spans in batches, every five seconds. `send` returns whether the batch was accepted; if not, it's dropped. `told` is
 * called with how many were sent or dropped.
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
