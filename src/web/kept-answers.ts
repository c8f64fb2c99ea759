/** What a page is sent with, without the validator and the packing of this request. */
export type PageHeaders =
  /** Known, by their names in small letters; what every page is served with comes to them. */
  | { readonly kind: 'known'; readonly values: Readonly<Record<string, string>> }
  /** Read from its answer. */
  | { readonly kind: 'read'; readonly pairs: readonly (readonly [string, string])[] }

/** A page as it is sent: its headers, its markup's validator, its body. */
export type Sealed = {
  readonly headers: PageHeaders
  /** Strong, of the markup before it is packed. */
  readonly etag: string
  readonly body: Buffer<ArrayBuffer>
  readonly isBrotli: boolean
}

export type KeptAnswers = {
  /** What was answered to the same request, where nothing was written since and it is no older than a second. */
  find(key: string): Sealed | undefined
  /** When the making of an answer begins: what was written by then is in it. Undefined where nothing can be kept. */
  begin(): number | undefined
  /** Keeps an answer that was begun at `version`, unless anything was written while it was made. */
  keep(key: string, version: number, sealed: Sealed): void
  /** How many bytes are held now. */
  heldBytes(): number
}

/** An answer may be so old: clocks on pages go by the minute, and what ends by the clock alone may end a second late. */
const longestMs = 1_000
const mostBytes = 8 * 1024 * 1024
const mostOfOne = 512 * 1024

/**
 * Answers that are given again while nothing was written, whoever wrote it: `dataVersion` says so at once, and where it cannot,
 * nothing is kept. The key must say all that an answer is made of beside what is stored and the time.
 */
export function keepAnswers(
  dataVersion: () => number | undefined,
  clockMs: () => number = () => performance.now(),
): KeptAnswers {
  const kept = new Map<string, { readonly sealed: Sealed; readonly atMs: number }>()
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

  /** Those that are too old to be given are the first: they stand in the order in which they were kept. */
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
