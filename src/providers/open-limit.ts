import type { ModelFailure } from '../core/model.ts'

/** What ends a request, and why it did. Disposed, whatever is still under way is for nobody. */
export type OpenLimit = Disposable & {
  readonly signal: AbortSignal
  end(why: ModelFailure): void
  reason(): ModelFailure | undefined
}

/** The first thing that ends a request: the caller, the clock or a limit. */
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
