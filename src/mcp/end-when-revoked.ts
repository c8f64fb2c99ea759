const checkMs = 25_000
const maxMs = 600_000

/**
 * Ends an event stream, which otherwise never ends, when its reader is no longer valid, for example because the token was
 * revoked. It also ends after ten minutes, to free one of the few places for listeners; the program then opens another.
 */
export function endWhenRevoked(
  answer: Response,
  isKnown: () => Promise<boolean>,
  /** Called when the stream ends for any reason, or immediately if there is no stream. */
  onEnd: () => void = () => {},
): Response {
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
  if (!isStream || !answer.body) {
    onEnd()
    return answer
  }
  const source = answer.body.getReader()
  const endsAtMs = performance.now() + maxMs
  const timer = setInterval(async () => {
    // A store error doesn't end the stream.
    if (performance.now() < endsAtMs && (await isKnown().catch(() => true))) return
    end()
    await source.cancel()
  }, checkMs)
  timer.unref()
  const end = () => {
    clearInterval(timer)
    onEnd()
  }
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await source.read()
        if (!done) return controller.enqueue(value)
        end()
        controller.close()
      } catch (error) {
        end()
        throw error
      }
    },
    cancel(reason) {
      end()
      return source.cancel(reason)
    },
  })
  return new Response(body, answer)
}
