import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { FeedId } from '../../src/core/ids.ts'
import { addFeed } from '../../src/operations/feeds/add-feed.ts'
import { addPageFeed, previewPageFeed, suggestPageFeed } from '../../src/operations/feeds/page-feeds.ts'
import { serve } from '../loopback-server.ts'

type Served = { readonly body: string | Buffer; readonly type?: string; readonly status?: number }

/** What the sites serve, by path; what was asked for, in order. */
const pages = new Map<string, Served>()
const asked: string[] = []
let origin: string
let folder: string
let context: Context
let at = Date.parse('2026-03-16T08:00:00Z')

before(async () => {
  origin = await serve((request, response) => {
    asked.push(request.url!)
    const page = pages.get(request.url!)
    response.writeHead(page?.status ?? (page ? 200 : 404), { 'content-type': page?.type ?? 'text/html' })
    response.end(page?.body)
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-sites-'))
  writeFileSync(
    join(folder, 'rules.txt'),
    `site: ${origin}/ruled/\nitems: li.story\ntitle: b\nkeep: #text\nremove: .box\nnext: a.next\nhello\n`,
  )
  const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_ANALYSIS_THREADS: '1' }
  const hubs = { TWOSOURCE_RSS_BRIDGE: `${origin}/bridge`, TWOSOURCE_RSSHUB: `${origin}/hub` }
  context = await createContext(
    readConfig({ ...settings, ...hubs }),
    () => {},
    () => new Date(at),
  )
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  pages.clear()
  asked.length = 0
})

const add = (url: string) => addFeed.run(context.operations, { url, folder: '' })
const addPage = (path: string, rule: { readonly items: string }) =>
  addPageFeed.run(context.operations, { url: origin + path, rule, folder: '' })
const idOf = (added: Awaited<ReturnType<typeof add>>): FeedId => {
  assert.ok(added.kind === 'added', JSON.stringify(added))
  return added.ids[0]!
}
const feed = (id: FeedId) => context.operations.store.feeds.get('owner', id)
const rowsOf = async (feedId: FeedId) => (await context.operations.store.entries.list('owner', { feedId }, 50)).rows
const titlesOf = async (id: FeedId) => (await rowsOf(id)).map(({ title }) => title).toSorted()
/** Lets time pass and does all that is due. */
const later = async (hours: number) => {
  at += hours * 3_600_000
  await context.pipeline.runOnce()
}
const rss =
  '<rss version="2.0"><channel><title>Found</title><item><guid>1</guid><title>One</title></item></channel></rss>'
const three = [
  'The harbor opens again on Friday',
  'Trams stand still for a day',
  'Bread becomes dearer once more again',
]
const list = (titles: readonly string[], tag = 'h2') => {
  const items = titles.map(
    (title) => `<li class="story"><${tag}><a href="/a/${title.length}">${title}</a></${tag}></li>`,
  )
  return `<html><head><title>Varn news</title></head><body><ul class="list">${items.join('')}</ul></body></html>`
}

describe('a page that names no feed', () => {
  it('is looked behind at the usual places, in order, until there is one', async () => {
    pages.set('/plain', { body: '<p>Hello</p>' }).set('/feed.xml', { body: rss, type: 'application/rss+xml' })
    pages.set('/atom.xml', { body: rss })
    const id = idOf(await add(`${origin}/plain`))
    assert.equal((await feed(id)).url, `${origin}/feed.xml`)
    assert.deepEqual(asked, ['/plain', '/feed/', '/rss/', '/rss.xml', '/feed.xml'])
  })

  it('is not kept waiting for by others: what is long at a usual place is read in the thread for feeds, a sitemap too', async () => {
    pages.set('/plain', { body: '<p>Hello</p>' })
    pages.set('/feed.xml', { body: `${rss}${' '.repeat(300_000)}`, type: 'application/rss+xml' })
    const { sites } = context.operations
    const apart: string[] = []
    const watched: typeof sites = {
      ...sites,
      async readFeed(body, from) {
        const read = await sites.readFeed(body, from)
        if (read) apart.push(from.url)
        return read
      },
      async readSitemap(sitemap) {
        const read = await sites.readSitemap(sitemap)
        if (read) apart.push('a sitemap')
        return read
      },
    }
    const addWatched = (path: string) =>
      addFeed.run({ ...context.operations, sites: watched }, { url: `${origin}${path}`, folder: '' })
    idOf(await addWatched('/plain'))
    const date = new Date(at - 3_600_000).toISOString()
    const page = `<url><loc>${origin}/s/9</loc><lastmod>${date}</lastmod></url>`
    pages.set('/long-map.xml', { body: `<urlset>${page}${' '.repeat(300_000)}</urlset>`, type: 'text/xml' })
    idOf(await addWatched('/long-map.xml'))
    assert.deepEqual(apart, [`${origin}/feed.xml`, `${origin}/long-map.xml`, 'a sitemap'])
  })

  it('is left alone once its server asks for a pause', async () => {
    pages.set('/plain', { body: '<p>Hello</p>' }).set('/feed/', { body: '', status: 503 })
    const refused = await add(`${origin}/plain`)
    assert.ok(refused.kind === 'refused' && refused.reason === 'no-feed' && refused.pageUrl === `${origin}/plain`)
    assert.deepEqual(asked.slice(0, 2), ['/plain', '/feed/'])
    assert.ok(asked.slice(2).every((path) => path.startsWith('/bridge')))
  })

  it('is offered the sitemap for news and what the bridge has, and adds neither by itself', async () => {
    const date = new Date(at - 3_600_000).toISOString()
    const text = 'The council of the harbor said on Monday that ferries would run again. '.repeat(5)
    const told = `<news:news><news:publication><news:name>Varn Paper</news:name></news:publication><news:publication_date>${date}</news:publication_date><news:title>Told by its sitemap</news:title></news:news>`
    pages.set('/plain', { body: '<p>Hello</p>' })
    pages.set('/robots.txt', { body: `Sitemap: ${origin}/all.xml.gz\n`, type: 'text/plain' })
    pages.set('/all.xml.gz', {
      body: gzipSync(`<sitemapindex><sitemap><loc>${origin}/news-1.xml</loc></sitemap></sitemapindex>`),
      type: 'application/gzip',
    })
    pages.set('/news-1.xml', {
      body: `<urlset><url><loc>${origin}/s/1</loc>${told}</url><url><loc>${origin}/s/2</loc><lastmod>${date}</lastmod></url></urlset>`,
      type: 'application/xml',
    })
    pages.set('/s/2', {
      body: `<html><head><title>Told by its page</title></head><body><article><h1>Told by its page</h1><p>${text}</p></article></body></html>`,
    })
    pages.set(`/bridge/?action=findfeed&format=Atom&url=${encodeURIComponent(`${origin}/plain`)}`, {
      body: '[{"url":"http://x/?action=display&bridge=Varn","bridgeMeta":{"name":"Varn"}}]',
    })
    const offered = await add(`${origin}/plain`)
    assert.ok(offered.kind === 'choose', JSON.stringify(offered))
    assert.deepEqual(offered.candidates, [
      { url: `${origin}/all.xml.gz`, title: 'Varn Paper', intake: 'sitemap' },
      { url: `${origin}/bridge/?action=display&bridge=Varn`, title: 'Varn', isBridged: true },
    ])

    const id = idOf(await add(offered.candidates[0]!.url))
    assert.equal((await feed(id)).intake, 'sitemap')
    await later(0)
    assert.deepEqual(await titlesOf(id), ['Told by its page', 'Told by its sitemap'])
    asked.length = 0
    await later(2)
    assert.ok(asked.includes('/all.xml.gz') && asked.includes('/news-1.xml'), 'its parts are looked at again')
    pages.set('/all.xml.gz', { body: '<p>moved</p>' })
    await later(30)
    assert.equal((await feed(id)).lastError?.reason, 'not-a-sitemap')
    assert.equal((await rowsOf(id)).length, 2)
  })

  it('may be meant by an address of the owner’s RSSHub', async () => {
    pages.set('/hub/varn/news', { body: rss })
    assert.equal((await feed(idOf(await add('rsshub://varn/news')))).url, `${origin}/hub/varn/news`)
  })
})

describe('a feed made of a page', () => {
  it('is proposed, looked at, subscribed to, and gets what is new on the page', async () => {
    pages.set('/news', { body: list(three) })
    const proposed = await suggestPageFeed.run(context.operations, { url: `${origin}/news` })
    assert.ok(proposed.kind === 'preview', JSON.stringify(proposed))
    assert.deepEqual(
      proposed.entries.map(({ title }) => title),
      three,
    )
    const id = idOf(await addPage('/news', proposed.rule))
    await later(0)
    const again = await suggestPageFeed.run(context.operations, { url: `${origin}/news` })
    assert.ok(again.kind === 'preview')
    assert.deepEqual([again.rule, again.others], [proposed.rule, []], 'the rule in use comes first, and once')
    assert.deepEqual(await titlesOf(id), three.toSorted())
    pages.set('/news', { body: list(['A fourth thing has now happened in the town', ...three]) })
    await later(2)
    assert.equal((await rowsOf(id)).length, 4)
  })

  it('that finds nothing any more says so, is asked on, loses nothing, and goes on with a new rule', async () => {
    pages.set('/rebuilt', { body: list(three) })
    const id = idOf(await addPage('/rebuilt', { items: 'li:has(h2)' }))
    await later(0)
    pages.set('/rebuilt', { body: list(three, 'h3') })
    await later(2)
    const broken = await feed(id)
    assert.equal(broken.lastError?.reason, 'rule-empty')
    assert.match(broken.lastError?.message ?? '', /finds nothing on the page/)
    assert.equal(broken.isStopped, false)
    assert.ok(broken.nextPollAt! > new Date(at).toISOString())
    assert.deepEqual(await titlesOf(id), three.toSorted())

    assert.deepEqual(idOf(await addPage('/rebuilt', { items: 'li:has(h3)' })), id)
    await later(0)
    assert.equal((await feed(id)).lastError, undefined)
    assert.equal((await rowsOf(id)).length, 3)
  })

  it('takes the place of the same address that was taken for a feed', async () => {
    pages.set('/wrong', { body: list(three) })
    const { store } = context.operations
    const { added } = await store.feeds.addMany('owner', [{ url: `${origin}/wrong` }], new Date(at).toISOString())
    await later(0)
    assert.equal((await feed(added[0]!)).lastError?.reason, 'not-a-feed:html')
    assert.equal(idOf(await addPage('/wrong', { items: 'li' })), added[0])
    await later(0)
    assert.equal((await rowsOf(added[0]!)).length, 3)
  })

  it('is not changed for others who read it', async () => {
    pages.set('/shared', { body: list(three) })
    const id = idOf(await addPage('/shared', { items: 'li' }))
    await later(0)
    const other = { ...context.operations, reader: { id: 'bo', name: 'Bo', role: 'reader' as const } }
    const input = { url: `${origin}/shared`, folder: '' }
    const refused = await addPageFeed.run(other, { ...input, rule: { items: 'h2' } })
    assert.ok(refused.kind === 'refused' && refused.reason === 'others-read-it', JSON.stringify(refused))
    const same = await addPageFeed.run(other, { ...input, rule: { items: 'li' } })
    assert.ok(same.kind === 'added' && same.ids[0] === id)
  })

  it('is refused in words where nothing can be made of it', async () => {
    pages.set('/text', { body: '<p>Only text</p>' }).set('/news', { body: list(three) })
    pages.set('/many', { body: `<ul>${'<li><a href="/x">An item</a></li>'.repeat(20_000)}</ul>` })
    const reasonOf = async (url: string, rule?: { items: string; title?: string; date?: string }) => {
      const { operations } = context
      const view = rule
        ? await previewPageFeed.run(operations, { url, rule })
        : await suggestPageFeed.run(operations, { url })
      return view.kind === 'refused' ? view.reason : view.kind
    }
    assert.equal(await reasonOf('no address at all'), 'no-address')
    assert.equal(await reasonOf(`${origin}/gone`), 'not-found')
    assert.equal(await reasonOf(`${origin}/text`), 'no-list')
    assert.equal(await reasonOf(`${origin}/news`, { items: '.gone' }), 'rule-empty')
    assert.equal(await reasonOf(`${origin}/news`, { items: 'li', title: '.gone' }), 'rule-untitled')
    assert.equal(await reasonOf(`${origin}/news`, { items: 'li', date: 'a::b' }), 'bad-selector')
    assert.equal(await reasonOf(`${origin}/many`, { items: 'li:nth-last-child(3n+1)' }), 'too-much-work')
  })
})

it('the owner’s file of rules makes feeds of pages, and says what is an article', async () => {
  const text = 'The council of the harbor said on Monday that ferries would run again before the winter. '.repeat(3)
  const more = 'Nobody in the town had thought that it would take the whole of nine weeks to mend the wall. '.repeat(3)
  const box = 'Read these other things about the harbor and about the people of the town. '.repeat(3)
  pages.set('/ruled/list', {
    body: '<ul><li class="story"><a href="/ruled/1"><i>Harbor</i> <b>Ferries run again</b></a></ul>',
  })
  pages.set('/ruled/1', {
    body: `<h1>Ferries run again</h1><div id="text"><p>${text}</p><div class="box"><p>${box}</p></div></div><p>${box}</p><a class="next" href="/ruled/1?page=2">2</a>`,
  })
  pages.set('/ruled/1?page=2', { body: `<div id="text"><p>${more}</p></div><a class="next" href="/ruled/1">1</a>` })
  const id = idOf(await add(`${origin}/ruled/list`))
  assert.equal((await feed(id)).intake, 'page')
  await later(0)
  assert.deepEqual(await titlesOf(id), ['Ferries run again'])
  const [entry] = await rowsOf(id)
  const stored = await context.operations.store.articles.find(entry!.articleId!)
  assert.equal(stored?.document.text, `${text.trim()}\n${more.trim()}`)
})
