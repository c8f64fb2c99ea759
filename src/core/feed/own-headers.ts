/** One of a reader's own headers. */
export type OwnHeader = { readonly name: string; readonly value: string }

/** Headers for one origin, such as `https://example.org`: they are sent nowhere else. */
export type OwnHeaders = { readonly origin: string; readonly headers: readonly OwnHeader[] }

/** Why a header can't be sent. `name`: the one that is meant. */
export type HeaderRefusal = {
  readonly reason: 'header-name' | 'header-refused' | 'header-value' | 'header-twice' | 'too-many-headers'
  readonly name: string
}

/** Stands for a stored value, which is never shown. */
export const keptValue = '•••'

/** Beside the cookie and the user agent. */
export const mostOwnHeaders = 8
const longestName = 100
const longestValue = 4_000
/** Servers usually take 8 KB in all. */
const longestTogether = 8_000

/** Set by the program itself, or for the connection alone: a wrong one would break the request or let it mean another. */
const refusedNames: ReadonlySet<string> = new Set(
  `accept-encoding connection content-encoding content-length content-type date expect forwarded host http2-settings
  keep-alive max-forwards origin range te trailer transfer-encoding upgrade via x-http-method x-http-method-override x-method-override
  x-original-url x-rewrite-url metadata metadata-flavor x-aws-ec2-metadata-token x-aws-ec2-metadata-token-ttl-seconds`.split(
    /\s+/,
  ),
)

/** Proxies, conditional requests, and what a proxy says of who asks. */
const refusedBeginnings = ['proxy-', 'if-', 'x-forwarded-', 'sec-']

const fieldName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i
/** ASCII without control characters: nothing that ends a line. */
const fieldValue = /^[\t\x20-\x7e]+$/

/** `Name: value` in each line; a line without a colon has no value, which is refused later. */
export function readHeaderLines(text: string): readonly OwnHeader[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1)]
      return { name: name.trim(), value: value.trim() }
    })
}

/** Why these can't be sent; undefined when they can. Cookie and user agent are among them. */
export function refuseHeaders(headers: readonly OwnHeader[]): HeaderRefusal | undefined {
  const names = new Set<string>()
  let length = 0
  for (const { name, value } of headers) {
    const key = name.toLowerCase()
    if (name.length > longestName || !fieldName.test(name)) return { reason: 'header-name', name: name.slice(0, 40) }
    if (refusedNames.has(key) || refusedBeginnings.some((beginning) => key.startsWith(beginning)))
      return { reason: 'header-refused', name }
    if (!fieldValue.test(value) || value.length > longestValue) return { reason: 'header-value', name }
    if (names.has(key)) return { reason: 'header-twice', name }
    names.add(key)
    length += name.length + value.length + 4
  }
  const others = [...names].filter((name) => name !== 'cookie' && name !== 'user-agent')
  if (others.length > mostOwnHeaders || length > longestTogether) return { reason: 'too-many-headers', name: '' }
  return undefined
}

/** Whether a request to this URL may carry headers for an origin: the same one, or the same host by https at its usual port. */
export function mayCarry(origin: string, url: URL): boolean {
  if (url.origin === origin) return true
  const at = URL.parse(origin)
  return at?.protocol === 'http:' && at.port === '' && url.origin === `https://${at.host}`
}
