import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { addArticle } from '../../src/operations/articles/add-article.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { exportSaved } from '../../src/operations/library/export-saved.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { exportStory, storyFormats } from '../../src/operations/stories/export-story.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const line = 'The council of the harbor said on Monday that ferries would run again before the winter. '.repeat(4)
const page = `<html lang="en"><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>${`<p>${line}</p>`.repeat(4)}</article></body></html>`
const bytes = (text: string) => new TextEncoder().encode(text)

for (const dialect of dialects)
  describe(`links that come in and texts that go out on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let origin = ''
    let database: TestDatabase
    let folder: string
    let context: Context
    let isDown = false

    before(async () => {
      origin = (
        await serve((request, response) => {
          if (request.url?.startsWith('/ferries') && !isDown)
            response.writeHead(200, { 'content-type': 'text/html' }).end(page)
          else response.writeHead(404).end()
        })
      ).replace('127.0.0.1', 'localhost')
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-links-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }),
        () => {},
      )
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    const bring = (text: string, name = 'x.csv') => importFile.run(context.operations, { bytes: bytes(text), name })
    const saved = async () => (await listSaved.run(context.operations, { page: 1 })).items

    const pocket = () =>
      [
        'title,url,time_added,tags,status',
        `Ferries,${origin}/ferries/1,1619870400,sea|ships,unread`,
        `Gone,${origin}/gone,1619870401,sea,archive`,
        `Ferries twice,${origin}/ferries/1,1619870402,,unread`,
        'No address,,1619870403,,unread',
        `Long tag,${origin}/gone/2,1619870404,${'x'.repeat(80)},unread`,
      ].join('\n')

    test('every link is kept with its time, tags and whether it was read, before any page is', async () => {
      const result = await bring(pocket())
      assert.ok(result.kind === 'links')
      assert.deepEqual(
        [result.program, result.total, result.added, result.waiting, result.read, result.tagged],
        ['Pocket', 3, 3, 3, 1, 2],
      )
      assert.deepEqual(
        result.skipped.map((why) => why.slice(0, 10)),
        ['Row 5: the', 'Tag “xxxxx'],
      )
      const items = await saved()
      assert.deepEqual(
        items.map(({ title, at, tags }) => [title, at, tags]),
        [
          ['Long tag', '2021-05-01T12:00:04.000Z', undefined],
          ['Gone', '2021-05-01T12:00:01.000Z', ['sea']],
          ['Ferries', '2021-05-01T12:00:00.000Z', ['sea', 'ships']],
        ],
      )
      assert.ok(items.every(({ url }) => url?.startsWith(origin)))
      const unread = await listEntries.run(context.operations, listEntries.input.parse({ folder: 'Imported' }))
      assert.deepEqual(unread?.entries.map(({ title }) => title).sort(), ['Ferries', 'Long tag'])
    })

    test('pages are read in jobs; a link whose page is gone stays', async () => {
      await context.pipeline.runOnce()
      assert.equal((await saved()).length, 3)
      const article = await context.operations.store.articles.findByUrl(`${origin}/ferries/1`)
      assert.equal(article?.article.title, 'Ferries run again')
      assert.equal(article?.source.name, 'localhost')
    })

    test('the same file again changes nothing', async () => {
      const before = await saved()
      const result = await bring(pocket())
      assert.ok(result.kind === 'links')
      assert.deepEqual([result.total, result.added], [3, 0])
      assert.deepEqual(await saved(), before)
    })

    test('a text in the file is kept where its page is gone, for the owner alone', async () => {
      const file = (path: string) =>
        JSON.stringify([
          {
            url: `${origin}${path}`,
            title: 'The sea',
            content: `<p>${line}</p>`.repeat(3),
            is_archived: 0,
            is_starred: 0,
            tags: [],
            created_at: '2021-05-02T12:00:00Z',
          },
        ])
      assert.equal((await bring(file('/owner'), 'wallabag.json')).kind, 'links')
      await context.pipeline.runOnce()
      const kept = await context.operations.store.articles.findByUrl(`${origin}/owner`)
      assert.ok(kept?.document.text.includes('ferries would run again'))
      assert.equal(kept?.article.completeness.kind, 'feed-only')
      const other = { ...context.operations, reader: { id: 'someone', name: 'S', role: 'reader' as const } }
      const result = await importFile.run(other, { bytes: bytes(file('/reader')), name: 'wallabag.json' })
      assert.ok(result.kind === 'links')
      assert.match(result.skipped[0] ?? '', /only the owner can import texts/)
      await context.pipeline.runOnce()
      const stripped = await context.operations.store.articles.findByUrl(`${origin}/reader`)
      assert.ok(!stripped?.document.text.includes('ferries'))
      const refused = await importFile.run(other, { bytes: bytes('A headline\nA text.'), name: 'x.txt' })
      assert.ok(refused.kind === 'refused' && refused.reason === 'owner-only')
    })

    test('the article at any address is read and saved, once', async () => {
      const add = (path: string, more = {}) =>
        addArticle.run(context.operations, addArticle.input.parse({ url: `${origin}${path}`, ...more }))
      const first = await add('/ferries/2', { tags: [' harbor '] })
      assert.ok(first.kind === 'saved' && first.isNew)
      isDown = true
      assert.deepEqual(await add('/ferries/2?utm_source=app'), { ...first, isNew: false }, 'nothing is fetched again')
      const item = (await saved()).find(({ kind }) => kind === 'article')
      assert.deepEqual([item?.target, item?.tags], [first.articleId, ['harbor']])
      const kept = await add('/ferries/3', { title: 'Later', tags: ['harbor'] })
      assert.ok(kept.kind === 'kept')
      assert.deepEqual(
        (await saved()).filter(({ tags }) => tags?.includes('harbor')).map(({ kind, title }) => [kind, title]),
        [
          ['entry', 'Later'],
          ['article', 'Ferries run again'],
        ],
      )
      assert.equal((await addArticle.run(context.operations, { url: 'no address' })).kind, 'refused')
      isDown = false
    })

    test('what is saved goes out with its addresses, and as a WARC that comes in again', async () => {
      const md = await exportSaved.run(context.operations, { format: 'md' })
      assert.ok(md.text.includes(`[Gone](<${origin}/gone>)`))
      const warc = await exportSaved.run(context.operations, { format: 'warc' })
      assert.match(warc.text, /^WARC\/1\.1\r\n/)
      const count = (await context.operations.store.check()).counts.articles
      const again = await bring(warc.text, 'x.warc')
      assert.ok(again.kind === 'imported')
      assert.ok(again.articles.length >= 2 && again.articles.every(({ kind }) => kind === 'kept'))
      assert.equal((await context.operations.store.check()).counts.articles, count)
    })

    test('a story goes out in every form', async () => {
      const story = (await context.operations.store.articles.findByUrl(`${origin}/ferries/1`))?.storyId
      assert.ok(story)
      for (const format of storyFormats) {
        const file = await exportStory.run(context.operations, { id: story, format })
        assert.ok(file && file.text.length > 0, format)
        assert.ok(file.fileName.endsWith(`.${format}`))
      }
    })
  })
