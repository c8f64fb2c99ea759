import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { FeedId } from '../../src/core/ids.ts'
import { dialects as lists } from '../../src/feeds/opml/opml-fixture.ts'
import { placeOutlines } from '../../src/feeds/opml/place-outlines.ts'
import { readOpml } from '../../src/feeds/opml/read-opml.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { importOpml, importOpmlFrom, previewOpml } from '../../src/operations/feeds/import-opml.ts'
import { editFeed, removeFeed, renameFolder, subscribeFeeds } from '../../src/operations/feeds/manage-feeds.ts'
import { cancelOpmlImport, getOpmlImport, listOpmlImports } from '../../src/operations/feeds/opml-imports.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { importOutlines } from '../../src/pipeline/imports/import-outlines.ts'
import { serve } from '../loopback-server.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'

const closers: (() => Promise<void> | void)[] = []
after(async () => {
  for (const close of closers.reverse()) await close()
})

/** The product over an empty database; `open` opens it again, as after a restart. */
async function instance(dialect: (typeof dialects)[number]) {
  const database = await makeDatabase(dialect)
  const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
  const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_FETCH_PAGES: 'false' }
  let context: Context | undefined
  const open = async () => {
    await context?.[Symbol.asyncDispose]()
    context = await createContext({ ...readConfig(settings), TWOSOURCE_DATABASE: database.url }, () => {})
    return context
  }
  closers.push(async () => {
    await context?.[Symbol.asyncDispose]()
    await database.remove()
    rmSync(folder, { recursive: true })
  })
  return open
}

const treeOf = (text: string) => {
  const read = readOpml(text)
  assert.equal(read.kind, 'tree', JSON.stringify(read))
  return read.kind === 'tree' ? read.tree : undefined
}

const as = (context: OperationContext, id: string): OperationContext => ({
  ...context,
  reader: { id, name: id, role: 'reader' },
})

/** A list of feeds that are nowhere. */
function longList(count: number): string {
  const outline = (index: number) => `<outline text="F${index}" xmlUrl="https://f${index}.example/rss" x="${index}"/>`
  return `<opml version="2.0"><body>${Array.from({ length: count }, (_, index) => outline(index)).join('')}</body></opml>`
}

