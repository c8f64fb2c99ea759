/** What an entry may point at. A link with any other scheme (`javascript:`, `data:`) is no link. */
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
 * Makes a reference of a feed absolute (RFC 3986 section 5). One that is absolute already is left as it was written,
 * so that ids compare equal; one that cannot be resolved is given back trimmed.
 */
export function resolveUrl(reference: string, baseUrl: string): string {
  const trimmed = reference.trim()
  if (isPlainAbsolute(trimmed)) return trimmed
  return (baseUrl === '' ? undefined : URL.parse(trimmed, baseUrl)?.href) ?? URL.parse(trimmed)?.href ?? trimmed
}

/** Resolves a link, or gives undefined when it is empty or has a scheme nobody should be sent to. */
export function resolveLink(reference: string | undefined, baseUrl: string): string | undefined {
  if (reference === undefined || reference.trim() === '') return undefined
  const url = resolveUrl(reference, baseUrl)
  // A browser takes controls at the front, tabs and line ends out before it looks for a scheme (URL Standard, basic URL parser).
  const scheme = SCHEME.exec(url.replace(/^[\0-\x20]+|[\t\n\r]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || LINKED_SCHEMES.has(scheme) ? url : undefined
}

/** Has a scheme, no white space within, and is not the odd `http:path` that means a relative reference. */
function isPlainAbsolute(url: string): boolean {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase()
  if (scheme === undefined || /\s/.test(url)) return false
  return (scheme !== 'http' && scheme !== 'https') || url.startsWith('//', scheme.length + 1)
}
