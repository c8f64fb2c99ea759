import { BlockList, isIP, isIPv4 } from 'node:net'

/** IPv4 blocks that aren't the public internet (IANA IPv4 Special-Purpose Address Registry, RFC 6890), and why. */
const IPV4_RESERVED: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]

/** Exceptions inside 2000::/3, the only global unicast space (IANA IPv6 registries, RFC 4291). */
const IPV6_RESERVED: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23], // protocol assignments: Teredo, ORCHID, benchmarking
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: contains an IPv4 address
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
]

const reserved = new BlockList()
for (const [network, prefix] of IPV4_RESERVED) reserved.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of IPV6_RESERVED) reserved.addSubnet(network, prefix, 'ipv6')

const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Addresses that contain an IPv4 address in their last 32 bits, which is checked instead: mapped (RFC 4291), NAT64 (RFC 6052). */
const carriesIpv4 = new BlockList()
carriesIpv4.addSubnet('::ffff:0:0', 96, 'ipv6')
carriesIpv4.addSubnet('64:ff9b::', 96, 'ipv6')

/** Names for the machine itself, its network or its cloud, whatever they resolve to (RFC 6761, 6762, 8375, 9476). */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|alt|test|invalid)$/

/**
 * True for an IP address of the public internet. False for everything else: private, loopback, link-local and reserved blocks,
 * IPv6 forms of such an IPv4 address, and text that isn't an IP address.
 */
export function isPublicAddress(ip: string): boolean {
  const version = isIP(ip)
  if (version === 4) return !reserved.check(ip, 'ipv4')
  if (version !== 6 || ip.includes('%')) return false
  if (carriesIpv4.check(ip, 'ipv6')) return isPublicAddress(lastIpv4(ip))
  return globalUnicast.check(ip, 'ipv6') && !reserved.check(ip, 'ipv6')
}

/**
 * Why a URL may not be requested, judging by its text: it has an address that isn't public (in any notation, since the URL
 * parser normalizes decimal, octal, hexadecimal, short and full-width forms), or a name of the local network. Undefined when the
 * name has to be resolved to know.
 */
export function refusal(url: URL): string | undefined {
  const host = hostOf(url)
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : `${host} is not an address of the public internet`
  if (host === '') return 'there is no host in the address'
  if (!host.includes('.')) return `“${host}” is a name of the local network`
  if (PRIVATE_NAMES.test(host)) return `“${host}” is a name of a private network`
  return undefined
}

/** The host without brackets and without the dot that ends an absolute name. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
}

/** The last 32 bits of an IPv6 address in dotted form. */
function lastIpv4(ip: string): string {
  const tail = ip.slice(ip.lastIndexOf(':') + 1)
  if (isIPv4(tail)) return tail
  const groups = new URL(`http://[${ip}]`).hostname.slice(1, -1).split(':')
  const [high, low] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16))
  return [high! >> 8, high! & 255, low! >> 8, low! & 255].join('.')
}