for (const dialect of dialects)
  describe(`lists of subscriptions on ${dialect}`, { skip: skipReason(dialect) }, async () => {
    const open = skipReason(dialect) ? undefined : await instance(dialect)
    const now = open ? await open() : undefined
    let context = now as Context

    test('of other programs come in and go out again the same, once and twice', async () => {
      for (const [index, [program, text]] of Object.entries(lists).entries()) {
        const reader = as(context.operations, `reader-${index}`)
        const taken = await importOpml.run(reader, { text, name: `${program}.opml` })
        assert.equal(taken.kind, 'added', program)
        const given = await exportOpml.run(reader, {})
        const tree = treeOf(text)!
        const again = treeOf(given)!
        assert.deepEqual(again.outlines, tree.outlines, program)
        assert.deepEqual(again.attributes, tree.attributes, program)
        for (const element of tree.head)
          assert.ok(
            again.head.some(({ name }) => name === element.name),
            program,
          )
        const second = await importOpml.run(reader, { text: given })
        assert.equal(second.kind === 'added' && second.added, 0, program)
        assert.equal(await exportOpml.run(reader, {}), given, program)
      }
    })

    test('that went through another program change nothing of what is here', async () => {
      const reader = as(context.operations, 'through-newsboat')
      const text = `<opml version="2.0"><head><title>Ours</title></head><body><outline text="Sea" title="Sea" x="1">
        <outline type="rss" text="A" title="A" xmlUrl="https://sea-a.example/" htmlUrl="https://sea-a.example/" description="d"/>
        <outline text="Deep"><outline type="rss" text="B" xmlUrl="https://sea-b.example/"/></outline></outline>
        <outline type="rss" text="C" xmlUrl="https://sea-c.example/"/></body></opml>`
      await importOpml.run(reader, { text })
      const before = await exportOpml.run(reader, {})
      const lists = [
        // All at the top, under other names, of another version.
        `<opml version="1.0"><head><title>newsboat - Exported Feeds</title></head><body>
          <outline type="rss" xmlUrl="https://sea-a.example/" title="A"/><outline type="rss" xmlUrl="https://sea-b.example/" title="B"/>
          <outline type="rss" xmlUrl="https://sea-c.example/" title=""/></body></opml>`,
        // Other folders, and one feed in two of them.
        `<opml version="1.0"><head><title>Other</title></head><body><outline text="Tags"><outline text="Sea"><outline type="rss" xmlUrl="https://sea-a.example/" text="A"/></outline>
          <outline type="rss" xmlUrl="https://sea-b.example/" text="B"/></outline><outline text="All"><outline type="rss" xmlUrl="https://sea-b.example/" text="B"/>
          <outline type="rss" xmlUrl="https://sea-a.example/" text="A"/></outline></body></opml>`,
      ]
      for (const list of lists) {
        const taken = await importOpml.run(reader, { text: list })
        assert.equal(taken.kind === 'added' && taken.added, 0)
        const once = await exportOpml.run(reader, {})
        assert.deepEqual(
          placeOutlines(treeOf(once)!).places.flatMap(({ feed }) => (feed ? [[feed.url, feed.folder]] : [])),
          placeOutlines(treeOf(before)!).places.flatMap(({ feed }) => (feed ? [[feed.url, feed.folder]] : [])),
        )
        assert.deepEqual(treeOf(once)!.head, treeOf(before)!.head)
        assert.deepEqual(treeOf(once)!.attributes, treeOf(before)!.attributes)
        assert.match(once, /description="d"/)
        assert.match(once, /text="C"/)
        await importOpml.run(reader, { text: list })
        assert.equal(await exportOpml.run(reader, {}), once)
      }
      // A feed added by hand, without a list, has one place, too.
      const hand = as(context.operations, 'by-hand')
      await hand.store.feeds.addMany(
        'by-hand',
        [{ url: 'https://sea-a.example/', title: 'A', folder: 'Tags/Sea' }],
        '2020-01-01T00:00:00.000Z',
      )
      await importOpml.run(hand, { text: lists[1]! })
      assert.equal((await exportOpml.run(hand, {})).split('xmlUrl="https://sea-a.example/').length, 2)
    })

    test('keep to one reader', async () => {
      const nobody = as(context.operations, 'nobody-else')
      assert.doesNotMatch(await exportOpml.run(nobody, {}), /<outline/)
      assert.deepEqual(await listOpmlImports.run(nobody, {}), [])
      const [list] = await listOpmlImports.run(as(context.operations, 'reader-0'), {})
      assert.equal(await getOpmlImport.run(nobody, { id: list!.id }), undefined)
      assert.equal(await cancelOpmlImport.run(nobody, { id: list!.id }), undefined)
    })

    test('say a new name, folder and feed that is gone', async () => {
      const reader = as(context.operations, 'ada')
      const text = `<opml><body><outline text="News" x="1"><outline text="A" xmlUrl="https://a.example/"/>
        <outline text="B" xmlUrl="https://b.example/" y="2"/></outline><outline text="C" xmlUrl="https://c.example/"/></body></opml>`
      await importOpml.run(reader, { text })
      const feeds = new Map((await reader.store.feeds.list('ada')).map(({ id, title }) => [title, id]))
      await editFeed.run(reader, { id: feeds.get('A') as FeedId, title: 'Ah' })
      await editFeed.run(reader, { id: feeds.get('C') as FeedId, folder: 'Own/Inner' })
      await removeFeed.run(reader, { id: feeds.get('B') as FeedId })
      await renameFolder.run(reader, { name: 'News', to: 'Press' })
      const given = (await exportOpml.run(reader, {})).replace(/\n\s*/g, '')
      assert.match(given, /<outline text="Press" x="1"><outline text="Ah" xmlUrl="https:\/\/a.example\/"\/><\/outline>/)
      assert.match(given, /<outline text="Own" title="Own"><outline text="Inner" title="Inner"><outline text="C"/)
      assert.doesNotMatch(given, /b\.example/)
      await renameFolder.run(reader, { name: 'Press', to: '' })
      assert.match((await exportOpml.run(reader, {})).replace(/\n\s*/g, ''), /<body>.*<outline text="Ah"/)
      await reader.store.feeds.remove(feeds.get('A') as FeedId)
      assert.doesNotMatch(await exportOpml.run(reader, {}), /a\.example/)
    })

    test('when long, come in by a job that survives a restart, and first polls are spread', async () => {
      const reader = as(context.operations, 'long')
      const taken = await importOpml.run(reader, { text: longList(1_400), name: 'long.opml' })
      assert.ok(taken.kind === 'queued')
      const id = taken.importId
      // One batch, then the process ends.
      assert.equal((await importOutlines(reader, id, { runMs: 0 })).isEnded, false)
      assert.deepEqual(
        [(await getOpmlImport.run(reader, { id }))?.state, (await getOpmlImport.run(reader, { id }))?.doneCount],
        ['running', 500],
      )
      context = await open!()
      const later = as(context.operations, 'long')
      // Two at once do no harm.
      await Promise.all([importOutlines(later, id), importOutlines(later, id)])
      const list = await getOpmlImport.run(later, { id })
      assert.deepEqual([list?.state, list?.doneCount, list?.added, list?.existing], ['done', 1_400, 1_400, 0])
      const due = (await later.store.feeds.list('long')).map(({ nextPollAt = '' }) => nextPollAt).toSorted()
      assert.ok(due[299]! <= new Date().toISOString())
      assert.ok(due[300]! > new Date().toISOString())
      assert.ok(new Set(due).size > 1_000)
      assert.ok(Date.parse(due.at(-1)!) - Date.now() < 62 * 60_000)
      assert.equal((await later.store.jobs.counts())['import-opml'].waiting, 0)
      assert.equal((await exportOpml.run(later, {})).split('<outline').length, 1_401)
    })

    test('can be stopped; what has come in stays', async () => {
      const reader = as(context.operations, 'stops')
      const taken = await importOpml.run(reader, { text: longList(900) })
      assert.ok(taken.kind === 'queued')
      await importOutlines(reader, taken.importId, { runMs: 0 })
      assert.equal(await cancelOpmlImport.run(reader, { id: taken.importId }), true)
      assert.equal(await cancelOpmlImport.run(reader, { id: taken.importId }), undefined)
      assert.deepEqual((await importOutlines(reader, taken.importId)).added, [])
      assert.equal((await reader.store.feeds.list('stops')).length, 500)
    })

    test('beyond what one reader may have are refused whole, and not what they have already', async () => {
      const reader = { ...as(context.operations, 'few'), mostSubscriptions: 10 }
      assert.equal((await importOpml.run(reader, { text: longList(8) })).kind, 'added')
      const refused = await importOpml.run(reader, { text: longList(11) })
      assert.deepEqual(
        refused.kind === 'refused' && [refused.reason, /You have 8, and this would add 3/.test(refused.message)],
        ['quota', true],
      )
      assert.equal((await reader.store.feeds.list('few')).length, 8)
      assert.equal(await subscribeFeeds.run({ ...reader, mostSubscriptions: 8 }, { ids: 'all' }), 0)
      assert.equal((await importOpml.run(reader, { text: longList(10) })).kind, 'added')
      assert.equal((await importOpml.run(reader, { text: longList(10) })).kind, 'added')
    })

    test('with more outlines than are kept of one reader are refused whole, and what is kept stays in its order', async () => {
      const reader = as(context.operations, 'keeps')
      const notes = Array.from({ length: 4500 }, (_, index) => `<outline text="note ${index}"/>`)
      const text = `<opml><body>${notes.join('')}<outline text="A" xmlUrl="https://a.example/"/></body></opml>`
      assert.equal((await importOpml.run(reader, { text })).kind, 'added')
      const refused = await importOpml.run({ ...reader, mostOutlines: 4000 }, { text: longList(1) })
      assert.equal(refused.kind === 'refused' && refused.reason, 'too-many-outlines')
      const told = treeOf(await exportOpml.run(reader, {}))?.outlines.map(({ attributes }) => attributes[0]?.[1])
      assert.deepEqual(told, [...notes.map((_, index) => `note ${index}`), 'A'])
    })

    test('say of a page and of a sitemap how they come in, and bring that along', async () => {
      const reader = as(context.operations, 'pages')
      const { store } = reader
      const intakeRule = JSON.stringify({ items: 'li > a', title: '"h2" & more' })
      const feeds = [
        { url: 'https://page.example/news', title: 'A page', intake: 'page', intakeRule },
        { url: 'https://map.example/news.xml', title: 'A map', intake: 'sitemap' },
        { url: 'https://feed.example/rss', title: 'A feed' },
      ] as const
      await store.feeds.addMany('pages', feeds, new Date().toISOString())
      const intakes = async () => {
        const found = await Promise.all(feeds.map(({ url }) => store.feeds.findIntake({ url })))
        return found.map((row) => [row?.intake, row?.intakeRule])
      }
      const before = await intakes()
      const text = await exportOpml.run(reader, {})
      for (const { id } of await store.feeds.list('pages')) await store.feeds.remove(id)
      assert.deepEqual(
        await intakes(),
        [[], [], []].map(() => [undefined, undefined]),
      )
      assert.equal((await importOpml.run(reader, { text })).kind, 'added')
      assert.deepEqual(await intakes(), before)
      assert.equal(await exportOpml.run(reader, {}), text)
      const [page] = (await store.feeds.list('pages')).filter(({ title }) => title === 'A page')
      await store.feeds.setIntake(page!.id, { intake: 'feed' }, new Date().toISOString())
      assert.doesNotMatch(await exportOpml.run(reader, {}), /h2/)
      const long = text.replaceAll('li &gt; a', 'x'.repeat(500))
      assert.doesNotMatch(JSON.stringify(placeOutlines(treeOf(long)!).places.map(({ feed }) => feed)), /xxx/)
    })

    test('of which some folders are wanted bring these alone', async () => {
      const reader = as(context.operations, 'picks')
      const text = `<opml><body><outline text="In"><outline text="A" xmlUrl="https://a.example/"/></outline>
        <outline text="Out"><outline text="B" xmlUrl="https://b.example/"/></outline></body></opml>`
      const seen = await previewOpml.run(reader, { text })
      assert.deepEqual(seen.kind === 'preview' && seen.folders.map(({ name }) => name), ['In', 'Out'])
      await importOpml.run(reader, { text, folders: ['In'] })
      const given = await exportOpml.run(reader, {})
      assert.match(given, /"In"/)
      assert.doesNotMatch(given, /"Out"|b\.example/)
      const none = await importOpml.run(reader, { text, folders: [] })
      assert.equal(none.kind === 'refused' && none.reason, 'nothing-chosen')
    })

    test('are fetched from an address', async () => {
      const base = await serve((request, response) => {
        response.setHeader('Content-Type', 'text/x-opml; charset=iso-8859-1')
        response.end(
          request.url === '/list'
            ? Buffer.from('<opml><body><outline text="É" xmlUrl="https://e.example/"/></body></opml>', 'latin1')
            : 'no list',
        )
      })
      const reader = as(context.operations, 'fetches')
      assert.equal((await importOpmlFrom.run(reader, { url: `${base}/list` })).kind, 'added')
      assert.deepEqual(
        (await reader.store.feeds.list('fetches')).map(({ title }) => title),
        ['É'],
      )
      const no = await importOpmlFrom.run(reader, { url: `${base}/else` })
      assert.equal(no.kind === 'refused' && no.reason, 'not-opml')
      assert.equal((await listOpmlImports.run(reader, {}))[0]?.name, `${base}/list`)
    })

    test('go with their reader', async () => {
      const { store } = context.operations
      const tables = await store.readerRows.tables()
      for (const table of ['opml_import', 'opml_batch', 'kept_outline', 'kept_list'])
        assert.ok(tables.includes(table as never), table)
      const kept = await store.readerRows.list('long')
      assert.equal(kept.kept_outline?.length, 1_400)
      assert.ok('place' in kept.kept_outline![0]!)
    })
  })
