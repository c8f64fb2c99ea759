const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i
/** An IP address: no name server can make it lead elsewhere. */
const numeric = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/i

/**
 * True when a request's Host header is a loopback name, an IP address or the server's public URL, and its Origin isn't another
 * site. This prevents DNS rebinding: a foreign page whose name resolves to this server still sends its own name.
 */
export function isAllowedHost(headers: Headers, baseUrl: string | undefined): boolean {
  const host = hostIn(`http://${headers.get('host') ?? ''}`)
  if (host === undefined) return false
  const own = baseUrl === undefined ? undefined : hostIn(baseUrl)
  if (!loopback.test(host) && !numeric.test(host) && host !== own) return false
  const origin = headers.get('origin')
  if (origin === null) return true
  const from = hostIn(origin)
  return from !== undefined && (from === own || from === host || (loopback.test(from) && loopback.test(host)))
}

function hostIn(address: string): string | undefined {
  return URL.parse(address)?.hostname.toLowerCase() || undefined
}
