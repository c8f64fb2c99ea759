/** Where programs ask for access by OAuth: this server as the issuer of tokens, and the one URL they open. */
export type ProgramIssuer = {
  /** Without a slash at the end. */
  readonly issuer: string
  readonly resource: string
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/**
 * The issuer that a request sees: the public URL, or a loopback name with its port. Any other Host header could be made up by a page
 * that has the browser ask here, and without TLS tokens could be read on the way: then there is none, and programs need an API token.
 */
export function issuerAt(host: string | undefined, baseUrl: string | undefined): ProgramIssuer | undefined {
  const base = baseUrl === undefined ? ofLoopback(host) : ofBase(baseUrl)
  return base === undefined ? undefined : { issuer: base, resource: `${base}/mcp` }
}

function ofLoopback(host: string | undefined): string | undefined {
  return host !== undefined && loopback.test(host) ? `http://${host.toLowerCase()}` : undefined
}

function ofBase(baseUrl: string): string | undefined {
  const url = URL.parse(baseUrl)
  if (!url || (url.protocol !== 'https:' && !loopback.test(url.host))) return undefined
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** True when both name the same URL: the case of scheme and host and a slash at the end don't count (RFC 8707 §2). */
export function isSameResource(given: string, resource: string): boolean {
  const url = URL.parse(given)
  if (url?.hash !== '' || url.search !== '' || given.includes('#')) return false
  return url.href.replace(/\/$/, '') === resource
}
