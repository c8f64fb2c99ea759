/** Tells a running loop that somebody waits for a feed they followed or asked for. */
export type WakeSignal = {
  ring(): void
  /** Resolves at the next ring. */
  heard(): Promise<void>
  /** Whether it rang since the last call. */
  take(): boolean
}

/** Creates a signal that did not ring. */
export function wakeSignal(): WakeSignal {
  let bell = Promise.withResolvers<void>()
  let isRung = false
  return {
    ring() {
      isRung = true
      bell.resolve()
    },
    heard: () => bell.promise,
    take() {
      const was = isRung
      isRung = false
      // A new one each time: whoever waits in a loop leaves nothing behind on it.
      bell = Promise.withResolvers()
      return was
    },
  }
}
