import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isPublicAddress, refusal } from './private-address.ts'

const PRIVATE = [
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254',
  '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1',
  '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::7f00:1', '::127.0.0.1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::1', '100::1',
  '100:0:0:1::1', '2001::1', '2001:0:7f00:1::', '2001:10::1', '2001:20::1', '2001:db8::1', '2002:7f00:1::',
  '2002:808:808::1', '3fff::1', '5f00::1', 'fc00::1', 'fd12:3456:789a::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1',
  'ff0e::1', 'fe80::1%eth0', '2606:4700::1111%eth0', '', 'localhost', '1.2.3', '1.2.3.4.5', '999.1.1.1', 'x',
] // biome-ignore format: a table

const PUBLIC = [
  '1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.1',
  '169.253.255.255', '169.255.0.1', '172.15.255.255', '172.32.0.0', '192.0.1.1', '192.167.255.255', '192.169.0.0',
  '198.17.255.255', '198.20.0.0', '223.255.255.255', '2001:4860:4860::8888', '2606:4700:4700::1111', '2620:fe::fe',
  '::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::8.8.8.8', '64:ff9b::808:808', '2a00:1450:4001:81b::200e',
] // biome-ignore format: a table

describe('an address', () => {
  for (const ip of PRIVATE) test(`“${ip}” is not public`, () => assert.equal(isPublicAddress(ip), false))
  for (const ip of PUBLIC) test(`${ip} is public`, () => assert.equal(isPublicAddress(ip), true))

  test('in IPv4-mapped form is as public as the IPv4 address in it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const hex = ip.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
        const expected = isPublicAddress(ip)
        assert.equal(isPublicAddress(`::ffff:${ip}`), expected)
        assert.equal(isPublicAddress(`::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`), expected)
        assert.equal(isPublicAddress(`64:ff9b::${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`), expected)
      }),
    )
  })

  test('of IPv6 outside 2000::/3 is public only when an IPv4 address in it is', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const canonical = new URL(`http://[${ip}]`).hostname
        if (isPublicAddress(ip)) assert.match(canonical, /^\[(?:[23]|::ffff:|64:ff9b::)/)
      }),
    )
  })
})

describe('a URL', () => {
  const refused = [
    'http://127.0.0.1/', 'http://2130706433/', 'http://017700000001/', 'http://0x7f.1/', 'http://127.1/', 'http://0/',
    'http://①②⑦.⓪.⓪.①/', 'http://%31%32%37.0.0.1/', 'http://127.0.0.1./', 'http://user@127.0.0.1/', 'http://[::1]/',
    'http://[::ffff:127.0.0.1]/', 'http://localhost/', 'http://LOCALHOST./', 'http://a.localhost/', 'http://ip6-localhost/',
    'http://printer/', 'http://router.lan/', 'http://nas.local/', 'http://metadata.google.internal/', 'http://x.home.arpa/',
    'http://host.docker.internal/', 'http://abc.onion/',
  ] // biome-ignore format: a table
  for (const url of refused) test(`${url} is refused by its text`, () => assert.match(refusal(new URL(url)) ?? '', /./))

  const open = [
    'http://example.com/',
    'https://bbc.co.uk/',
    'http://8.8.8.8/',
    'http://134744072/',
    'http://[2620:fe::fe]/',
    'http://local.example.org/',
  ]
  for (const url of open) test(`${url} is left to be resolved`, () => assert.equal(refusal(new URL(url)), undefined))
})
