/** Settles at SIGINT or SIGTERM; a second signal ends the process at once, which loses nothing that was kept. */
export function untilToldToStop(): Promise<void> {
  return new Promise((settle) => {
    const stop = () => {
      process.once('SIGINT', () => process.exit(130))
      process.once('SIGTERM', () => process.exit(143))
      settle()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}
