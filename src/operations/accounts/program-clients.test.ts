import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FetchResult } from '../../core/fetch-result.ts'
import { instanceOwner } from '../../core/reader-identity.ts'
import type { OperationContext } from '../operation.ts'
import { findClient, isRedirectUri, mayRedirectTo, type ProgramClient, registerClient } from './program-clients.ts'
import { isSameResource, issuerAt } from './program-issuer.ts'

const id = 'https://assistant.example/client.json'
const described = { client_id: id, client_name: 'Assistant', redirect_uris: ['http://localhost/callback'] }

/** An instance whose client for requests answers each URL with this; the URLs that were asked. */
function instanceWith(body: unknown, more: Partial<FetchResult> = {}) {
  const asked: string[] = []
  const answer = { kind: 'ok', status: 200, body: new TextEncoder().encode(JSON.stringify(body)), ...more }
  const http = {
    get: async (url: string, { isOneHop, maxBytes }: { isOneHop?: boolean; maxBytes?: number }) => {
      assert.ok(isOneHop && maxBytes === 16 * 1024)
      asked.push(url)
      return answer
    },
  }
  const store = { alerts: { secret: async () => 's'.repeat(43) } }
  return { asked, context: { http, store, reader: instanceOwner } as unknown as OperationContext }
}

test('a program whose id is the URL of its description is what that says, fetched once', async () => {
  const { asked, context } = instanceWith(described)
  const known = await findClient(context, id)
  const { redirect_uris: redirectUris } = described
  assert.deepEqual(known, { id, host: 'assistant.example', name: 'Assistant', redirectUris })
  assert.deepEqual(await findClient(context, id), known)
  assert.deepEqual(asked, [id])
})

test('a description of another program, with a shared secret, or none at all makes no program', async () => {
  for (const [body, more] of [
    [{ ...described, client_id: `${id}/` }],
    [{ ...described, client_id: undefined }],
    [{ ...described, redirect_uris: undefined }],
    [{ ...described, token_endpoint_auth_method: 'client_secret_post' }],
    ['text'],
    [described, { kind: 'not-found', status: 404 }],
    [described, { kind: 'too-large', limitBytes: 1 }],
    [described, { kind: 'refused-address', host: 'x', reason: 'private' }],
  ] as const) {
    const { context } = instanceWith(body, more as Partial<FetchResult>)
    assert.equal(await findClient(context, id), undefined, JSON.stringify([body, more]))
  }
})

test('a URL that could be read in two ways is not fetched', async () => {
  const { asked, context } = instanceWith(described)
  for (const bad of [
    'https://assistant.example',
    'https://assistant.example/',
    'https://assistant.example/a/../client.json',
    'https://user@assistant.example/client.json',
    'https://assistant.example/client.json#x',
    'https://assistant.example:443/client.json',
    'https://ASSISTANT.example/client.json',
    'http://assistant.example/client.json',
    `https://assistant.example/${'x'.repeat(500)}`,
  ])
    assert.equal(await findClient(context, bad), undefined, bad)
  assert.deepEqual(asked, [])
})

test('a reader has the server fetch only so many descriptions', async () => {
  const { asked, context } = instanceWith(described)
  const limited = { ...context, turns: { take: () => 1000 } }
  assert.equal(await findClient(limited, id), undefined)
  assert.deepEqual(asked, [])
})

test('a program that registers keeps only the redirects that are allowed, and a name on one line', async () => {
  const { context } = instanceWith({})
  const made = await registerClient(context, {
    client_name: `  A\u202e\u0000 name\n${'long '.repeat(40)}`,
    redirect_uris: ['http://127.0.0.1:3000/callback', 'cursor://back', 'https://app.example/back'],
  })
  assert.ok(made.kind === 'registered')
  const { client } = made
  assert.deepEqual(client.redirectUris, ['http://127.0.0.1:3000/callback', 'https://app.example/back'])
  assert.match(client.name, /^A name long [^\n]{1,50}$/)
  assert.deepEqual(await findClient(context, client.id), client)
  const unnamed = await registerClient(context, { redirect_uris: ['https://app.example/back'] })
  assert.ok(unnamed.kind === 'registered' && unnamed.client.name === 'app.example')
})

test('a browser is sent over https, or to a program on the reader’s machine, and nowhere else', () => {
  for (const good of ['https://app.example/back', 'http://localhost:1/x', 'http://[::1]:1/', 'http://127.0.0.2/'])
    assert.ok(isRedirectUri(good), good)
  for (const bad of [
    'http://app.example/',
    'https://u:p@app.example/',
    'https://app.example/#x',
    'https://app.example/ x',
    'https:\\\\app.example/',
    'https://app.example/"><b>',
    'https://é.example/',
    'app://back',
    'data:text/html,x',
    `https://app.example/${'x'.repeat(400)}`,
  ])
    assert.ok(!isRedirectUri(bad), bad)
  const client: ProgramClient = {
    id: 'x',
    name: 'x',
    redirectUris: ['http://localhost/cb', 'https://a.example:8443/cb'],
  }
  assert.ok(mayRedirectTo(client, 'http://localhost:5000/cb'))
  assert.ok(!mayRedirectTo(client, 'http://127.0.0.1:5000/cb'))
  assert.ok(mayRedirectTo(client, 'https://a.example:8443/cb'))
  assert.ok(!mayRedirectTo(client, 'https://a.example:8444/cb'))
})

test('the issuer is the public URL, or a loopback name; never what a Host header makes up', () => {
  const base = 'https://news.example.org'
  assert.deepEqual(issuerAt('evil.example', `${base}/`), { issuer: base, resource: `${base}/mcp` })
  assert.equal(issuerAt('localhost', 'https://example.org/news/')?.issuer, 'https://example.org/news')
  assert.equal(issuerAt('LOCALHOST:7180', undefined)?.issuer, 'http://localhost:7180')
  assert.equal(issuerAt('[::1]:7180', undefined)?.resource, 'http://[::1]:7180/mcp')
  for (const host of [undefined, '', 'evil.example', '192.168.1.2', 'localhost.evil.example', 'localhost:1/x', '127.1'])
    assert.equal(issuerAt(host, undefined), undefined, host)
  assert.equal(issuerAt('localhost', 'http://news.lan'), undefined)
  assert.ok(isSameResource('HTTPS://News.Example.org/mcp/', `${base}/mcp`))
  for (const other of [base, `${base}/mcp/x`, `${base}/mcp?x`, `${base}/mcp#`, 'x'])
    assert.ok(!isSameResource(other, `${base}/mcp`), other)
})
