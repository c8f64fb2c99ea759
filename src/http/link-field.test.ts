import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'
import { hubLinks } from './fetch-result.ts'

const url = new URL('https://e.example/news/feed')
const cases: readonly (readonly [field: string, hub?: string, self?: string])[] = [
  [''],
  ['<https://hub.example/>; rel="hub"', 'https://hub.example/'],
  ['<https://hub.example/>; rel=hub, </feed>; rel=self', 'https://hub.example/', 'https://e.example/feed'],
  [
    '<https://hub.example/>;REL="Hub", <feed.json>;rel="alternate self"',
    'https://hub.example/',
    'https://e.example/news/feed.json',
  ],
  ['<https://a.example/>; rel="hub", <https://b.example/>; rel="hub"', 'https://a.example/'],
  ['<https://a.example/?a=1,2;3>; title="x, \\"y\\"; rel=self"; rel="hub"', 'https://a.example/?a=1,2;3'],
  ['<https://a.example/>; rel="next", <https://h.example/>; rel="hub"; type="text/html"', 'https://h.example/'],
  ['<https://a.example/>; rel="hub"; anchor="/other"'],
  ['<https://a.example/>; title="rel=hub"'],
  ['<https://a.example/>; rel="github"'],
  ['<https://[>; rel="hub", <https://h.example/>; rel="hub"', 'https://h.example/'],
  ['rel="hub"'],
  ['<https://a.example/>; rel="hub'],
]

for (const [field, hub, self] of cases)
  test(`${field} names ${hub} and ${self}`, () => {
    assert.deepEqual(hubLinks(field, url), { ...(hub && { hub }), ...(self && { self }) })
  })

test('a long hostile field is read in a moment', { timeout: 10_000 }, () => {
  for (const part of ['<a>; ', '<', '<a>;rel="hub', '<a>;x="\\"', '<a> ; ; ', '<a>;rel =\t'])
    hubLinks(`${part.repeat(20_000)} hub`, url)
})

test('an answer carries what its Link fields name, and no field where they name nothing', async () => {
  const base = await serve((request, response) => {
    const links =
      request.url === '/two' ? ['<https://hub.example/>; rel="hub"', '</self>; rel="self"'] : ['</x>; rel="next"']
    response.writeHead(200, { link: links }).end('x')
  })
  const http = client()
  const two = await http.get(`${base}/two`)
  assert.deepEqual(two.kind === 'ok' && two.links, { hub: 'https://hub.example/', self: `${base}/self` })
  const none = await http.get(`${base}/none`)
  assert.ok(none.kind === 'ok' && !('links' in none))
})

test('a redirect that was not followed says where it leads', async () => {
  const base = await serve((_, response) => void response.writeHead(307, { location: '/other' }).end())
  const answer = await client().post(`${base}/`, { body: new Uint8Array(), headers: {} })
  assert.deepEqual(answer, { kind: 'client-error', status: 307, location: '/other' })
})
