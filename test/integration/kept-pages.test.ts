import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ArticleId } from '../../src/core/ids.ts'
import { verifyPack } from '../../src/export/pack/verify-pack.ts'
import { setKeptPages } from '../../src/operations/admin/kept-pages.ts'
import { addArticle } from '../../src/operations/articles/add-article.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getKeptPage } from '../../src/operations/articles/get-kept-page.ts'
import { putOnDesk, takeOffDesk } from '../../src/operations/desk/desk.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { save, unsave } from '../../src/operations/library/save.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import { readWarc } from '../../src/pipeline/imports/read-warc.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const line = 'The council of the harbor said on Monday that ferries would run again before the winter. '.repeat(4)
type Who = { readonly id: string; readonly name: string; readonly role: 'moderator' }
const mine =
  'The quarry above Hallow village lost its licence on Tuesday because its owner had blasted two galleries without telling the inspectors. '.repeat(
    4,
  )
const pageOf = (path: string, title = path.includes('quarry') ? 'Quarry loses its licence' : 'Ferries run again') =>
  `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title} ${path}</h1>${`<p>${path.includes('quarry') ? mine : line}</p>`.repeat(4)}</article><script>alert("☕")</script></body></html>`
const feedOf = (origin: string, paths: readonly string[] = ['/starred']) =>
  `<rss version="2.0"><channel><title>Harbor</title><link>${origin}</link>${paths
    .map(
      (path) =>
        `<item><title>${pageOf(path).match(/<h1>(.*?)<\/h1>/)![1]}</title><link>${origin}${path}</link><guid>${path}</guid><pubDate>Tue, 17 Mar 2026 09:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`

for (const dialect of dialects)
  describe(`kept pages on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let origin = ''
    let database: TestDatabase
    let folder: string
    let context: Context
    let now = new Date('2026-03-17T10:00:00Z')
    const titles = new Map<string, string>()
    /** What is in the feeds, by path. */
    const items = new Map<string, readonly string[]>()
    const asked: string[] = []

    before(async () => {
      origin = (
        await serve(({ url = '' }, response) => {
          asked.push(url)
          if (url === '/robots.txt') return void response.writeHead(404).end()
          if (url.includes('/feed'))
            return void response
              .writeHead(200, { 'content-type': 'application/rss+xml' })
              .end(feedOf(origin, items.get(url)))
          const headers = {
            'content-type': 'text/html; charset=utf-8',
            'set-cookie': 'visitor=secret',
            etag: `"${titles.get(url) ?? url}"`,
            'x-other': 'nothing of ours',
          }
          response.writeHead(200, headers).end(pageOf(url, titles.get(url)))
        })
      ).replace('127.0.0.1', 'localhost')
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-kept-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }),
        () => {},
        () => now,
      )
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    const { run: setLimit } = setKeptPages
    const later = (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    }
    const pages = (id: ArticleId) => context.operations.store.servedPages.list(id)
    async function add(path: string): Promise<ArticleId> {
      const added = await addArticle.run(context.operations, { url: `${origin}${path}` })
      assert.ok(added.kind === 'saved')
      await context.pipeline.runOnce()
      return added.articleId
    }
    const served = (body: string | Uint8Array) => ({
      ...{ url: `${origin}/x`, status: 200, headers: {}, body: Buffer.from(body), at: now.toISOString() },
    })
    /** What gzip can't make smaller. */
    const noise = (kilobytes: number) => randomBytes(kilobytes * 1000)

    test('none is kept until the owner wants it', async () => {
      const id = await add('/before')
      assert.deepEqual(await pages(id), [])
      assert.equal(await getKeptPage.run(context.operations, { id }), undefined)
      assert.equal((await getArticle.run(context.operations, { id }))?.keptPages, undefined)
      const jobs = await context.operations.store.jobs.list(100)
      assert.ok(!jobs.some(({ kind }) => kind === 'keep-page'))
    })

    test('the page of an article that is saved is kept, with the headers that describe it, and no cookie', async () => {
      assert.deepEqual(await setLimit(context.operations, { megabytes: 1 }), { megabytes: 1, count: 0, bytes: 0 })
      const id = await add('/ferries')
      const [page, ...more] = await pages(id)
      assert.ok(page && more.length === 0)
      const text = pageOf('/ferries')
      assert.equal(page.digest, hash('sha256', text))
      assert.deepEqual([page.url, page.status, page.byteCount], [`${origin}/ferries`, 200, Buffer.byteLength(text)])
      const { date, ...headers } = page.headers
      assert.deepEqual(headers, { 'content-type': 'text/html; charset=utf-8', etag: '"/ferries"' })
      assert.ok(date)
      assert.deepEqual((await getArticle.run(context.operations, { id }))?.keptPages, [page])
      await save.run(context.operations, { kind: 'article', target: id })
      const before = asked.length
      await context.pipeline.runOnce()
      assert.equal(asked.length, before, 'a page that is kept is not fetched for that again')
    })

    test('so is that of a starred entry, as it is read; a page read again and served differently is kept, too', async () => {
      const { store } = context.operations
      await store.feeds.addMany('owner', [{ url: `${origin}/feed` }], now.toISOString())
      await context.pipeline.runOnce()
      const article = await store.articles.findByUrl(`${origin}/starred`)
      assert.ok(article)
      const { id } = article.article
      assert.deepEqual(await pages(id), [], 'nobody saved it')
      await store.entries.setStarred('owner', article.entryIds[0]!, true, now.toISOString())
      await context.pipeline.runOnce()
      assert.equal((await pages(id)).length, 1)
      titles.set('/starred', 'Ferries run at last')
      for (const minutes of [70, 6 * 60]) {
        later(minutes)
        await context.pipeline.recheckOnce()
      }
      const kept = await pages(id)
      assert.deepEqual(
        kept.map(({ digest }) => digest),
        [hash('sha256', pageOf('/starred')), hash('sha256', pageOf('/starred', 'Ferries run at last'))],
      )
      const file = await getKeptPage.run(context.operations, { id })
      assert.ok(file)
      assert.deepEqual([file.mediaType, file.fileName], ['application/warc', `article-${id}.warc.gz`])
      const unpacked = gunzipSync(await new Response(file.body).bytes())
      const records = recordsIn(unpacked)
      assert.deepEqual(
        records.map(({ fields }) => fields.get('WARC-Type')),
        ['warcinfo', 'response', 'response'],
      )
      for (const { fields, block } of records.slice(1)) {
        assert.equal(fields.get('Content-Type'), 'application/http;msgtype=response')
        assert.equal(fields.get('WARC-Target-URI'), `${origin}/starred`)
        const end = block.indexOf('\r\n\r\n')
        const head = block.subarray(0, end).toString()
        const payload = block.subarray(end + 4)
        assert.match(head, /^HTTP\/1\.1 200 OK\r\ncontent-type: text\/html; charset=utf-8\r\n/)
        assert.equal(/^content-length: (\d+)$/m.exec(head)?.[1], String(payload.length))
        assert.equal(fields.get('WARC-Payload-Digest'), `sha256:${hash('sha256', payload)}`)
        assert.doesNotMatch(head, /cookie|x-other/i)
      }
      const read = readWarc(unpacked)
      assert.deepEqual(read.skipped, [])
      assert.deepEqual(
        read.pages.map(({ body }) => Buffer.from(body).toString()),
        [pageOf('/starred'), pageOf('/starred', 'Ferries run at last')],
      )
    })

    test('an evidence pack has the pages, its manifest covers them, and the same state gives the same bytes', async () => {
      const { store } = context.operations
      const story = (await store.articles.findByUrl(`${origin}/starred`))?.storyId
      assert.ok(story)
      const pack = await packStory.run(context.operations, { id: story })
      assert.ok(pack)
      const bytes = new Uint8Array(await new Response(pack.body).arrayBuffer())
      const text = Buffer.from(bytes).toString()
      assert.ok(text.includes('pages/001.warc') && text.includes('alert("☕")'))
      assert.deepEqual((await verifyPack(bytes, pack.fingerprint)).problems, [])
      const changed = Buffer.from(bytes)
      changed[changed.indexOf('alert("☕")') + 1] = 0x41
      assert.ok(
        (await verifyPack(Uint8Array.from(changed))).problems.some(
          (problem) => problem.kind === 'changed' && /^pages\//.test(problem.file),
        ),
      )
      later(60)
      assert.equal((await packStory.run(context.operations, { id: story }))?.fingerprint, pack.fingerprint)
    })

    test('so are those of a story on the desk, also of articles that come to it later; who may not read one has no page of it', async () => {
      const { store } = context.operations
      const [rita, rob] = ['rita', 'rob'].map((id) => ({ id, name: id, role: 'moderator' as const })) as [Who, Who]
      for (const who of [rita, rob]) await store.accounts.add({ ...who, createdAt: now.toISOString() })
      const asRita = { ...context.operations, reader: rita, store: store.seenBy(rita) }
      const [first, own, late] = ['/quarry', '/own/quarry', '/late/quarry'] as const
      items.set('/desk/feed', [first]).set('/private/12345678/feed', [own])
      await store.feeds.addMany('owner', [{ url: `${origin}/desk/feed` }], now.toISOString())
      await context.pipeline.runOnce()
      await store.feeds.addMany('rita', [{ url: `${origin}/private/12345678/feed` }], now.toISOString())
      await context.pipeline.runOnce()
      const idOf = async (path: string) => (await asRita.store.articles.findByUrl(`${origin}${path}`))!.article.id
      const story = (await store.articles.findByUrl(`${origin}${first}`))?.storyId
      assert.ok(story)
      assert.equal((await asRita.store.articles.findByUrl(`${origin}${own}`))?.storyId, story)
      const id = await idOf(own)
      const ownPages = () => asRita.store.servedPages.list(id)
      assert.deepEqual([await pages(await idOf(first)), await ownPages()], [[], []])

      assert.ok(await putOnDesk.run(context.operations, { story }))
      await context.pipeline.runOnce()
      assert.equal((await pages(await idOf(first))).length, 1)
      assert.equal((await ownPages()).length, 1)
      assert.deepEqual(await pages(id), [])
      assert.ok(await getKeptPage.run(asRita, { id }))
      const nobodyElse = { ...context.operations, reader: rob, store: store.seenBy(rob) }
      assert.equal(await getKeptPage.run(nobodyElse, { id }), undefined)
      const pack = await packStory.run(nobodyElse, { id: story })
      assert.doesNotMatch(await new Response(pack!.body).text(), /own\/quarry/)

      items.set('/desk/feed', [late, '/moved', first])
      later(24 * 60)
      const before = asked.filter((path) => path === late).length
      await context.pipeline.runOnce()
      assert.equal((await store.articles.findByUrl(`${origin}${late}`))?.storyId, story)
      assert.equal((await pages(await idOf(late))).length, 1)
      assert.equal(asked.filter((path) => path === late).length, before + 1, 'the page that was read is the one kept')

      const moved = (await store.articles.findByUrl(`${origin}/moved`))!
      assert.notEqual(moved.storyId, story)
      assert.deepEqual(await pages(moved.article.id), [])
      await store.stories.move([{ documentId: moved.document.id, to: story }], now.toISOString())
      await context.pipeline.runOnce()
      assert.equal((await pages(moved.article.id)).length, 1)

      assert.equal(await takeOffDesk.run(context.operations, { story }), true)
      assert.equal(await store.servedPages.isWanted(await idOf(late)), false)
      assert.equal((await pages(await idOf(late))).length, 1, 'what is kept stays until there is too much')
    })

    test('that of a text under embargo is asked for when its embargo ends', async () => {
      const { store } = context.operations
      const until = new Date(now.getTime() + 60 * 60_000).toISOString()
      const text = mine.repeat(2)
      const held = JSON.stringify({ title: 'Quarry', outlet: 'Press office', url: `${origin}/held/quarry`, text })
      const bytes = new TextEncoder().encode(held)
      const made = await importFile.run(context.operations, { bytes, name: 'held.jsonl', embargoUntil: until })
      assert.ok(made.kind === 'imported' && made.articles[0]?.articleId)
      const id = made.articles[0].articleId
      await context.pipeline.runOnce()
      const stored = await store.articles.find(id)
      assert.ok(stored?.storyId)
      assert.ok(await putOnDesk.run(context.operations, { story: stored.storyId }))
      await context.pipeline.runOnce()
      assert.deepEqual(await pages(id), [])
      assert.ok(!asked.includes('/held/quarry'), 'nobody asks for it before its moment')
      later(61)
      await context.pipeline.runOnce()
      await context.pipeline.runOnce()
      assert.equal((await pages(id)).length, 1)
    })

    test('of one article, its first page and the latest four', async () => {
      const { servedPages } = context.operations.store
      const id = await add('/often')
      for (let index = 0; index < 6; index++) {
        later(1)
        assert.equal(await servedPages.add(id, served(`page ${index}`)), true)
      }
      assert.equal(await servedPages.add(id, served('page 5')), false)
      assert.deepEqual(
        (await pages(id)).map(({ digest }) => digest),
        [pageOf('/often'), 'page 2', 'page 3', 'page 4', 'page 5'].map((text) => hash('sha256', text)),
      )
    })

    test('above the limit, what nobody has saved any more goes first, then the oldest; 0 leaves what there is', async () => {
      const { servedPages } = context.operations.store
      const [old, unsaved, fresh] = [await add('/old'), await add('/unsaved'), await add('/fresh')]
      await servedPages.add(old, served(noise(300)))
      later(1)
      await servedPages.add(unsaved, served(noise(300)))
      await unsave.run(context.operations, { kind: 'article', target: unsaved })
      later(1)
      await servedPages.add(fresh, served(noise(600)))
      assert.deepEqual(await pages(unsaved), [])
      assert.equal((await pages(old)).length, 2)
      later(1)
      await servedPages.add(fresh, served(noise(700)))
      assert.deepEqual(await pages(old), [])
      const { bytes } = await servedPages.total()
      assert.ok(bytes <= 1_000_000)
      assert.equal(await servedPages.add(fresh, served(noise(2_500))), false, 'larger than the limit')
      const off = await setLimit(context.operations, { megabytes: 0 })
      assert.deepEqual(off, { megabytes: 0, ...(await servedPages.total()) })
      assert.ok(off.count > 0)
      assert.equal(await servedPages.add(fresh, served('another')), false)
    })
  })

/** Splits a file into records by their stated lengths, so that a wrong length shows. */
function recordsIn(bytes: Buffer) {
  const records: { fields: ReadonlyMap<string, string>; block: Buffer }[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at)
    const [version, ...lines] = bytes.subarray(at, end).toString().split('\r\n')
    assert.equal(version, 'WARC/1.1')
    const fields = new Map(lines.map((each): [string, string] => [each.split(': ', 1)[0]!, each.replace(/^.*?: /, '')]))
    assert.match(fields.get('WARC-Record-ID') ?? '', /^<urn:[^\s<>]+>$/)
    assert.match(fields.get('WARC-Date') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const start = end + 4
    const length = Number(fields.get('Content-Length'))
    records.push({ fields, block: bytes.subarray(start, start + length) })
    at = start + length
    assert.equal(bytes.subarray(at, at + 4).toString(), '\r\n\r\n', 'ISO 28500 §4: two empty lines end a record')
    at += 4
  }
  return records
}
