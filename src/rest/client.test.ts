import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClient } from './client.ts'

type Asked = { readonly address: string; readonly request: RequestInit }

/** A client that records its requests and returns these answers in turn. */
function clientWith(...answers: readonly (Response | Error)[]) {
  const asked: Asked[] = []
  const fetch = async (address: string | URL | Request, request: RequestInit = {}) => {
    asked.push({ address: String(address), request })
    const answer = answers[asked.length - 1]
    if (answer instanceof Response) return answer
    throw answer
  }
  return { asked, client: createClient({ address: 'https://news.example/', token: 'secret', fetch }) }
}

describe('the client', () => {
  it('asks by the route of an operation, with the token, and knows where a list goes on', async () => {
    const link = { Link: '</api/v1/notes?cursor=b>; rel="next"' }
    const { client, asked } = clientWith(Response.json({ notes: [], next: 'b' }, { headers: link }))
    const answer = await client.list_notes({ cursor: 'a' })
    assert.deepEqual(answer, { kind: 'done', view: { notes: [], next: 'b' }, next: { cursor: 'b' } })
    assert.equal(asked[0]!.address, 'https://news.example/api/v1/notes?cursor=a')
    assert.equal(new Headers(asked[0]!.request.headers).get('authorization'), 'Bearer secret')
  })

  it('tells files, silence, problems, and that nobody answered apart', async () => {
    const problem = { type: '/api#not-there', title: 'There is no such thing', status: 404 }
    const { client } = clientWith(
      new Response('<opml/>', {
        headers: { 'Content-Type': 'text/x-opml', 'Content-Disposition': 'attachment; filename="a.opml"' },
      }),
      new Response(null, { status: 204 }),
      Response.json(problem, { status: 404, headers: { 'Content-Type': 'application/problem+json' } }),
      new Response('<h1>Bad gateway', { status: 502, statusText: 'Bad Gateway', headers: { 'Retry-After': '3' } }),
      new Error('no route to host'),
    )
    const opml = await client.export_opml()
    assert.deepEqual(opml.kind === 'done' && [opml.view.fileName, opml.view.bytes.length], ['a.opml', 7])
    assert.deepEqual(await client.remove_feed({ id: 'x' }), { kind: 'done', view: true })
    assert.deepEqual(await client.get_story({ id: 'x' }), { kind: 'problem', problem })
    assert.deepEqual(await client.get_today(), {
      kind: 'problem',
      problem: { type: 'about:blank', title: 'Bad Gateway', status: 502 },
      retryAfterSeconds: 3,
    })
    assert.deepEqual(await client.get_today(), { kind: 'unreachable', message: 'no route to host' })
  })

  it('throws for an input that no route takes: that is a mistake of who asks', async () => {
    const { client } = clientWith()
    await assert.rejects(client.get_story({} as never), TypeError)
  })
})
