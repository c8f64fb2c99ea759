/** A page as the outlet's server sent it, kept because somebody saved its article. Its bytes are stored apart. */
export type ServedPage = {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string
  /** After redirects. */
  readonly url: string
  readonly status: number
  /** The response headers that say what it is and when it is from. */
  readonly headers: Readonly<Record<string, string>>
  readonly byteCount: number
  /** When it was fetched. */
  readonly at: string
}

/** The headers kept with a page. Never cookies: they belong to whoever asked. */
export const keptHeaders: readonly string[] = [
  'date',
  'content-type',
  'content-language',
  'content-location',
  'last-modified',
  'etag',
  'cache-control',
  'expires',
  'age',
  'link',
  'server',
  'x-robots-tag',
  'memento-datetime',
]

/** A header longer than this isn't kept. */
export const longestHeader = 2_000
