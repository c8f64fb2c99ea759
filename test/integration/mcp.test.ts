import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import fc from 'fast-check'
import { canary } from '../../lab/prove/isolation/canary.ts'
import { mcpApi } from '../../src/mcp/mcp-api.ts'
import { tools } from '../../src/mcp/tools.ts'
import { makeApiToken, revokeApiToken } from '../../src/operations/accounts/access-keys.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { getFollowing } from '../../src/operations/library/get-following.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { openProgramAuthentication } from '../../src/operations/program-authentication.ts'
import { listSearches, saveSearch } from '../../src/operations/search/saved-searches.ts'
import { closeAfterwards } from '../loopback-server.ts'
import { productProgram } from '../product-program.ts'
import { until } from '../until.ts'
import { callTool as call, dataIn, openMcpInstance, outletName, unmarked } from './mcp-instance.ts'

type Answer = Record<string, unknown>
const reading = [
  'today',
  'search',
  'story',
  'article',
  'person',
  'quotes',
  'ask',
  'check',
  'compare_outlets',
  'brief',
  'feeds',
  'unread',
]
const writing = ['save', 'star', 'mark_read', 'follow', 'subscribe', 'unsubscribe']

let instance: Awaited<ReturnType<typeof openMcpInstance>>
before(async () => {
  instance = await openMcpInstance()
})
after(() => instance.close())

const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name)

for (const mode of ['legacy', '2026-07-28'] as const)
  test(`each tool that reads answers once, with what is from outside marked (${mode})`, async () => {
    const client = await instance.client(mode)
    assert.deepEqual(await namesOf(client), reading, 'reading only, without a token that says otherwise')
    const today = await call(client, 'today')
    const [row] = today.stories as readonly { readonly id: string }[]
    assert.ok(row)
    const story = await call(client, 'story', { id: row.id })
    const [article] = story.articles as readonly { readonly id: string }[]
    const [voice] = story.said as readonly { readonly speakerId: string }[]
    for (const part of ['differences', 'said', 'promises', 'dates', 'articles', 'related'])
      assert.ok(Array.isArray((await call(client, 'story', { id: row.id, part }))[part]), part)
    const answers = [
      today,
      story,
      await call(client, 'article', { id: article!.id }),
      await call(client, 'search', { query: 'bridge' }),
      await call(client, 'search', { query: 'bridge', kind: 'articles' }),
      await call(client, 'person', { name: 'Ada Lindqvist' }),
      await call(client, 'person', { id: voice!.speakerId }),
      await call(client, 'quotes', { speaker: 'Lindqvist' }),
      await call(client, 'ask', { question: 'When will the piers be mended?' }),
      await call(client, 'ask', { question: 'Who won the chess cup?' }),
      await call(client, 'brief'),
      await call(client, 'feeds'),
      await call(client, 'check', {
        text: `Mayor Ada Lindqvist said: “The piers will be mended by autumn.” ${canary('draft')}`,
      }),
      await call(client, 'unread'),
      await call(client, 'compare_outlets', { a: outletName(0), b: outletName(1).toUpperCase(), list: 'both' }),
      await call(client, 'compare_outlets', { a: outletName(0), b: outletName(2), list: 'said-a' }),
    ]
    assert.deepEqual(unmarked(answers), [])
    assert.match(JSON.stringify(answers), /zqxjtitleqjxz.*zqxjoutletqjxz/s, 'and what is from outside is there')
    assert.equal(story.reportCount, 1, 'copies are counted once')
    assert.equal(await linksThatHold(answers), true)
    await client.close()
  })

/** Each link that comes with words opens them, letter by letter. */
async function linksThatHold(answers: unknown): Promise<boolean> {
  const cited: { readonly words: string; readonly link: string }[] = []
  JSON.stringify(answers, (_key, value) => {
    if (typeof value?.words?.untrusted === 'string') cited.push({ words: value.words.untrusted, link: value.link })
    return value
  })
  assert.ok(cited.length > 10)
  for (const { words, link } of cited) {
    const [, id, start, end] = /^http:\/\/127\.0\.0\.1:7180\/citations\/([\w-]+)\/(\d+)-(\d+)$/.exec(link) ?? []
    const input = getCitation.input.parse({ documentId: id, start, end })
    assert.equal((await getCitation.run(instance.context.operations, input))?.citation.exact, words)
  }
  return true
}

