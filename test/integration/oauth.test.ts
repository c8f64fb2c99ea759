import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { after, before, beforeEach, describe, test } from 'node:test'
import { UnauthorizedError } from '@modelcontextprotocol/client'
import { type Instance, startInstance, type Visitor } from '../sign-in/instance.ts'
import { answer, Provider, programOf, redirectUri, registered } from './oauth-program.ts'

let instance: Instance
let visitor: Visitor
before(async () => {
  instance = await startInstance()
  visitor = instance.visitor()
  await visitor.signIn()
})
after(() => instance.close())
// What a test tried wrongly is forgotten by the next.
beforeEach(() => instance.pass(16))

const askMcp = (token: string, at = instance) =>
  fetch(new URL('/mcp', at.origin), { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' })
const namesOf = async ({ client }: ReturnType<typeof programOf>) =>
  (await client.listTools()).tools.map(({ name }) => name)
const grants = () => instance.context.operations.store.programGrants.list('owner', new Date().toISOString())

/** A program that was allowed, with its tokens. */
async function allowed(more: Readonly<Record<string, unknown>> = {}) {
  const program = await registered(instance, more)
  const back = await answer(visitor, program.path())
  const code = back!.searchParams.get('code')!
  return { program, code, given: (await program.redeem(code)).body }
}

describe('the client of the SDK', () => {
  test('finds out whom to ask, registers, is allowed to read, reads, and gets new tokens by itself', async () => {
    const provider = new Provider()
    const first = programOf(instance, provider)
    await assert.rejects(first.client.connect(first.transport), UnauthorizedError)
    assert.equal(provider.asked!.searchParams.get('resource'), `${instance.origin}/mcp`)
    const back = (await answer(visitor, provider.asked!.href))!
    assert.equal(back.href.split('?')[0], redirectUri)
    assert.equal(back.searchParams.get('state'), 'a state')
    await first.transport.finishAuth(back.searchParams)
    assert.equal(provider.stored!.scope, 'read')

    const second = programOf(instance, provider)
    await second.client.connect(second.transport)
    const reading = await namesOf(second)
    assert.ok(reading.includes('search') && !reading.includes('star'))
    const { access_token: former, refresh_token: refresh } = provider.stored!
    instance.pass(61)
    assert.equal((await askMcp(former)).status, 401)
    assert.deepEqual(await namesOf(second), reading)
    assert.notEqual(provider.stored!.access_token, former)
    assert.notEqual(provider.stored!.refresh_token, refresh)
    instance.pass(61)
    const both = await Promise.all([namesOf(second), namesOf(second)])
    assert.deepEqual(both, [reading, reading], 'two requests that find their token expired at once')
    await second.client.close()
  })

  test('is offered what writes once the reader allows that', async () => {
    const provider = new Provider()
    const first = programOf(instance, provider)
    await assert.rejects(first.client.connect(first.transport), UnauthorizedError)
    const back = (await answer(visitor, provider.asked!.href, { do: 'allow', may: 'write' }))!
    await first.transport.finishAuth(back.searchParams)
    const second = programOf(instance, provider)
    await second.client.connect(second.transport)
    assert.ok((await namesOf(second)).includes('star'))
    await second.client.close()
  })

  test('is told that it was refused, by whom, and gets no tokens', async () => {
    const provider = new Provider()
    const first = programOf(instance, provider)
    await assert.rejects(first.client.connect(first.transport), UnauthorizedError)
    const before = (await grants()).length
    const back = (await answer(visitor, provider.asked!.href, { do: 'refuse', may: 'read' }))!
    assert.equal(back.searchParams.get('iss'), instance.origin)
    await assert.rejects(first.transport.finishAuth(back.searchParams), /access_denied/)
    assert.equal((await grants()).length, before)
  })
})

describe('the page that asks', () => {
  test('is shown to whoever is signed in alone, and they come back to it', async () => {
    const program = await registered(instance)
    const stranger = instance.visitor()
    const sent = await stranger.get(program.path())
    assert.equal(sent.status, 303)
    assert.equal(sent.headers.get('location'), `/sign-in?back=${encodeURIComponent(program.path())}`)
    assert.ok([303, 401].includes((await stranger.post(program.path(), { do: 'allow', may: 'read' })).status))
    const { store } = instance.context.operations
    await store.instanceSettings.set('guests', 'read', new Date().toISOString())
    assert.match((await stranger.get(program.path())).headers.get('location')!, /^\/sign-in/, 'a guest')
    assert.equal((await stranger.post(program.path(), { do: 'allow', may: 'read' })).status, 403)
    await store.instanceSettings.set('guests', 'no', new Date().toISOString())
    const { given } = await allowed()
    const asProgram = await stranger.get(program.path(), { authorization: `Bearer ${given.access_token}` })
    assert.equal(asProgram.status, 401)
  })

  test('may not be framed, is sent by no other site, and shows a name as text', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e evil\n<b>'
    const program = await registered(instance, { client_name: name })
    const page = await visitor.get(program.path())
    assert.match(page.headers.get('content-security-policy')!, /frame-ancestors 'none'/)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const text = await page.text()
    assert.ok(text.includes('&lt;img src=x onerror=alert(1)&gt; evil &lt;b&gt;'))
    assert.ok(!text.includes('<img src=x') && !text.includes('\u202e'))
    const foreign = await visitor.post(program.path(), { do: 'allow' }, { origin: 'https://evil.example' })
    assert.equal(foreign.status, 403)
  })

  test('leads nowhere that was not registered', async () => {
    const program = await registered(instance, { redirect_uris: [redirectUri, 'https://app.example/back?x=1'] })
    for (const bad of [
      'https://evil.example/',
      'https://app.example/back',
      'https://app.example/back?x=1&y=2',
      'https://app.example:444/back?x=1',
      'https://app.example@evil.example/back?x=1',
      'http://127.0.0.1:4111/other',
      'http://127.0.0.1.evil.example/callback',
      'https://127.0.0.1:4111/callback',
      'http://127.0.0.1:4111/callback#x',
      'javascript:alert(1)',
      '//evil.example/',
      '',
    ]) {
      const page = await visitor.get(program.path({ redirect_uri: bad }))
      const text = await page.text()
      assert.equal(page.status, 400, bad)
      assert.equal(page.headers.get('refresh'), null, bad)
      const links = [...text.matchAll(/(?:href|action|formaction|src)="([^"]*)"/g)].map(([, link]) => link!)
      assert.ok(
        links.every((link) => /^\/(?!\/)/.test(link) || /^(?:#|data:)/.test(link)),
        links.join(' '),
      )
      const fields = { client_id: program.clientId, redirect_uri: bad, response_type: 'code', do: 'allow', may: 'read' }
      assert.equal((await visitor.post('/oauth/authorize', fields)).headers.get('refresh'), null, bad)
    }
    const known = await answer(visitor, program.path({ redirect_uri: 'https://app.example/back?x=1' }))
    assert.equal(known!.searchParams.get('x'), '1')
    assert.ok(known!.searchParams.has('code'))
    const port = await answer(visitor, program.path({ redirect_uri: 'http://127.0.0.1:5222/callback' }))
    assert.equal(port!.host, '127.0.0.1:5222', 'a program on the machine takes any port')
  })

  test('says what is wrong with a request, without sending anybody anywhere by itself', async () => {
    const program = await registered(instance)
    for (const [changes, error] of [
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ code_challenge: undefined }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge_method: undefined }, 'invalid_request'],
      [{ resource: 'https://other.example/mcp' }, 'invalid_target'],
      [{ resource: `${instance.origin}/api` }, 'invalid_target'],
    ] as const) {
      const page = await visitor.get(program.path(changes))
      assert.equal(page.status, 400, error)
      assert.equal(page.headers.get('refresh'), null)
      const link = /href="(http:\/\/127\.0\.0\.1:4111\/[^"]+)"/.exec(await page.text())![1]!.replaceAll('&amp;', '&')
      const { searchParams } = new URL(link)
      assert.deepEqual(
        ['error', 'state', 'iss'].map((name) => searchParams.get(name)),
        [error, 'a state', instance.origin],
      )
    }
    assert.equal((await visitor.get(`${program.path()}&client_id=other`)).status, 400, 'a parameter twice')
  })

  test('knows no program that did not register here, and reads no description from a private address', async () => {
    const program = await registered(instance)
    const [body, signature] = program.clientId.split('.') as [string, string]
    const forged = Buffer.from(JSON.stringify(['Bank', 'https://evil.example/'])).toString('base64url')
    for (const id of [
      '',
      'x',
      `${forged}.${signature}`,
      `${body}.`,
      instance.origin,
      'https://127.0.0.1/client.json',
    ]) {
      const page = await visitor.get(program.path({ client_id: id }))
      assert.equal(page.status, 400, id)
      assert.ok(!(await page.text()).includes('<form method="post" action="/oauth'), id)
    }
  })
})

