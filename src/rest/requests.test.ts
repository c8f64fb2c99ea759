import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { limitRate } from '../operations/limit-rate.ts'
import { unknownFields } from './input-schema.ts'
import { matchRoutes } from './match-route.ts'
import { nextLink, nextPage, operationResponse } from './operation-response.ts'
import { readQuery } from './read-input.ts'
import { requestOf, routeFor } from './request-of.ts'
import { routesOf } from './route.ts'

const routes = routesOf('notes', {
  list_notes: 'GET /notes',
  get_note_form: 'GET /notes/form',
  save_note: [{ at: 'POST /notes' }, { at: 'PUT /notes/{id}' }],
  get_picture: [
    { at: 'GET /articles/{of.articleId}/pictures/{key}', answers: 'picture' },
    { at: 'GET /entries/{of.entryId}/pictures/{key}', answers: 'picture' },
  ],
  get_recording: [
    { at: 'GET /articles/{id}/recording', fixed: { kind: 'article' } },
    { at: 'GET /stories/{id}/recording', fixed: { kind: 'story' } },
  ],
})

describe('a request', () => {
  const match = matchRoutes(routes)

  it('finds its route, words before fields, and is told of other methods', () => {
    assert.equal(match('GET', '/notes/form').kind, 'route')
    const found = match('PUT', '/notes/a%2Fb%20c')
    assert.deepEqual(found.kind === 'route' && found.fields, { id: 'a/b c' })
    assert.deepEqual(match('DELETE', '/notes/x'), { kind: 'other-methods', allowed: ['PUT'] })
    assert.deepEqual(match('GET', '/notes/'), { kind: 'other-methods', allowed: ['PUT'] })
    assert.equal(match('GET', '/nothing').kind, 'none')
    assert.equal(match('GET', '/notes/%E0%A4%A').kind, 'unreadable')
  })

  it('has no field of an unknown name, however deep in a body', () => {
    const side = { type: 'object', properties: { id: { type: 'string' } } }
    const forms = [
      { fields: { a: side, many: { type: 'array', items: side }, free: { type: 'object' } }, required: [] },
      {
        fields: {
          a: { type: 'object', properties: { name: { type: 'string' } } },
          either: { anyOf: [side, { type: 'string' }] },
        },
        required: [],
      },
    ]
    const known = { a: { id: '1', name: 'x' }, many: [{ id: '1' }], free: { anything: { at: 'all' } }, either: 'word' }
    assert.deepEqual(unknownFields(known, forms), [])
    const wrong = { b: 1, a: { nope: 1 }, many: [{}, { nope: 1 }], either: { nope: [] }, __proto__x: {} }
    assert.deepEqual(unknownFields(wrong, forms), ['b', 'a.nope', 'many.1.nope', 'either.nope', '__proto__x'])
  })

  it('brings numbers, lists and what is within another in its query', () => {
    const known = {
      page: { type: 'integer' },
      hasText: { type: 'boolean' },
      stories: { type: 'array', items: { type: 'string' } },
      on: { type: 'object', properties: { kind: { type: 'string' }, start: { type: 'integer' } } },
      days: {
        anyOf: [
          { type: 'number', const: 7 },
          { type: 'number', const: 30 },
        ],
      },
    }
    const read = (query: string) => readQuery(new URLSearchParams(query), known)
    assert.deepEqual(read('page=2&hasText=true&stories=1&stories=2&on[kind]=story&on[start]=0&days=7'), {
      kind: 'read',
      fields: { page: 2, hasText: true, stories: ['1', '2'], on: { kind: 'story', start: 0 }, days: 7 },
    })
    assert.deepEqual(read('page=two'), { kind: 'read', fields: { page: 'two' } })
    for (const query of ['nope=1', 'on[nope]=1', '__proto__[x]=1', 'page=1&page=2', 'on[__proto__]=1', 'constructor=1'])
      assert.equal(read(query).kind, 'unusable', query)
  })

  it('is made of an input by the route that takes all of it', () => {
    const of = (name: string, input: Readonly<Record<string, unknown>>) => {
      const own = routes.filter(({ operation }) => operation === name)
      const route = routeFor(own, input)
      return route && requestOf(route, input)
    }
    assert.deepEqual(of('get_picture', { key: 'k', of: { entryId: 'e 1' } }), {
      method: 'GET',
      path: '/entries/e%201/pictures/k',
    })
    assert.deepEqual(of('get_recording', { kind: 'story', id: 's', revision: 'r' }), {
      method: 'GET',
      path: '/stories/s/recording?revision=r',
    })
    assert.deepEqual(of('save_note', { articleId: 'a', body: 'b' }), {
      method: 'POST',
      path: '/notes',
      mediaType: 'application/json',
      body: '{"articleId":"a","body":"b"}',
    })
    assert.equal(of('get_recording', { kind: 'brief', id: 's' }), undefined)
  })
})

