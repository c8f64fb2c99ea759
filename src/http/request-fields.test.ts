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
    const streamed = await streamPost(settings, base, { ...more, headers })
    assert.deepEqual([posted.kind, streamed.kind], ['network-error', 'network-error'])
    assert.ok(!JSON.stringify([posted, streamed]).includes('Bearer'))
  }
  assert.equal(asked, 0)
})
