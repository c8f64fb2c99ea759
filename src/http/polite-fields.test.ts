import assert from 'node:assert/strict'
import type { IncomingHttpHeaders } from 'node:http'
import { test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'

const asked: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly method: string }[] = []
const base = await serve(({ url = '', headers, method = '' }, response) => {
  asked.push({ url, headers, method })
  if (url === '/moved') response.writeHead(301, { location: '/new', 'set-cookie': 'a=1' }).end()
  else response.writeHead(200, { etag: '"1"', 'set-cookie': 'a=1' }).end('x')
})
const http = client()

async function headersOf(...given: Parameters<typeof http.get>) {
  asked.length = 0
  await http.get(...given)
  return asked.map(({ headers }) => headers)
}

test('validators go to the address they came from and to no other on the way', async () => {
  const validators = { etag: 'W/"odd" quote"', lastModified: 'yesterday, about noon' }
  const at = async (validatorsFrom?: string) =>
    (await headersOf(`${base}/moved`, { validators, ...(validatorsFrom && { validatorsFrom }) })).map(
      (headers) => headers['if-none-match'],
    )
  assert.deepEqual(await at(), [validators.etag, undefined])
  assert.deepEqual(await at(`${base}/new`), [undefined, validators.etag])
})

test('how many subscribe is said when they are more than one', async () => {
  const said = async (subscribers?: number) =>
    (await headersOf(`${base}/a`, subscribers === undefined ? {} : { subscribers }))[0]?.['user-agent']
  assert.equal(await said(), 'Twosource-test/0 (+https://example.org/contact)')
  assert.equal(await said(1), 'Twosource-test/0 (+https://example.org/contact)')
  assert.equal(await said(12), 'Twosource-test/0 (+https://example.org/contact; 12 subscribers)')
})

test('no cookie, no referrer, nothing added to the address, no HEAD before', async () => {
  await http.get(`${base}/moved?a=1&b`)
  const headers = await headersOf(`${base}/moved?a=1&b`)
  for (const one of headers) assert.deepEqual([one.cookie, one.referer], [undefined, undefined])
  assert.deepEqual(
    asked.map(({ method, url }) => `${method} ${url}`),
    ['GET /moved?a=1&b'],
  )
})