describe('a code', () => {
  const codeOf = async (program: Awaited<ReturnType<typeof registered>>) =>
    (await answer(visitor, program.path()))!.searchParams.get('code')!

  test('is redeemed once; sent again it ends what it gave', async () => {
    const { program, code, given } = await allowed()
    assert.equal(given.token_type, 'Bearer')
    assert.notEqual((await askMcp(given.access_token!)).status, 401)
    assert.deepEqual(await program.redeem(code), { status: 400, body: { error: 'invalid_grant' } })
    assert.equal((await askMcp(given.access_token!)).status, 401)
    assert.equal((await program.refresh(given.refresh_token!)).status, 400)
  })

  test('is of no use with another verifier, redirect or program, or after two minutes', async () => {
    const program = await registered(instance)
    const other = await registered(instance, { client_name: 'Other' })
    for (const changes of [
      { code_verifier: other.verifier },
      { code_verifier: '' },
      { redirect_uri: 'http://127.0.0.1:4112/callback' },
      { client_id: other.clientId },
    ]) {
      const code = await codeOf(program)
      assert.deepEqual((await program.redeem(code, changes)).body, { error: 'invalid_grant' })
      assert.equal((await program.redeem(code)).status, 400, 'nor afterwards')
    }
    const late = await codeOf(program)
    instance.pass(3)
    assert.equal((await program.redeem(late)).status, 400)
    const target = await codeOf(program)
    assert.equal((await program.redeem(target, { resource: 'https://other.example' })).body.error, 'invalid_target')
  })

  test('of two who redeem it at once both end up with nothing', async () => {
    const program = await registered(instance)
    const code = await codeOf(program)
    const both = await Promise.all([program.redeem(code), program.redeem(code)])
    const tokens = both.flatMap(({ body }) => body.access_token ?? [])
    for (const token of tokens) assert.equal((await askMcp(token)).status, 401)
  })
})

