import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allowOrigins } from './program-apis.ts'

const from = (origin: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Request('http://h/api/v1/today', { method, headers: { origin, ...headers } })
const wants = { 'access-control-request-method': 'PUT' }
const answer = () => new Response('x', { headers: { ETag: '"1"', Vary: 'Accept-Encoding' } })

describe('pages of other sites', () => {
  it('are told nothing as long as none is named', async () => {
    const given = await allowOrigins('')(from('https://a.example'), answer)
    assert.equal(given.headers.get('access-control-allow-origin'), null)
  })

  it('that are named may use the faces for programs, without what a browser keeps', async () => {
    const allow = allowOrigins('https://a.example/, moz-extension://1')
    const given = await allow(from('https://a.example'), answer)
    assert.equal(given.headers.get('access-control-allow-origin'), 'https://a.example')
    assert.equal(given.headers.get('access-control-allow-credentials'), null)
    assert.match(given.headers.get('access-control-expose-headers') ?? '', /ETag/)
    assert.equal(given.headers.get('vary'), 'Accept-Encoding, Origin')
    const first = await allow(from('https://a.example', 'OPTIONS', wants), () => assert.fail('it is answered before'))
    assert.equal(first.status, 204)
    assert.match(first.headers.get('access-control-allow-headers') ?? '', /Authorization/)
  })

  it('that are not named are refused by their browsers', async () => {
    const allow = allowOrigins('https://a.example')
    for (const origin of ['https://a.example.evil.example', 'https://b.example', 'null', 'http://a.example']) {
      const given = await allow(from(origin, 'OPTIONS', wants), answer)
      assert.equal(given.headers.get('access-control-allow-origin'), null, origin)
    }
  })

  it('may all come with *', async () => {
    const given = await allowOrigins('*')(from('https://b.example'), answer)
    assert.equal(given.headers.get('access-control-allow-origin'), 'https://b.example')
  })
})
