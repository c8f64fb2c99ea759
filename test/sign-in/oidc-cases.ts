import assert from 'node:assert/strict'
import { type OidcFetch, type OidcFlow, type OidcRefusal, oidcClient } from '../../src/credentials/oidc.ts'
import type { Case } from './case.ts'
import { startHostileIssuer, type Twist } from './hostile-issuer.ts'

const clientId = 'twosource'
const clientSecret = 'a secret that both of them know, long enough'
const redirectUri = 'https://news.example/sign-in/elsewhere/back'

const plainFetch: OidcFetch = (url, options) => fetch(url, options as RequestInit)

type Try = readonly [name: string, expected: OidcRefusal | 'identity', twist: Twist, flow?: Partial<OidcFlow>]

const past = Math.floor(Date.now() / 1000) - 3600
const tries: readonly Try[] = [
  ['an honest answer', 'identity', {}],
  [
    'for several parties, of which we are the one it was made for',
    'identity',
    { claims: { aud: ['twosource', 'other'], azp: 'twosource' } },
  ],
  ['without state', 'not-confirmed', { query: (query) => query.delete('state') }],
  ['with the state of another sign-in', 'not-confirmed', { query: (query) => query.set('state', 'another') }],
  ['with two states', 'not-confirmed', { query: (query) => query.append('state', 'another') }],
  ['without a code', 'not-confirmed', { query: (query) => query.delete('code') }],
  ['with a code that it never gave', 'not-confirmed', { query: (query) => query.set('code', 'guessed') }],
  ['of another issuer (RFC 9207)', 'not-confirmed', { query: (query) => query.set('iss', 'https://evil.example') }],
  ['that hides its issuer', 'not-confirmed', { query: (query) => query.delete('iss') }],
  ['with an error', 'denied', { query: (query) => query.set('error', 'access_denied') }],
  ['with the nonce of another sign-in', 'not-confirmed', { claims: { nonce: 'another' } }],
  ['without a nonce', 'not-confirmed', { claims: { nonce: undefined } }],
  ['with a token of another issuer', 'not-confirmed', { claims: { iss: 'https://evil.example' } }],
  ['with a token for another client', 'not-confirmed', { claims: { aud: 'another' } }],
  [
    'with a token for several that was made for another',
    'not-confirmed',
    { claims: { aud: ['twosource', 'other'], azp: 'other' } },
  ],
  ['with a token that is over', 'not-confirmed', { claims: { exp: past } }],
  ['with a token that never ends', 'not-confirmed', { claims: { exp: undefined } }],
  ['with a token of nobody', 'not-confirmed', { claims: { sub: undefined } }],
  ['with a token of an empty subject', 'not-confirmed', { claims: { sub: '' } }],
  ['with a token signed by nobody (alg none)', 'not-confirmed', { alg: 'none' }],
  ['with a token signed with our secret (HS256)', 'not-confirmed', { alg: 'HS256' }],
  ['with a token signed by another key', 'not-confirmed', { alg: 'other-key' }],
  ['without a token', 'not-confirmed', { tokens: (answer) => delete answer.id_token }],
  ['from an endpoint that sends our secret on elsewhere', 'not-confirmed', { redirectsToken: true }],
  ['to another verifier (PKCE)', 'not-confirmed', {}, { verifier: 'another-verifier-of-forty-three-letters-or-more' }],
  ['to an empty verifier (PKCE)', 'not-confirmed', {}, { verifier: '' }],
  ['with a token of a subject with controls', 'not-confirmed', { claims: { sub: 'sub\0ject' } }],
  ['with a token of a subject that is no text', 'not-confirmed', { claims: { sub: 'subject\ud800' } }],
  ['from a provider that says it is another', 'unreachable', { discovery: { issuer: 'https://evil.example' } }],
  ['from a provider that sends browsers nowhere', 'unreachable', { discovery: { authorization_endpoint: undefined } }],
  [
    'that sends browsers to a script',
    'unreachable',
    { discovery: { authorization_endpoint: 'javascript:alert(1)//' } },
  ],
  ['that sends browsers to no address', 'unreachable', { discovery: { authorization_endpoint: 'authorize' } }],
]

/** What a provider, or somebody in its place, may answer; each case has a provider of its own. */
export const oidcCases: readonly Case[] = [
  ...tries.map(([name, expected, twist, flow]) => ({
    name: `${name}: ${expected}`,
    async run() {
      const issuer = await startHostileIssuer(clientId, clientSecret)
      try {
        issuer.twist = twist
        const client = oidcClient({ issuer: issuer.issuer, clientId, clientSecret, redirectUri, fetch: plainFetch })
        const begun = await client.begin()
        if (begun.kind === 'unreachable') return assert.equal(expected, 'unreachable')
        const result = await client.finish(issuer.authorize(begun.url), { ...begun.flow, ...flow })
        assert.equal(result.kind === 'identity' ? 'identity' : result.why, expected)
      } finally {
        await issuer.close()
      }
    },
  })),
  {
    name: 'a code that is brought twice: not-confirmed',
    async run() {
      const issuer = await startHostileIssuer(clientId, clientSecret)
      try {
        const client = oidcClient({ issuer: issuer.issuer, clientId, clientSecret, redirectUri, fetch: plainFetch })
        const begun = await client.begin()
        assert.ok(begun.kind === 'begun')
        const query = issuer.authorize(begun.url)
        const [once, again] = [await client.finish(query, begun.flow), await client.finish(query, begun.flow)]
        assert.deepEqual([once.kind, again], ['identity', { kind: 'refused', why: 'not-confirmed' }])
      } finally {
        await issuer.close()
      }
    },
  },
  {
    name: 'a provider that sends browsers nowhere, and is mended: unreachable, then begun',
    async run() {
      const issuer = await startHostileIssuer(clientId, clientSecret)
      try {
        const client = oidcClient({ issuer: issuer.issuer, clientId, clientSecret, redirectUri, fetch: plainFetch })
        issuer.twist = { discovery: { authorization_endpoint: 'javascript:alert(1)//' } }
        const first = await client.begin()
        issuer.twist = {}
        assert.deepEqual([first.kind, (await client.begin()).kind], ['unreachable', 'begun'])
      } finally {
        await issuer.close()
      }
    },
  },
  {
    name: 'a provider that is down, and comes back: unreachable, then begun',
    async run() {
      const issuer = await startHostileIssuer(clientId, clientSecret)
      let isDown = true
      const client = oidcClient({
        issuer: issuer.issuer,
        clientId,
        clientSecret,
        redirectUri,
        fetch: (url, options) => (isDown ? Promise.reject(new TypeError('down')) : plainFetch(url, options)),
      })
      try {
        const first = await client.begin()
        isDown = false
        assert.deepEqual([first.kind, (await client.begin()).kind], ['unreachable', 'begun'])
      } finally {
        await issuer.close()
      }
    },
  },
]