test('resources tell what the tools tell, and one that is not there is an error', async () => {
  const client = await instance.client('2026-07-28')
  const { resources } = await client.listResources()
  assert.deepEqual(resources.map(({ uri }) => uri).sort(), ['twosource://brief', 'twosource://today'])
  const [story] = (await call(client, 'today')).stories as readonly { readonly id: string }[]
  for (const uri of ['twosource://today', 'twosource://brief', `twosource://stories/${story!.id}`]) {
    const [content] = (await client.readResource({ uri })).contents as readonly { readonly text: string }[]
    assert.deepEqual(unmarked(dataIn(content!.text)), [])
  }
  await assert.rejects(client.readResource({ uri: 'twosource://articles/none' }), /no article none/)
  await client.close()
})

test('what cannot be used, or is not there, is said to the model and fails nothing', async () => {
  const client = await instance.client('2026-07-28')
  const said = async (name: string, input: Answer) => {
    const { isError, content } = await client.callTool({ name, arguments: input })
    assert.equal(isError, true)
    return (content as readonly { readonly text: string }[])[0]!.text
  }
  assert.match(await said('story', { id: 'none' }), /no story none/)
  assert.match(await said('today', { day: '2026-02-31' }), /no such day/)
  assert.match(await said('quotes', {}), /speaker/)
  assert.match(await said('person', {}), /id or a name/)
  assert.match(await said('person', { name: 'Nobody Atall' }), /No person/)
  assert.match(await said('compare_outlets', { a: outletName(0), b: 'The Nowhere Post' }), /No outlet The Nowhere Post/)
  assert.match(await said('compare_outlets', { a: outletName(0), b: outletName(0) }), /the same outlet/)
  assert.match(await said('story', { id: 7 }), /expected string/i)
  assert.match(await said('brief', { span: 'week' }), /brief has no argument span: it takes day, isWeek, limit, page/)
  for (const { name } of (await client.listTools()).tools)
    assert.match(await said(name, { nope: 1 }), new RegExp(`${name} has no argument nope: it takes `))
  await client.close()
})

test('what a program looks for, its reader has not looked at', async () => {
  const { operations } = instance.context
  await saveSearch.run(operations, saveSearch.input.parse({ query: 'bridge', name: 'Bridge' }))
  const seen = async () => JSON.stringify(await listSearches.run(operations, {}))
  const before = await seen()
  const client = await instance.client('2026-07-28')
  await call(client, 'search', { query: 'bridge' })
  assert.equal(await seen(), before)
  await client.close()
})

test('what is no message of the protocol is refused, and nothing fails on it', async () => {
  const { status } = await instance.ask({ method: 'GET', headers: { accept: 'text/event-stream' } })
  assert.equal(status, 405, 'there are no sessions to listen to')
  assert.equal((await instance.post('{')).status, 400)
  assert.equal((await instance.post(`"${'x'.repeat(300_000)}"`)).status, 413)
  assert.equal((await instance.post('{}', { 'content-type': 'text/plain' })).status, 415)
  const failed = instance.logged.length
  const message = fc.record(
    {
      jsonrpc: fc.constantFrom('2.0', '1.0', 2),
      id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      method: fc.constantFrom('tools/call', 'tools/list', 'resources/read', 'initialize', 'server/discover', 'x'),
      params: fc.oneof(
        fc.record({ name: fc.constantFrom(...reading, ...writing, 'x'), arguments: fc.jsonValue() }),
        fc.record({ uri: fc.oneof(fc.webUrl(), fc.string(), fc.constant('twosource://stories/%00')) }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(message, fc.jsonValue()), async (body) => {
      const answer = await instance.post(JSON.stringify(body) ?? '')
      assert.ok(answer.status < 500, `${answer.status}: ${await answer.text()}`)
    }),
    { numRuns: 80 },
  )
  assert.deepEqual(
    instance.logged.slice(failed).filter((line) => line.includes('mcp-failed')),
    [],
  )
})

test('a program that asks without end is told to wait', async () => {
  const { operations } = instance.context
  const door = openProgramAuthentication(operations)
  const face = mcpApi({ operations, door, version: '0', requestsPerMinute: 2 })
  const headers = { host: '127.0.0.1:7180', 'content-type': 'application/json' }
  const answers: Response[] = []
  for (let count = 0; count < 3; count++) {
    const request = new Request('http://127.0.0.1:7180/mcp', { method: 'POST', body: '[]', headers })
    answers.push(await face.answer(request, { address: '127.0.0.1', isOwner: true }))
  }
  assert.deepEqual(
    answers.map(({ status }) => status),
    [400, 400, 429],
  )
  assert.match(answers[2]!.headers.get('retry-after') ?? '', /^\d+$/)
})

test('calls that come many in one request are counted one by one', async () => {
  const { operations } = instance.context
  const face = mcpApi({ operations, door: openProgramAuthentication(operations), version: '0', requestsPerMinute: 3 })
  const call = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'brief', arguments: {} } })
  const headers = {
    host: '127.0.0.1:7180',
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  const body = JSON.stringify([1, 2, 3, 4, 5].map(call))
  const request = new Request('http://127.0.0.1:7180/mcp', { method: 'POST', body, headers })
  const answer = await (await face.answer(request, { address: '127.0.0.1', isOwner: true })).text()
  assert.equal(answer.split('send too many requests').length - 1, 2)
})