describe('a token', () => {
  test('opens /mcp at this address alone: no page, no other interface, no other server', async () => {
    const { given } = await allowed()
    const headers = { authorization: `Bearer ${given.access_token}` }
    assert.equal((await fetch(new URL('/api/v1/account', instance.origin), { headers })).status, 401)
    assert.equal((await visitor.get('/', { ...headers, cookie: '' })).status, 401)
    const door = { address: '', isOwner: false, bearer: given.access_token! }
    const { openProgramAuthentication } = await import('../../src/operations/program-authentication.ts')
    const authentication = openProgramAuthentication(instance.context.operations)
    assert.equal((await authentication.identifyAt(door, `${instance.origin}/mcp`)).kind, 'known')
    assert.equal((await authentication.identifyAt(door, 'https://other.example/mcp')).kind, 'unknown')
    assert.equal((await authentication.identifyAt(door, undefined)).kind, 'unknown')
  })

  test('that refreshes is replaced at each use; an earlier one ends the grant, a repeated request does not', async () => {
    const { program, given } = await allowed()
    const first = given.refresh_token!
    const second = (await program.refresh(first)).body
    assert.equal((await program.refresh(first)).body.refresh_token, second.refresh_token, 'a repeated request')
    const third = (await program.refresh(second.refresh_token!)).body
    assert.notEqual(third.refresh_token, second.refresh_token)
    instance.said()
    assert.deepEqual((await program.refresh(first)).body, { error: 'invalid_grant' })
    assert.ok(instance.said().some(({ what }) => what === 'program-reused'))
    for (const { access_token: token } of [given, second, third]) assert.equal((await askMcp(token!)).status, 401)
    assert.equal((await program.refresh(third.refresh_token!)).status, 400)
  })

  test('that refreshes is repeated for half a minute only, is of one program, and ends after 90 days unused', async () => {
    const one = await allowed()
    const { refresh_token: next } = (await one.program.refresh(one.given.refresh_token!)).body
    instance.pass(1)
    assert.equal((await one.program.refresh(one.given.refresh_token!)).status, 400)
    assert.equal((await one.program.refresh(next!)).status, 400)
    const two = await allowed()
    const other = await registered(instance, { client_name: 'Other' })
    assert.equal((await other.refresh(two.given.refresh_token!)).status, 400)
    assert.equal((await two.program.refresh(two.given.refresh_token!, { resource: 'https://x.example' })).status, 400)
    instance.pass(89 * 24 * 60)
    const { refresh_token: late } = (await two.program.refresh(two.given.refresh_token!)).body
    instance.pass(91 * 24 * 60)
    assert.equal((await two.program.refresh(late!)).status, 400)
    await visitor.signIn()
  })

  test('ends when the program gives it back, whichever it gives', async () => {
    for (const kind of ['access_token', 'refresh_token']) {
      const { program, given } = await allowed()
      const revoke = (fields: Readonly<Record<string, string>>) =>
        fetch(new URL('/oauth/revoke', instance.origin), { method: 'POST', body: new URLSearchParams(fields) })
      assert.equal((await revoke({ token: given[kind]!, client_id: 'another' })).status, 200)
      assert.notEqual((await askMcp(given.access_token!)).status, 401)
      assert.equal((await revoke({ token: given[kind]!, client_id: program.clientId })).status, 200)
      assert.equal((await askMcp(given.access_token!)).status, 401)
      assert.equal((await revoke({ token: 'unknown' })).status, 200)
    }
  })

  test('is listed by its program in the settings, ends there, and is stored only as a hash', async () => {
    const { program, given } = await allowed({ client_name: 'Listed <program>' })
    const page = await (await visitor.get('/settings/tokens')).text()
    assert.ok(page.includes('Listed &lt;program&gt;') && page.includes('127.0.0.1:4111'))
    const rows = JSON.stringify(await instance.context.operations.store.readerRows.list('owner'))
    assert.ok(rows.includes('Listed <program>'))
    for (const secret of [given.access_token!, given.refresh_token!]) assert.ok(!rows.includes(secret))
    const { id } = (await grants()).find(({ name }) => name === 'Listed <program>')!
    await visitor.post('/settings/programs/remove', { id })
    assert.equal((await askMcp(given.access_token!)).status, 401)
    assert.equal((await program.refresh(given.refresh_token!)).status, 400)
  })
})

