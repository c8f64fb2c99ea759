import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'

const body = new TextEncoder().encode('{"a":"ü"}')
const headers = { 'content-type': 'application/json' }

/** A server that stores what it was sent. */
async function receiver(answer: (path: string) => { readonly status: number; readonly location?: string }) {
  const got: { readonly method: string; readonly path: string; readonly type: string; readonly body: string }[] = []
  const base = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '' } = request
      const type = request.headers['content-type'] ?? ''
      got.push({ method, path, type, body: Buffer.concat(chunks).toString() })
      const { status, location } = answer(path)
      response.writeHead(status, location === undefined ? {} : { location }).end('{}')
    })
  })
  return { base, got }
}

describe('a body that is sent', () => {
  test('arrives whole, with its fields, and the answer is told', async () => {
    const { base, got } = await receiver(() => ({ status: 200 }))
    const http = client()
    assert.equal((await http.post(`${base}/hook`, { body, headers })).kind, 'ok')
    assert.deepEqual(got, [{ method: 'POST', path: '/hook', type: 'application/json', body: '{"a":"ü"}' }])
  })

  test('goes to one address alone: a redirect is not followed', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { base, got } = await receiver(() => ({ status, location: '/other' }))
      const answer = await client().post(base, { body, headers })
      assert.deepEqual(answer, { kind: 'client-error', status, location: '/other' })
      assert.equal(got.length, 1)
    }
  })

  test('does not go to private addresses, to other ports, or to what is no web address', async () => {
    const { base, got } = await receiver(() => ({ status: 200 }))
    const http = client({ allowPrivate: false })
    for (const url of [base, 'http://127.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest', 'http://10.0.0.1/'])
      assert.equal((await http.post(url, { body, headers })).kind, 'refused-address', url)
    assert.equal((await http.post('https://example.org:22/', { body, headers })).kind, 'refused-address')
    for (const url of ['ftp://example.org/', 'javascript:alert(1)', 'nothing'])
      assert.equal((await http.post(url, { body, headers })).kind, 'bad-url', url)
    const byName = client({
      allowPrivate: false,
      resolve: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    assert.equal((await byName.post('http://rebound.example/', { body, headers })).kind, 'refused-address')
    assert.equal(got.length, 0)
  })

  test('is answered within limits, and by failures as values', async () => {
    const silent = await serve(() => {})
    assert.equal((await client({ timeoutMs: 200 }).post(silent, { body, headers })).kind, 'timeout')
    const loud = await serve((_request, response) => response.end('x'.repeat(100_000)))
    assert.equal((await client().post(loud, { body, headers })).kind, 'too-large')
    const { base } = await receiver((path) => ({ status: Number(path.slice(1)) }))
    const kinds = await Promise.all(
      [404, 410, 429, 500].map(async (status) => (await client().post(`${base}/${status}`, { body, headers })).kind),
    )
    assert.deepEqual(kinds, ['not-found', 'gone', 'busy', 'server-error'])
  })
})
