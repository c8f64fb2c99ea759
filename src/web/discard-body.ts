/** The most that is taken in for nothing: what is longer is cut off. */
const mostBytes = 64 * 1024 * 1024
const mostMs = 60_000
/** Who sends nothing for this long waits for the answer first. */
const quietMs = 1_000

/**
 * Reads the body of a request that was refused, and keeps nothing of it: a browser or proxy that is still sending takes a connection that ends
 * for a failure, and never shows the answer. Whether it came to its end; it is given up where it is too long or takes too long.
 */
export async function discardBody({ body, headers }: Request): Promise<boolean> {
  if (body === null) return true
  // Somebody reads it already where its length was not told.
  if (body.locked || Number(headers.get('content-length') ?? 0) > mostBytes) return false
  const reader = body.getReader()
  const late = performance.now() + mostMs
  let bytes = 0
  for (;;) {
    const part = await soon(reader.read().catch(() => undefined))
    if (part?.done) return true
    bytes += part?.value?.length ?? 0
    if (part !== undefined && bytes <= mostBytes && performance.now() < late) continue
    void reader.cancel().catch(() => {})
    return false
  }
}

/** What comes about soon; undefined for anything else. */
async function soon<Value>(awaited: Promise<Value>): Promise<Value | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, quietMs, undefined)
  const first = await Promise.race([awaited, promise])
  clearTimeout(timer)
  return first
}
