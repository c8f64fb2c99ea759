const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i
/** An address in numbers: no name server can be made to lead it elsewhere. */
const numeric = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/i

/**
 * True when a request names this house as its own: by a loopback name, by an address in numbers, or by the public address of the
 * house; and comes from no page of another. A page elsewhere whose name was made to lead here has another name (DNS rebinding).
 */
export function isKnownHost(headers: Headers, baseUrl: string | undefined): boolean {
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