describe('an answer', () => {
  it('leads to the page after', () => {
    const url = new URL('http://h/api/v1/notes?cursor=a&x=%20')
    const cursor = nextPage({ next: 'b&c' }, { cursor: {} })
    assert.equal(cursor && nextLink(url, cursor), '</api/v1/notes?cursor=b%26c&x=+>; rel="next"')
    assert.deepEqual(nextPage({ page: 1, pageCount: 2 }, { page: {} }), { field: 'page', value: '2' })
    for (const [view, query] of [
      [{ page: 2, pageCount: 2 }, { page: {} }],
      [{ next: 'b' }, {}],
      [[], {}],
      [null, {}],
    ] as const)
      assert.equal(nextPage(view, query), undefined)
  })

  it('gives a recording or the part of it that is asked for, and goes on only where it is the same file', async () => {
    const read = async (from = 0, last = 9) => new Uint8Array(last - from + 1)
    const recording = { contentType: 'audio/wav', bytes: 10, seconds: 1, cues: [], tag: 'one', read }
    const route = { answers: 'sound' } as unknown as Parameters<typeof operationResponse>[1]
    const ask = async (range: string, headers: Record<string, string> = {}, method = 'GET') => {
      const request = new Request('http://127.0.0.1/', { method, headers: { range, ...headers } })
      const answer = await operationResponse(request, route, {} as Parameters<typeof operationResponse>[2], recording)
      return [answer.status, answer.headers.get('content-range'), answer.headers.get('etag')]
    }
    assert.deepEqual(await ask('bytes=2-4'), [206, 'bytes 2-4/10', '"one"'])
    assert.deepEqual(await ask('bytes=0-'), [206, 'bytes 0-9/10', '"one"'], 'a part that is all of it')
    assert.deepEqual(await ask('bytes=0-1,3-4'), [200, null, '"one"'], 'several parts')
    assert.deepEqual(await ask('bytes=4-2'), [200, null, '"one"'], 'no range at all')
    assert.deepEqual(await ask('bytes=10-'), [416, 'bytes */10', null], 'behind the end')
    assert.deepEqual(await ask('bytes=2-4', { 'if-range': '"one"' }), [206, 'bytes 2-4/10', '"one"'])
    assert.deepEqual(await ask('bytes=2-4', { 'if-range': '"another"' }), [200, null, '"one"'])
    assert.deepEqual(await ask('bytes=2-4', {}, 'HEAD'), [200, null, '"one"'])
  })

  it('comes until so many in a minute, for each asker alone, and does not remember askers without end', () => {
    let at = 0
    const limit = limitRate(2, () => at)
    assert.deepEqual(
      ['a', 'a', 'a', 'b'].map((key) => limit(key).isAllowed),
      [true, true, false, true],
    )
    at = 61_000
    assert.deepEqual(limit('a'), { isAllowed: true, left: 1, resetSeconds: 60 })
    for (let other = 0; other < 10_001; other++) limit(`other ${other}`)
    assert.equal(limit('a').left, 1)
  })
})