test('a page whose name was made to lead here, and a page elsewhere, are refused', async () => {
  assert.equal((await instance.ask({ method: 'POST', body: '{}' }, { host: 'evil.example' })).status, 403)
  const origin = await instance.post('{}', { origin: 'http://evil.example' })
  assert.equal(origin.status, 403)
})

const env = () => ({ PATH: process.env.PATH ?? '', TWOSOURCE_DATA: instance.folder })

test('on standard input and output it only reads, says nothing else there, and ends with its input', async () => {
  const child = spawn(process.execPath, [productProgram, 'mcp'], { env: env(), stdio: ['pipe', 'pipe', 'ignore'] })
  closeAfterwards(() => child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const send = async (message: Answer) => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
    return JSON.parse((await lines.next()).value ?? '')
  }
  const clientInfo = { name: 'test', version: '1' }
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo }
  assert.equal((await send({ id: 1, method: 'initialize', params })).result.serverInfo.name, 'twosource')
  child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
  const { result } = await send({ id: 2, method: 'tools/list' })
  assert.deepEqual(
    result.tools.map(({ name }: { readonly name: string }) => name),
    reading,
  )
  child.stdin.end()
  assert.deepEqual(await once(child, 'close'), [0, null])
})

test('told to, it also writes there', async () => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } })
  const args = [productProgram, 'mcp', '--write']
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env: env(), stderr: 'ignore' }))
  assert.deepEqual(await namesOf(client), [...reading, ...writing])
  assert.equal((await call(client, 'search', { query: 'bridge' })).count, 1)
  await client.close()
})

