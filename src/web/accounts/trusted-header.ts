import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Networks whose machines are believed. */
export type Networks = { readonly has: (address: string) => boolean }

/** A header that names who has signed in at a proxy, and the proxies it is taken from. */
export type TrustedHeader = { readonly name: string; readonly networks: Networks; readonly bringsNewReaders: boolean }

/**
 * Networks as they are written, with commas or blanks between them: `10.0.0.0/8, fd00::/64`, or an address alone. An IPv4 address
 * within IPv6 (RFC 4291 §2.5.5.2) is that IPv4 address. Undefined where one is none, or where there is none.
 */
export function parseNetworks(text: string): Networks | undefined {
  const list = new BlockList()
  const given = text.split(/[\s,]+/).filter((part) => part !== '')
  for (const part of given) {
    const [, address = '', bits] = /^([\da-fA-F:.]+)(?:\/(\d{1,3}))?$/.exec(part) ?? []
    const version = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined
    const most = version === 'ipv4' ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (!version || length > most) return undefined
    list.addSubnet(address, length, version)
  }
  if (given.length === 0) return undefined
  return {
    has(peer) {
      const address = withoutMapping(peer)
      if (isIPv4(address)) return list.check(address, 'ipv4')
      return isIPv6(address) && list.check(address, 'ipv6')
    },
  }
}

/**
 * The name that the header gives, where it may be believed: the connection itself comes from a proxy of the networks (what other
 * headers say of where a request comes from counts for nothing), and the header stands there once, with one name. Undefined
 * otherwise. `raw` are names and values as they came, in turn.
 */
export function trustedName(
  { name, networks }: TrustedHeader,
  request: { readonly peer: string | undefined; readonly raw: readonly string[] },
): string | undefined {
  if (request.peer === undefined || !networks.has(request.peer)) return undefined
  const wanted = name.toLowerCase()
  const values = request.raw.filter((_, index) => index % 2 === 1 && request.raw[index - 1]!.toLowerCase() === wanted)
  if (values.length !== 1) return undefined
  // Node hands headers over as Latin-1; proxies write UTF-8.
  const value = Buffer.from(values[0]!, 'latin1').toString('utf8').trim()
  return value === '' || /[,;\p{C}\uFFFD]/u.test(value) ? undefined : value
}

/**
 * Whom a request comes from behind proxies of the networks: the last address in X-Forwarded-For that is none of theirs, since each
 * proxy puts whom it heard from at the end. Undefined where the connection comes from no such proxy, or it names nobody.
 */
export function clientAddress(
  networks: Networks,
  request: { readonly peer: string | undefined; readonly forwardedFor: string | null },
): string | undefined {
  if (request.peer === undefined || !networks.has(request.peer) || request.forwardedFor === null) return undefined
  const named = request.forwardedFor
    .split(',')
    .map((each) => withoutMapping(each.trim().replace(/^\[([^\]]*)\]$/, '$1')))
  const last = named.findLast((each) => !networks.has(each))
  return last !== undefined && (isIPv4(last) || isIPv6(last)) ? last : undefined
}

function withoutMapping(address: string): string {
  const plain = address.replace(/%.*$/, '')
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain
}
