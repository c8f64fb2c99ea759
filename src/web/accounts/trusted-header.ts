import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { nth } from '../../core/nth.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { peerOf, rawHeadersOf } from '../arrival.ts'

/** Networks whose machines are trusted. */
export type Networks = { readonly has: (address: string) => boolean }

/** A header that names the reader signed in at a proxy, and the proxies trusted to send it. */
type TrustedHeader = { readonly name: string; readonly networks: Networks; readonly bringsNewReaders: boolean }

/**
 * Parses networks separated by commas or blanks (`10.0.0.0/8, fd00::/64`), or a single address. An IPv4-mapped IPv6 address (RFC 4291
 * §2.5.5.2) counts as the IPv4 address. Returns undefined when one is invalid, or when there is none.
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
 * The name in the header, if it can be trusted: the connection itself comes from a proxy of the networks (other headers about the origin of
 * a request are ignored), and the header occurs once, with one name. Undefined otherwise. `raw`: names and values alternating, as received.
 */
export function trustedName(
  { name, networks }: TrustedHeader,
  request: { readonly peer: string | undefined; readonly raw: readonly string[] },
): string | undefined {
  if (request.peer === undefined || !networks.has(request.peer)) return undefined
  const wanted = name.toLowerCase()
  const values = request.raw.filter(
    (_, index) => index % 2 === 1 && nth(request.raw, index - 1).toLowerCase() === wanted,
  )
  if (values.length !== 1) return undefined
  // Node decodes headers as Latin-1; proxies write UTF-8.
  const value = Buffer.from(nth(values, 0), 'latin1').toString('utf8').trim()
  return value === '' || /[,;\p{C}\uFFFD]/u.test(value) ? undefined : value
}

/**
 * The client behind the proxies: the last address in X-Forwarded-For that is not one of them, since each proxy appends the address it was
 * contacted from. Undefined when the connection comes from no trusted proxy, or the header names nobody.
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

/** Reverse proxies whose header names the reader who is signed in there. */
export type TrustedProxies = {
  /** The reader a proxy names in a request; undefined when none does. */
  identify(context: Context): Promise<ReaderIdentity | undefined>
}

/** Trusts the header of some proxies; `named` finds the reader by name. */
export function trustProxies(
  trusted: TrustedHeader,
  named: (name: string, bringsNewReaders: boolean) => Promise<ReaderIdentity | undefined>,
): TrustedProxies {
  return {
    async identify(context) {
      const name = trustedName(trusted, { peer: peerOf(context.env), raw: rawHeadersOf(context) })
      return name === undefined ? undefined : named(name, trusted.bringsNewReaders)
    },
  }
}
