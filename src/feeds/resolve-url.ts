/** Schemes that links of entries may have. Links with any other scheme (`javascript:`, `data:`) are dropped. */
const LINKED_SCHEMES = new Set([
  'http',
  'https',
  'ftp',
  'gemini',
  'gopher',
  'magnet',
  'mailto',
  'tel',
  'feed',
  'tag',
  'urn',
])

const SCHEME = /^([a-z][a-z0-9+.-]*):/i

/**
 * Makes a reference of a feed absolute (RFC 3986 section 5). An absolute one is returned unchanged, so that ids compare equal; one that
 * cannot be resolved is returned trimmed.
 */
export function resolveUrl(reference: string, baseUrl: string): string {
  const trimmed = reference.trim()
  if (isPlainAbsolute(trimmed)) return trimmed
  return (baseUrl === '' ? undefined : URL.parse(trimmed, baseUrl)?.href) ?? URL.parse(trimmed)?.href ?? trimmed
}

/** Resolves a link. Returns undefined when it is empty or has a scheme that is not allowed. */
export function resolveLink(reference: string | undefined, baseUrl: string): string | undefined {
  if (reference === undefined || reference.trim() === '') return undefined
  const url = resolveUrl(reference, baseUrl)
  // Browsers remove leading control characters, tabs and line ends before they look for a scheme (URL Standard, basic URL parser).
  const scheme = SCHEME.exec(url.replace(/^[\0-\x20]+|[\t\n\r]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || LINKED_SCHEMES.has(scheme) ? url : undefined
}

/** Has a scheme, no white space inside, and isn't the odd `http:path`, which is a relative reference. */
function isPlainAbsolute(url: string): boolean {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase()
  if (scheme === undefined || /\s/.test(url)) return false
  return (scheme !== 'http' && scheme !== 'https') || url.startsWith('//', scheme.length + 1)
}
