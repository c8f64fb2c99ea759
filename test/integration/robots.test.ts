import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { readSharedPage } from '../../src/operations/articles/read-page.ts'
import { translateArticle } from '../../src/operations/articles/translation/translate-article.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { fetchPage } from '../../src/pipeline/pages/fetch-page.ts'
import { serve } from '../loopback-server.ts'

const prose = (about: string) =>
  Array.from(
    { length: 8 },
    (_, at) =>
      `<p>The ${about} was looked at again by the council on its ${at + 1}th day of talks, and nobody who was there said that it would be cheap to mend.</p>`,
  ).join('')
const page = (about: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>The ${about}</title>${head}</head><body><article><h1>The ${about}</h1>${prose(about)}</article></body></html>`
const item = (path: string, title: string) =>
  `<item><title>${title}</title><link>${path}</link><guid>${path}</guid><pubDate>${new Date().toUTCString()}</pubDate><description>${prose(title)}</description></item>`

let context: Context
let folder: string
let origin = ''
const asked: string[] = []

before(async () => {
  origin = await serve((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const html = (body: string, fields = {}) =>
      response.writeHead(200, { 'content-type': 'text/html', ...fields }).end(body)
    switch (path) {
      case '/robots.txt':
        return response.writeHead(200).end('User-agent: *\nDisallow: /\nUser-agent: Twosource\nDisallow: /closed/')
      case '/closed/feed.xml':
        return response
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(
            `<rss version="2.0"><channel><title>Harbour</title><link>/</link>${item('/closed/quay', 'quay')}${item('/open/bridge', 'bridge')}${item('/open/lock', 'lock')}${item('/open/weir', 'weir')}${item('/open/short', 'short')}</channel></rss>`,
          )
      case '/open/bridge':
        return html(page('bridge'), { 'x-robots-tag': 'noindex, noai' })
      case '/open/lock':
        return html(page('lock', '<meta name="ROBOTS" content="noai, noimageai">'))
      case '/open/weir':
        return html(page('weir', '<meta name="robots" content="noimageai, noarchive">'), {
          'x-robots-tag': 'otherbot: noai',
        })
      case '/open/short':
        return response.writeHead(302, { location: '/closed/long' }).end()
      default:
        return html(page('closed page'))
    }
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-robots-'))
  context = await createContext(readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }), () => {})
  await addFeed.run(context.operations, addFeed.input.parse({ url: `${origin}/closed/feed.xml` }))
  await context.pipeline.runOnce()
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

async function articleOf(title: string) {
  // Pages with one text are folded where only the unread ones are listed.
  const river = await listEntries.run(context.operations, listEntries.input.parse({ show: 'all', feedId: '1' }))
  const { articleId } = river!.entries.find((entry) => entry.title === title)!
  return (await context.operations.store.articles.find(articleId!))!.article
}

test('a feed that somebody asked for is read, a page the site closes to programs is not, and the article says why', async () => {
  const { completeness } = await articleOf('quay')
  assert.equal(completeness.kind, 'blurb')
  assert.match('reason' in completeness ? completeness.reason : '', /robots\.txt.*feed’s own text/)
  assert.ok(asked.includes('/closed/feed.xml') && !asked.includes('/closed/quay'))
  assert.equal(asked.filter((path) => path === '/robots.txt').length, 1)
})

test('what an open page leads to is held to the rules as well', async () => {
  const { completeness } = await articleOf('short')
  assert.match('reason' in completeness ? completeness.reason : '', /robots\.txt/)
})

test('a page that a person names is fetched as a browser would', async () => {
  const read = await readSharedPage.run(context.operations, { url: `${origin}/closed/named` })
  assert.equal(read.kind, 'read')
})

test('a page that asks for no model is read whole, and no model gets its text', async () => {
  const { store } = context.operations
  const [bridge, lock, weir] = [await articleOf('bridge'), await articleOf('lock'), await articleOf('weir')]
  assert.deepEqual(
    [bridge.completeness.kind, lock.completeness.kind, weir.completeness.kind],
    ['complete', 'complete', 'complete'],
  )
  assert.deepEqual([bridge.refusesModels, lock.refusesModels, weir.refusesModels], [true, true, undefined])
  const titles = (await store.embeddings.missing('m', '2020-01-01T00:00:00.000Z', 100)).map(({ title }) => title)
  assert.ok(titles.some((title) => /weir/.test(title)))
  assert.ok(!titles.some((title) => /bridge|lock/.test(title)), titles.join())
  for (const { id } of [bridge, lock])
    assert.deepEqual(await translateArticle.run(context.operations, { id, to: 'fr', isAnew: false }), {
      kind: 'refuses-models',
    })
  assert.deepEqual(await translateArticle.run(context.operations, { id: weir.id, to: 'fr', isAnew: false }), {
    kind: 'off',
  })
})

test('while the rules of a site cannot be had, its pages wait', async () => {
  const fetched: string[] = []
  const site = await serve((request, response) => {
    fetched.push(request.url ?? '')
    response.writeHead(503, { 'retry-after': '60' }).end()
  })
  const { http } = context.operations
  const robots = { ask: async () => ({ kind: 'unknown', failure: await http.get(`${site}/robots.txt`) }) as never }
  const answer = await fetchPage({ http, robots, limits: { pageBytes: 2 ** 20 } as never }, `${site}/page`)
  assert.deepEqual([answer.kind, answer.kind === 'none' && answer.isPassing], ['none', true])
  assert.deepEqual(fetched, ['/robots.txt'])
})
