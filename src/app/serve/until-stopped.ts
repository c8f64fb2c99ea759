import type { Log } from '../../pipeline/pipeline-context.ts'

/** Whoever stops a process waits about this long before killing it. */
const LONGEST_MS = 10_000
/** One Ctrl-C reaches a process up to three times: from the terminal, from npm, and from the launcher beside an old Node. */
const SAME_MS = 1_000

/**
 * Settles at SIGINT, SIGTERM or SIGHUP; a second signal, more than a second later, ends the process at once, without losing anything saved.
 * Work unfinished ten seconds after the first is abandoned, with exit code 0: it is done again later.
 */
export function untilStopped(log: Log = () => {}): Promise<void> {
  return new Promise((settle) => {
    let toldMs: number | undefined
    const stop = (again: () => void) => () => {
      const nowMs = performance.now()
      if (toldMs !== undefined) return nowMs - toldMs < SAME_MS ? undefined : again()
      toldMs = nowMs
      setTimeout(() => {
        log('stopped-unfinished', { afterMs: LONGEST_MS })
        process.exit(0)
      }, LONGEST_MS).unref()
      settle()
    }
    process.on(
      'SIGINT',
      stop(() => process.exit(130)),
    )
    process.on(
      'SIGTERM',
      stop(() => process.exit(143)),
    )
    // A terminal that closes sends it, and its shell again.
    process.on(
      'SIGHUP',
      stop(() => {}),
    )
  })
}
