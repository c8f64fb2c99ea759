const lookMs = 25_000
const longestMs = 600_000

/**
 * Ends a stream of events whose reader is known no more, as by a token that was revoked: it has no end of its own. However long it goes
 * well, after ten minutes it ends too, so that who takes a place of the few there are gives it back; the program opens another.
 */
export function whileKnown(
  answer: Response,
  isKnown: () => Promise<boolean>,
  /** Told once it is over, however it ended; at once of what is no stream. */
  onEnd: () => void = () => {},
): Response {
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
  if (!isStream || !answer.body) {
    onEnd()
    return answer
  }
  const source = answer.body.getReader()
  const endsAtMs = performance.now() + longestMs
  const timer = setInterval(async () => {
    // A store that does not answer is no reason to end it.
    if (performance.now() < endsAtMs && (await isKnown().catch(() => true))) return
    end()
    await source.cancel()
  }, lookMs)
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
