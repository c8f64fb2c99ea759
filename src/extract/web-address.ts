/** An absolute http or https address, resolved against the page's; undefined for anything else. */
export function resolveUrl(href: string | undefined, base: string): string | undefined {
  const text = href?.trim()
  if (text === undefined || text === '' || text.length > 4_000) return undefined
  const url = URL.parse(text, URL.canParse(base) ? base : undefined)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}

/** The name in a host, without `www` and the top-level part: `bbc` of `www.bbc.co.uk`. */
export function hostLabel(address: string): string {
  const host = URL.parse(address)?.hostname ?? ''
  const parts = host.split('.').filter((part) => part !== 'www' && part !== 'm' && part !== 'amp')
  const tail = /^(?:co|com|org|net|gov|ac|edu)$/.test(parts.at(-2) ?? '') && parts.length > 2 ? 3 : 2
  return parts.at(-tail) ?? parts[0] ?? ''
}

/** The path of an address in lower case, or an empty string. */
export function pathOf(address: string): string {
  return URL.parse(address)?.pathname.toLowerCase() ?? ''
}
