import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from '@modelcontextprotocol/client'
import { makeApiToken } from '../../src/operations/accounts/access-keys.ts'
import { addAccount } from '../../src/operations/accounts/change-account.ts'
import { forReader } from '../../src/operations/for-reader.ts'
import { serve } from '../loopback-server.ts'
import { callTool as call, openMcpInstance, unmarked } from './mcp-instance.ts'

type Feed = { readonly feedId: string; readonly title: { readonly untrusted: string }; readonly unreadCount: number }
type Article = { readonly entryId: string; readonly title: { readonly untrusted: string } }

let instance: Awaited<ReturnType<typeof openMcpInstance>>
const clients: Record<string, Client> = {}
let site = ''

const feed = (name: string, count: number) =>
  `<rss version="2.0"><channel><title>${name} zqxjfeedqjxz</title>${Array.from(
    { length: count },
    (_, at) =>
      `<item><title>${name} ${at} zqxjtitleqjxz</title><guid>${name}-${at}</guid><pubDate>Thu, 12 Mar 2026 0${at}:00:00 GMT</pubDate><description>Ferries wait at the pier.</description></item>`,
  ).join('')}</channel></rss>`

before(async () => {
  instance = await openMcpInstance({ TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_FETCH_PAGES: 'false' })
  site = await serve((request, response) => {
    const isPage = request.url === '/'
    response.setHeader('content-type', isPage ? 'text/html' : 'application/rss+xml')
    response.end(
      isPage
        ? '<link rel="alternate" type="application/rss+xml" href="/ferry"><link rel="alternate" type="application/rss+xml" href="/pier">'
        : request.url === '/ferry'
          ? feed('Ferry', 5)
          : feed('Pier', 2),
    )
  })
  const { operations } = instance.context
  for (const name of ['Noor', 'Omar']) {
    const account = addAccount.input.parse({ name, password: `the long password of ${name}`, role: 'reader' })
    await addAccount.run(operations, account)
    const { id } = (await operations.store.accounts.list()).find((one) => one.name === name)!
    for (const scope of ['read', 'write'] as const) {
      const own = forReader(operations, { id, name, role: 'reader' })
      const { secret } = (await makeApiToken.run(own, { name: scope, scopes: [scope] }))!
      clients[`${name} ${scope}`] = await instance.client('2026-07-28', secret)
    }
  }
})
after(async () => {
  for (const client of Object.values(clients)) await client.close()
  await instance.close()
})

const feedsOf = async (who: string, input = {}) => (await call(clients[who]!, 'feeds', input)).feeds as readonly Feed[]

test('a token that writes subscribes, a token that reads sees what is unread, and nobody else does', async () => {
  const writer = clients['Noor write']!
  const several = await call(writer, 'subscribe', { url: `${site}/` })
  assert.equal(several.kind, 'choose')
  assert.deepEqual(
    (several.candidates as readonly { readonly url: { readonly untrusted: string } }[]).map(({ url }) => url.untrusted),
    [`${site}/ferry`, `${site}/pier`],
  )
  const added = await call(writer, 'subscribe', { url: `${site}/ferry`, folder: 'Harbour/Ferries' })
  assert.equal(added.kind, 'added')
  assert.equal((await call(writer, 'subscribe', { url: `${site}/ferry` })).kind, 'already-subscribed')
  await call(writer, 'subscribe', { url: `${site}/pier` })
  await instance.context.pipeline.runOnce()

  const feeds = await call(clients['Noor read']!, 'feeds')
  assert.deepEqual([feeds.feedCount, feeds.unreadCount, unmarked(feeds)], [2, 7, []])
  assert.equal((await feedsOf('Noor read', { query: 'pier' })).length, 1)
  const [ferry, none] = await feedsOf('Noor read', { folder: 'Harbour' })
  assert.deepEqual([ferry?.unreadCount, none], [5, undefined])
  assert.equal((await feedsOf('Noor read', { limit: 1, page: 2 })).length, 1)
  assert.equal((await feedsOf('Noor read', { isFailingOnly: true })).length, 0)
  assert.deepEqual(await feedsOf('Omar read'), [])
  assert.deepEqual((await call(clients['Omar read']!, 'unread')).articles, [])
})

test('unread articles come page by page, each once, and listing them marks nothing', async () => {
  const reader = clients['Noor read']!
  const [ferry] = await feedsOf('Noor read', { folder: 'Harbour' })
  const seen: string[] = []
  for (let cursor: unknown; ; ) {
    const page = await call(reader, 'unread', { limit: 2, ...(cursor !== undefined && { cursor }) })
    assert.deepEqual([page.unreadCount, unmarked(page)], [7, []])
    seen.push(...(page.articles as readonly Article[]).map(({ entryId }) => entryId))
    cursor = page.next
    if (cursor === undefined) break
  }
  assert.deepEqual([seen.length, new Set(seen).size], [7, 7])
  const ofFeed = await call(reader, 'unread', { feedId: ferry!.feedId, order: 'oldest', limit: 1 })
  assert.match((ofFeed.articles as readonly Article[])[0]!.title.untrusted, /^Ferry 0/)
  assert.equal((await call(reader, 'unread', { folder: 'Harbour', limit: 50 })).unreadCount, 5)

  const [first, ...others] = seen.slice(0, 3)
  await call(clients['Noor write']!, 'mark_read', { entryIds: [Number(first), ...others] })
  await call(clients['Noor write']!, 'star', { entryId: Number(first) })
  assert.equal((await call(reader, 'unread')).unreadCount, 4)
})

test('unsubscribing ends one’s own subscription alone, and is undone with what was read', async () => {
  const [ferry] = await feedsOf('Noor read', { folder: 'Harbour' })
  const failing = async (who: string, input: Record<string, unknown>) => {
    const { isError, content } = await clients[who]!.callTool({ name: 'unsubscribe', arguments: input })
    assert.equal(isError, true, JSON.stringify(content))
  }
  await failing('Omar write', { feedId: ferry!.feedId })
  await failing('Noor write', {})
  await failing('Noor write', { feedId: 'none' })
  const { undoId } = await call(clients['Noor write']!, 'unsubscribe', { feedId: Number(ferry!.feedId) })
  assert.equal((await feedsOf('Noor read')).length, 1)
  await failing('Omar write', { undoId })
  await call(clients['Noor write']!, 'unsubscribe', { undoId })
  assert.equal((await call(clients['Noor read']!, 'feeds')).unreadCount, 4)
  assert.equal((await feedsOf('Noor read', { folder: 'Harbour' })).length, 1)
})

test('what a server answers to a subscription is no word of ours', async () => {
  const refused = await call(clients['Noor write']!, 'subscribe', { url: 'not an address zqxjurlqjxz' })
  assert.deepEqual([refused.kind, unmarked(refused)], ['refused', []])
  for (const name of ['subscribe', 'unsubscribe'])
    await assert.rejects(clients['Noor read']!.callTool({ name, arguments: {} }), /not found/)
})
