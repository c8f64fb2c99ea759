/** Headers of a page, without the validator and compression of this request. */
export type PageHeaders =
  /** Known, with lowercase names; the headers of every page are added. */
  | { readonly kind: 'known'; readonly values: Readonly<Record<string, string>> }
  /** Read from its answer. */
  | { readonly kind: 'read'; readonly pairs: readonly (readonly [string, string])[] }

/** A page ready to send: its headers, the validator of its markup, its body. */
export type FinishedPage = {
  readonly headers: PageHeaders
  /** Strong, of the uncompressed markup. */
  readonly etag: string
  readonly body: Buffer<ArrayBuffer>
  readonly isBrotli: boolean
}

export type AnswerCache = {
  /** The answer to the same request, if nothing was written since and it is no older than a second. */
  find(key: string): FinishedPage | undefined
  /** Call when starting to make an answer, which contains everything written until then. Undefined when nothing can be cached. */
  begin(): number | undefined
  /** Caches an answer started at `version`, unless anything was written meanwhile. */
  keep(key: string, version: number, sealed: FinishedPage): void
  /** Bytes cached now. */
  heldBytes(): number
}

/** Maximum age: times on pages have minutes, and what ends by the clock alone may end a second late. */
const longestMs = 1_000
const mostBytes = 8 * 1024 * 1024
const mostOfOne = 512 * 1024

/**
 * Answers that are repeated while no process has written to the database: `dataVersion` shows that at once, and if it cannot, nothing is
 * cached. The key must contain everything an answer depends on besides the database and the time.
 */
export function createAnswerCache(
  dataVersion: () => number | undefined,
  clockMs: () => number = () => performance.now(),
): AnswerCache {
  const kept = new Map<string, { readonly sealed: FinishedPage; readonly atMs: number }>()
  let keptVersion: number | undefined
  let held = 0

  function forget(): void {
    kept.clear()
    held = 0
  }

  function drop(key: string): void {
    const known = kept.get(key)
    if (!known) return
    held -= known.sealed.body.length + key.length
    kept.delete(key)
  }

  /** Expired answers come first: the order is that of caching. */
  function forgetOld(nowMs: number): void {
    for (const [key, { atMs }] of kept) {
      if (nowMs - atMs < longestMs) return
      drop(key)
    }
  }

  return {
    begin: dataVersion,
    find(key) {
      const version = dataVersion()
      if (version === undefined) return undefined
      if (version !== keptVersion) forget()
      keptVersion = version
      const known = kept.get(key)
      return known && clockMs() - known.atMs < longestMs ? known.sealed : undefined
    },
    keep(key, version, sealed) {
      const bytes = sealed.body.length + key.length
      if (bytes > mostOfOne || dataVersion() !== version) return
      if (version !== keptVersion || held + bytes > mostBytes) forget()
      keptVersion = version
      const atMs = clockMs()
      forgetOld(atMs)
      drop(key)
      held += bytes
      kept.set(key, { sealed, atMs })
    },
    heldBytes: () => held,
  }
}