describe('from outside', () => {
  test('a refusal of /mcp says where to ask, and only at an address that is certain', async () => {
    const refused = await fetch(new URL('/mcp', instance.origin), { method: 'POST', body: '{}' })
    assert.equal(
      refused.headers.get('www-authenticate'),
      `Bearer realm="Twosource", resource_metadata="${instance.origin}/.well-known/oauth-protected-resource/mcp", scope="read"`,
    )
    for (const host of ['evil.example', '192.0.2.7:80', 'localhost.evil.example', 'localhost@evil.example'])
      for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-authorization-server', '/mcp']) {
        const asked = request(new URL(path, instance.origin), { headers: { host } })
        asked.end()
        const [told] = await once(asked, 'response')
        const said = (await told.toArray()).join('')
        assert.ok(told.statusCode >= 400, `${host} ${path}`)
        assert.ok(!said.includes(host) && !String(told.headers['www-authenticate']).includes('resource_metadata'))
      }
  })

  test('with a public address that is the issuer, whatever the request says', async () => {
    const public_ = await startInstance(() => ({ TWOSOURCE_BASE_URL: 'https://news.example.org/' }))
    const told = await fetch(new URL('/.well-known/oauth-authorization-server', public_.origin))
    const { issuer, token_endpoint: endpoint } = (await told.json()) as Readonly<Record<string, string>>
    assert.deepEqual([issuer, endpoint], ['https://news.example.org', 'https://news.example.org/oauth/token'])
    await public_.close()
    const plain = await startInstance(() => ({ TWOSOURCE_BASE_URL: 'http://news.example.org' }))
    const none = await fetch(new URL('/.well-known/oauth-authorization-server', plain.origin))
    assert.equal(none.status, 404, 'without TLS a token could be read on the way')
    await plain.close()
  })

  test('a flood of registrations is stopped and leaves nothing behind', async () => {
    instance.pass(2)
    const statuses: number[] = []
    for (let count = 0; count < 14; count++) statuses.push((await registered(instance)).status)
    assert.deepEqual([statuses.at(0), statuses.at(-1)], [201, 429])
    instance.pass(2)
    for (const redirect_uris of [[], ['ftp://x.example/'], ['http://evil.example/'], ['javascript:alert(1)'], 'x'])
      assert.equal((await registered(instance, { redirect_uris })).status, 400)
    instance.pass(2)
    const many = Array.from({ length: 40 }, (_, index) => `https://app.example/${'x'.repeat(40)}${index}`)
    assert.equal((await registered(instance, { redirect_uris: many })).status, 400)
  })

  test('guessing tokens and codes makes an address wait', async () => {
    const program = await registered(instance)
    const guess = `${'a'.repeat(16)}.${'b'.repeat(43)}`
    const statuses: number[] = []
    for (let count = 0; count < 12; count++) statuses.push((await program.redeem(guess)).status)
    assert.equal(statuses.at(-1), 429)
  })
})
