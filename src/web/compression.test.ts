import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { assetPath } from './assets.ts'

const web = exampleWeb(exampleOperations().app, { version: '0.1.0', now: () => now })
const get = (path: string, encoding: string, more: RequestInit = {}) =>
  web.request(path, { ...more, headers: { 'accept-encoding': encoding, ...more.headers } })
const plain = async (path: string) => (await web.request(path)).text()

describe('pages and assets', () => {
  for (const path of ['/', assetPath('style.css'), assetPath('main.js')])
    it(`are sent as Brotli to who takes it: ${path.split('/').at(-1) || 'Today'}`, async () => {
      const answer = await get(path, 'gzip, deflate, br, zstd')
      assert.equal(answer.headers.get('content-encoding'), 'br')
      assert.match(answer.headers.get('vary') ?? '', /Accept-Encoding/)
      const body = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()
      assert.equal(body, await plain(path))
    })

  it('are not, to who does not take it, and when there is little to send', async () => {
    assert.equal((await get('/', 'gzip, br;q=0')).headers.get('content-encoding'), 'gzip')
    assert.equal((await get('/', '')).headers.get('content-encoding'), null)
    assert.equal((await get('/favicon.svg', 'br')).headers.get('content-encoding'), null)
    assert.equal((await get('/progress', 'br')).headers.get('content-encoding'), null)
  })

  it('are not sent again when they have not changed', async () => {
    const etag = (await get('/', 'br')).headers.get('etag') ?? ''
    assert.match(etag, /^W\//)
    assert.equal((await get('/', 'br', { headers: { 'if-none-match': etag } })).status, 304)
  })

  it('keep their headers, and an answer to HEAD its own', async () => {
    const { headers } = await get('/', 'br')
    assert.ok(headers.get('content-security-policy'))
    assert.match(headers.get('content-type') ?? '', /^text\/html/)
    const head = await get('/', 'br', { method: 'HEAD' })
    assert.equal(head.status, 200)
    assert.equal(await head.text(), '')
    const asked = { headers: { 'if-none-match': headers.get('etag')! } }
    for (const answer of [head, await get('/', 'br', asked)])
      assert.equal(answer.headers.get('vary'), headers.get('vary'), String(answer.status))
    assert.equal(head.headers.get('etag'), headers.get('etag'))
  })
})
