/** Servers accept no longer ones in practice. */
const LONGEST = 4_000

/**
 * An absolute http or https URL, resolved against the page's. Returns undefined for anything else, and for one that is too long when
 * encoded.
 */
export function resolveUrl(href: string | undefined, base: string): string | undefined {
  const text = href?.trim()
  if (text === undefined || text === '' || text.length > LONGEST) return undefined
  const url = URL.parse(text, URL.canParse(base) ? base : undefined)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  // Letters beyond ASCII take six characters or more, and the result must be valid input again.
  return url.href.length > LONGEST ? undefined : url.href
}

/** The name in a host, without `www` and the top-level part: `bbc` for `www.bbc.co.uk`. */
export function hostLabel(address: string): string {
  const host = URL.parse(address)?.hostname ?? ''
  const parts = host.split('.').filter((part) => part !== 'www' && part !== 'm' && part !== 'amp')
  const tail = /^(?:co|com|org|net|gov|ac|edu)$/.test(parts.at(-2) ?? '') && parts.length > 2 ? 3 : 2
  return parts.at(-tail) ?? parts[0] ?? ''
}

/** The path of a URL in lower case, or an empty string. */
export function pathOf(address: string): string {
  return URL.parse(address)?.pathname.toLowerCase() ?? ''
}
