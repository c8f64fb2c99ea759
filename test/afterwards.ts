const closers: (() => void)[] = []

/** Has something closed when the tests of a file are over. */
export function closeAfterwards(close: () => void): void {
  closers.push(close)
}

export function closeAll(): void {
  for (const close of closers.splice(0)) close()
}
