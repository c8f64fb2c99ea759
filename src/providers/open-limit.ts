import type { ModelFailure } from '../core/model.ts'

/** Ends a request and records why. Disposing it aborts whatever is still running. */
type OpenLimit = Disposable & {
  readonly signal: AbortSignal
  end(why: ModelFailure): void
  reason(): ModelFailure | undefined
}

/** Ends a request at the first of: the caller's signal, the timeout, or a limit. */
export function openLimit(timeoutMs: number, given: AbortSignal | undefined): OpenLimit {
  const controller = new AbortController()
  let reason: ModelFailure | undefined
  const end = (why: ModelFailure) => {
    reason ??= why
    controller.abort()
  }
  const cancel = () => end({ kind: 'cancelled' })
  const timer = setTimeout(() => end({ kind: 'timeout', afterMs: timeoutMs }), timeoutMs)
  if (given?.aborted) cancel()
  given?.addEventListener('abort', cancel, { once: true })
  return {
    signal: controller.signal,
    end,
    reason: () => reason,
    [Symbol.dispose]() {
      clearTimeout(timer)
      given?.removeEventListener('abort', cancel)
      controller.abort()
    },
  }
}
