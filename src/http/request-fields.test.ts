import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'
import { streamPost } from './stream-post.ts'

test('a key that no field can hold is a failure in words: nothing is sent, and nothing throws', async () => {
  let asked = 0
  const base = await serve((_request, response) => {
    asked += 1
    response.end('x')
  })
  const settings = { userAgent: 'test', allowPrivate: true, connectTimeoutMs: 1_000 }
  const more = { signal: AbortSignal.timeout(5_000), maxBytes: 1_000, stallMs: 1_000, body: new Uint8Array() }
  for (const key of ['a\r\nx-other: 1', 'a\nb', 'ключ', '\u0000']) {
    const headers = { authorization: `Bearer ${key}` }
    const posted = await client().post(base, { headers, body: new Uint8Array() })
    const got = await client().get(base, { headers })
    const streamed = await streamPost(settings, base, { ...more, headers })
    assert.deepEqual([posted.kind, got.kind, streamed.kind], ['network-error', 'network-error', 'network-error'])
    assert.ok(!JSON.stringify([posted, got, streamed]).includes('Bearer'))
  }
  assert.equal(asked, 0)
})

test('a token is sent to the URL it is for, and to no other that this one redirects to', async () => {
  const tokens: unknown[] = []
  const other = await serve((request, response) => {
    tokens.push(request.headers['x-auth-token'])
    response.end('x')
  })
  const base = await serve((request, response) => {
    tokens.push(request.headers['x-auth-token'])
    response.writeHead(302, { location: other }).end()
  })
  const got = await client().get(base, { headers: { 'x-auth-token': 'lamp' } })
  assert.deepEqual(got, { kind: 'client-error', status: 302, location: other })
  assert.deepEqual(tokens, ['lamp'])
})