describe('once there is somebody who signs in', () => {
  const tokens: Record<string, string> = {}
  before(async () => {
    const { operations } = instance.context
    await addAccount.run(
      operations,
      addAccount.input.parse({ name: 'Noor', password: 'a long password', role: 'reader' }),
    )
    const account = (await operations.store.accounts.list()).find(({ name }) => name === 'Noor')!
    for (const scope of ['read', 'write'] as const) {
      const reader = { id: account.id, name: 'Noor', role: 'reader' as const }
      const made = await makeApiToken.run({ ...operations, reader }, { name: scope, scopes: [scope] })
      tokens[scope] = made!.secret
    }
  })

  test('nobody comes in without a token, or with a wrong one, and is told how', async () => {
    const none = await instance.post('{}')
    const where = 'resource_metadata="http://127.0.0.1:7180/.well-known/oauth-protected-resource/mcp", scope="read"'
    assert.equal(none.status, 401)
    assert.equal(none.headers.get('www-authenticate'), `Bearer realm="Twosource", ${where}`)
    const wrong = await instance.post('{}', { authorization: 'Bearer wrong' })
    assert.equal(wrong.headers.get('www-authenticate'), `Bearer realm="Twosource", error="invalid_token", ${where}`)
    for (let tries = 0; tries < 12; tries++)
      await instance.ask({ method: 'POST', headers: { authorization: 'Bearer w' } }, { peer: '192.0.2.9' })
    const later = await instance.ask({ method: 'POST', headers: { authorization: 'Bearer w' } }, { peer: '192.0.2.9' })
    assert.equal(later.status, 429)
    assert.match(later.headers.get('retry-after') ?? '', /^\d+$/)
  })

  test('a token that reads is offered no tool that writes, and calling one does nothing', async () => {
    const client = await instance.client('2026-07-28', tokens.read)
    assert.deepEqual(await namesOf(client), reading)
    await assert.rejects(client.callTool({ name: 'follow', arguments: { kind: 'search', target: 'x' } }), /not found/)
    await client.close()
  })

  test('a stream of changes ends once its token is revoked; that of another goes on', async (t) => {
    const { operations } = instance.context
    const noor = (await operations.store.accounts.list()).find(({ name }) => name === 'Noor')!
    const own = { ...operations, reader: { id: noor.id, name: 'Noor', role: 'reader' as const } }
    const made = await makeApiToken.run(own, { name: 'for a while', scopes: ['read'] })
    t.mock.timers.enable({ apis: ['setInterval'] })
    const clients = [
      await instance.client('2026-07-28', made!.secret),
      await instance.client('2026-07-28', tokens.read),
    ]
    const [ended, other] = await Promise.all(clients.map((client) => client.listen({ toolsListChanged: true })))
    const { id } = (await operations.store.accessKeys.listTokens(noor.id)).find(({ name }) => name === 'for a while')!
    assert.equal(await revokeApiToken.run(own, { id }), true)
    t.mock.timers.tick(25_000)
    assert.equal(await ended!.closed, 'remote')
    assert.equal(await Promise.race([other!.closed, setTimeout(100, 'open')]), 'open')
    for (const client of clients) await client.close()
  })

  test('one reader takes a part of the places to listen at, and each is given back', async () => {
    const { operations } = instance.context
    const omar = addAccount.input.parse({ name: 'Omar', password: 'another long password', role: 'reader' })
    await addAccount.run(operations, omar)
    const { id } = (await operations.store.accounts.list()).find(({ name }) => name === 'Omar')!
    const his = { ...operations, reader: { id, name: 'Omar', role: 'reader' as const } }
    const made = await makeApiToken.run(his, { name: 'read', scopes: ['read'] })
    const clients = [
      await instance.client('2026-07-28', tokens.read),
      await instance.client('2026-07-28', made!.secret),
    ]
    const [hers, other] = clients as [Client, Client]
    const streams = []
    for (let count = 0; count < 8; count++) streams.push(await hers.listen({ toolsListChanged: true }))
    await assert.rejects(hers.listen({ toolsListChanged: true }), /Too many of your programs are connected/)
    await call(hers, 'today')
    await (await other.listen({ toolsListChanged: true })).close()
    await streams[0]!.close()
    await until('the place is given back', () => hers.listen({ toolsListChanged: true }).catch(() => undefined))
    for (const client of clients) await client.close()
  })

  test('a token that writes keeps what it is told to keep, for its reader alone, and takes it back', async () => {
    const { operations } = instance.context
    const noor = (await operations.store.accounts.list()).find(({ name }) => name === 'Noor')!
    const own = { ...operations, reader: { id: noor.id, name: 'Noor', role: 'reader' as const } }
    const client = await instance.client('2026-07-28', tokens.write)
    assert.deepEqual(await namesOf(client), [...reading, ...writing])
    assert.deepEqual(
      tools.filter(({ isWriting }) => isWriting).map(({ name }) => name),
      writing,
    )
    const { articles } = await call(client, 'search', { query: 'bridge', kind: 'articles' })
    const [{ articleId, storyId }] = articles as readonly [{ readonly articleId: string; readonly storyId: string }]
    const { entryId } = await call(client, 'article', { id: articleId })
    const entryOf = async () => (await getArticle.run(own, getArticle.input.parse({ id: articleId })))?.entry

    await call(client, 'save', { kind: 'story', id: storyId })
    await call(client, 'star', { entryId })
    await call(client, 'mark_read', { entryIds: [entryId] })
    await call(client, 'follow', { kind: 'search', target: 'bridge' })
    const saved = JSON.stringify(await listSaved.run(own, listSaved.input.parse({})))
    assert.ok(saved.includes(storyId) && saved.includes(entryId as string))
    assert.equal((await entryOf())?.isStarred, true)
    assert.ok(JSON.stringify(await getFollowing.run(own, getFollowing.input.parse({}))).includes('"bridge"'))
    assert.ok(!JSON.stringify(await listSaved.run(operations, listSaved.input.parse({}))).includes(storyId))

    await call(client, 'save', { kind: 'story', id: storyId, isSaved: false })
    await call(client, 'star', { entryId, isStarred: false })
    await call(client, 'mark_read', { entryIds: [entryId], isRead: false })
    await call(client, 'follow', { kind: 'search', target: 'bridge', isFollowed: false })
    assert.ok(!JSON.stringify(await listSaved.run(own, listSaved.input.parse({}))).includes(storyId))
    assert.equal((await entryOf())?.isStarred, false)
    const nothing = await client.callTool({ name: 'star', arguments: { entryId: 'none' } })
    assert.equal(nothing.isError, true)
    await client.close()
  })
})
