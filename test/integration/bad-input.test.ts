import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { listJobs } from '../../src/operations/admin/list-jobs.ts'
import { addFeed, subscribe } from '../../src/operations/feeds/add-feed.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import { importFile } from '../../src/operations/library/import-file.ts'

/** What the world sends to a reader sooner or later. Each must be told in words, and a good feed beside it must not suffer. */
let server: Server
let base: string
let folder: string
let context: Context
let closed: Context

const paragraph =
  'The harbor master said the bridge would open again on Monday once the new bearings had been tested under load. '
const item = (n: number, link = `${base}/article/${n}`) =>
  `<item><guid>${n}</guid><title>Item ${n}</title><link>${link}</link><description>${paragraph}</description></item>`
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`

before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    const xml = (body: string) => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body)
    if (path === '/good.xml') return xml(rss(item(1) + item(2)))
    if (path === '/bomb.xml') return xml(rss(item(3, `${base}/bomb.html`)))
    if (path === '/truncated.xml') return xml(rss(item(4) + item(5)).slice(0, -70))
    if (path === '/broken.xml') return xml('<rss version="2.0"><channel><title>Only a beginning')
    if (path === '/page.html' || path === '/html-as-feed.xml')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>A page</title><p>${paragraph}</p>`)
    if (path.startsWith('/article/'))
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><html><head><title>Bridge opens ${path}</title></head><body><article><h1>Bridge opens ${path}</h1>${`<p>${paragraph}</p>`.repeat(6)}</article></body></html>`,
        )
    if (path === '/bomb.html')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>Bomb</title>${'<a><b><i><p>x'.repeat(3000)}`)
    if (path === '/huge.xml') return sendHuge(response)
    return response.writeHead(404, { 'content-type': 'text/plain' }).end('no')
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  folder = await mkdtemp(join(tmpdir(), 'twosource-bad-'))
  const config = readConfig({ TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_DATA: join(folder, 'open') })
  context = await createContext(config, () => {}, undefined, { limits: { feedBytes: 2 ** 23, analysisMs: 120_000 } })
  closed = await createContext({ ...readConfig({}), TWOSOURCE_DATA: join(folder, 'closed') }, () => {})
})
after(async () => {
  await context[Symbol.asyncDispose]()
  await closed[Symbol.asyncDispose]()
  server.closeAllConnections()
  await new Promise((settle) => server.close(settle))
  await rm(folder, { recursive: true, force: true })
})

/** 256 MB of padding, a piece at a time, until the reader hangs up. */
function sendHuge(response: import('node:http').ServerResponse) {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  const piece = Buffer.alloc(1 << 20, 32)
  let left = 256
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(piece)) return response.once('drain', more)
    }
    return response.end()
  }
  more()
}

const refusals: readonly { readonly what: string; readonly address: () => string; readonly says: RegExp }[] = [
  { what: 'a page that names no feed', address: () => `${base}/page.html`, says: /has no feed/ },
  {
    what: 'an address with nothing there',
    address: () => `${base}/nothing`,
    says: /nothing at this URL \(HTTP 404\)/,
  },
  { what: 'a feed larger than the limit', address: () => `${base}/huge.xml`, says: /More than 8 MB/ },
  { what: 'words that are no address', address: () => 'not an address', says: /not a web address/ },
  { what: 'another kind of address', address: () => 'ftp://example.org/feed', says: /not a web address/ },
]
for (const { what, address, says } of refusals)
  test(`${what} is refused in words, and nothing is subscribed`, async () => {
    const result = await addFeed.run(context.operations, { url: address(), folder: '' })
    assert.equal(result.kind, 'refused')
    if (result.kind === 'refused') assert.match(result.message, says)
    assert.equal((await context.operations.store.feeds.list('owner')).length, 0)
  })

for (const host of ['127.0.0.1', '10.0.0.1', '192.168.1.1', '[::1]', '2130706433', '0x7f.1'])
  test(`the private address ${host} is refused unless private addresses are allowed`, async () => {
    const result = await addFeed.run(closed.operations, { url: `http://${host}/feed.xml`, folder: '' })
    assert.equal(result.kind, 'refused')
    if (result.kind === 'refused') assert.match(result.message, /TWOSOURCE_ALLOW_PRIVATE/)
  })

test('an OPML file that is none, or names no feed, is refused in words; a half-good one gives what it holds', async () => {
  const none = await importOpml.run(closed.operations, { text: 'Dear reader, this is a letter.' })
  assert.equal(none.kind, 'refused')
  const empty = await importOpml.run(closed.operations, {
    text: '<opml version="2.0"><body><outline text="x"/></body></opml>',
  })
  assert.equal(empty.kind, 'refused')
  const half = await importOpml.run(closed.operations, {
    text: '<opml version="2.0"><body><outline text="a" xmlUrl="https://example.org/a.xml"/><outline text="b" xmlUrl="javascript:alert(1)"/><outline text="c" xmlUrl="https://example.org/c.xml"',
  })
  assert.equal(half.kind, 'added')
  if (half.kind === 'added') assert.ok(half.added >= 1)
})

test('a file with nothing in it is refused in words', async () => {
  const result = await importFile.run(closed.operations, { bytes: new Uint8Array(), name: 'empty.html' })
  assert.ok(result.kind === 'refused' && /empty/.test(result.message))
})

test('bad feeds beside a good one: each shows its error, the good one is whole, and the process lives', async () => {
  const names = ['good', 'truncated', 'html-as-feed', 'broken', 'bomb', 'nothing', 'huge']
  await subscribe(
    context.operations,
    names.map((name) => ({ url: `${base}/${name}.xml`, title: name })),
    '',
  )
  await context.pipeline.runOnce()
  const { store } = context.operations
  const feeds = new Map((await store.feeds.list('owner')).map((feed) => [feed.title, feed]))
  assert.equal([...feeds.values()].find(({ url }) => url.endsWith('/good.xml'))?.entryCount, 2)
  const view = await listJobs.run(context.operations, {})
  const errorOf = (name: string) =>
    view.failingFeeds.find(({ url }) => url?.endsWith(`/${name}.xml`))?.lastError?.message ?? ''
  assert.match(errorOf('html-as-feed'), /page|HTML/i)
  assert.match(errorOf('nothing'), /HTTP 404/)
  assert.match(errorOf('huge'), /More than 8 MB/)
  assert.equal(errorOf('good'), '')
  assert.equal(errorOf('truncated'), '')
  const { rows } = await store.entries.list('owner', {}, 50)
  assert.deepEqual(rows.map(({ title }) => title).sort(), ['Item 1', 'Item 2', 'Item 3', 'Item 4'])
  for (const { title, articleId } of rows) assert.ok(articleId, `${title} was read`)
})
