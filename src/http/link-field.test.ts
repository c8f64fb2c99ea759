import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hubLinks } from './link-field.ts'

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

test('a long hostile field is read in a moment', () => {
  for (const part of ['<a>; ', '<', '<a>;rel="hub', '<a>;x="\\"', '<a> ; ; ', '<a>;rel =\t'])
    hubLinks(`${part.repeat(20_000)} hub`, url)
})
