import assert from 'node:assert/strict'
import { parseNetworks, trustedName } from '../../src/web/accounts/trusted-header.ts'
import type { Case } from './case.ts'

const networks = parseNetworks('10.1.0.0/16, 192.0.2.7, fd00:1::/64')!
const trusted = { name: 'Remote-User', networks, bringsNewReaders: false }

type Try = readonly [
  name: string,
  peer: string | undefined,
  headers: readonly (readonly [string, string])[],
  expected: string | undefined,
]
const mira = ['Remote-User', 'mira'] as const

const tries: readonly Try[] = [
  ['from a proxy of the network', '10.1.2.3', [mira], 'mira'],
  ['from the first address of the network', '10.1.0.0', [mira], 'mira'],
  ['from the last address of the network', '10.1.255.255', [mira], 'mira'],
  ['from one address past the network', '10.2.0.0', [mira], undefined],
  ['from a proxy named by its address', '192.0.2.7', [mira], 'mira'],
  ['from the address beside it', '192.0.2.8', [mira], undefined],
  ['from a proxy by IPv6', 'fd00:1::8', [mira], 'mira'],
  ['from another network by IPv6', 'fd00:1:0:1::8', [mira], undefined],
  ['from an IPv4 address within IPv6', '::ffff:10.1.2.3', [mira], 'mira'],
  ['from another IPv4 address within IPv6', '::ffff:10.2.2.3', [mira], undefined],
  ['from an address that only looks like one of the network', '::10.1.2.3', [mira], undefined],
  ['from this machine, which was not named', '127.0.0.1', [mira], undefined],
  ['from nowhere that is known', undefined, [mira], undefined],
  [
    'from elsewhere, with X-Forwarded-For of the network',
    '203.0.113.9',
    [mira, ['X-Forwarded-For', '10.1.2.3']],
    undefined,
  ],
  [
    'from elsewhere, with Forwarded and X-Real-IP of the network',
    '203.0.113.9',
    [mira, ['Forwarded', 'for=10.1.2.3'], ['X-Real-IP', '10.1.2.3']],
    undefined,
  ],
  ['in another case', '10.1.2.3', [['REMOTE-user', 'mira']], 'mira'],
  ['twice', '10.1.2.3', [mira, ['remote-user', 'owner']], undefined],
  ['twice the same', '10.1.2.3', [mira, mira], undefined],
  ['two names in one', '10.1.2.3', [['Remote-User', 'mira, owner']], undefined],
  ['empty', '10.1.2.3', [['Remote-User', '  ']], undefined],
  ['with what cannot be seen', '10.1.2.3', [['Remote-User', 'mi\u0000ra']], undefined],
  ['in UTF-8', '10.1.2.3', [['Remote-User', Buffer.from('Åsa').toString('latin1')]], 'Åsa'],
  ['in bytes that are no UTF-8', '10.1.2.3', [['Remote-User', '\u00e5sa']], undefined],
  ['under a name with an underscore', '10.1.2.3', [['Remote_User', 'mira']], undefined],
  ['not there', '10.1.2.3', [['Accept', 'text/html']], undefined],
]

/** A name in a header, from where it may be believed and from where not. */
export const trustedHeaderCases: readonly Case[] = tries.map(([name, peer, headers, expected]) => ({
  name: `${name}: ${expected === undefined ? 'nobody' : expected}`,
  run: () => assert.equal(trustedName(trusted, { peer, raw: headers.flat() }), expected),
}))
