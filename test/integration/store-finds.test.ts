import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { asId, type StoryId } from '../../src/core/ids.ts'
import type { SearchFilter } from '../../src/store/search/filtered-search.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'

const day = (number: number) => `2026-03-0${number}T09:00:00.000Z`

for (const dialect of dialects)
  describe(`finding on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    const storyId = asId<StoryId>('story-of-bridge')

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      const entries = await withEntries(store, [
        { key: 'first', title: 'The bridge opens', publishedAt: day(1) },
        { key: 'second', title: 'The bridge shuts', publishedAt: day(2) },
        { key: 'third', title: 'الجسر bridge', publishedAt: day(3) },
      ])
      await withEntries(
        store,
        [{ key: 'feed', title: 'A bridge of words', text: 'bridge', publishedAt: day(4) }],
        'https://else.example/feed',
      )
      const [first, second, third] = entries
      const text =
        'The mayor said “we will rebuild the bridge”. The critic replied “not with this budget, and no bridge”.'
      const quotes = [
        { said: 'we will rebuild the bridge', speaker: 'Jane Mayor' },
        { said: 'not with this budget, and no bridge', speaker: 'Tom Critic' },
      ]
      const members = [
        ingested({ entry: first!, text, quotes, more: { assignment: { kind: 'found' }, storyId } }),
        ingested({ entry: second!, text: 'Nothing but the bridge, shut.' }),
      ]
      const arabic = ingested({ entry: third!, text: 'قالت العمدة إن الجسر bridge آمن' })
      await store.articles.saveIngested([
        ...members,
        { ...arabic, document: { ...arabic.document, language: 'ar-EG' } },
      ])
      await store.stories.saveDossier(storyId, dossier(storyId, members.slice(0, 1)), {
        title: 'The bridge opens',
        language: 'en',
        section: 'Region',
        firstAt: day(1),
        lastAt: day(2),
        changedAt: day(2),
        articleCount: 1,
        reportCount: 1,
      })
    })
    after(() => database.remove())

    const titles = async (text: string, filter: SearchFilter = {}, limit = 50) => {
      const { rows } = await store.search.entries(text, filter, limit)
      const hits = await store.search.hits(
        rows.map(({ sequence }) => sequence),
        text,
      )
      return hits.map(({ title }) => title).sort()
    }

    test('matches are narrowed by time, language, outlet, section and arrival, and by several at once', async () => {
      assert.equal((await titles('bridge')).length, 4)
      assert.deepEqual(await titles('bridge', { from: day(2), until: day(4) }), ['The bridge shuts', 'الجسر bridge'])
      assert.deepEqual(await titles('bridge', { language: 'ar' }), ['الجسر bridge'])
      assert.deepEqual(await titles('bridge', { language: 'a' }), [])
      assert.deepEqual(await titles('bridge', { section: 'Region' }), ['The bridge opens'])
      assert.deepEqual(await titles('bridge', { section: 'Region', from: day(2) }), [])
      assert.deepEqual(await titles('bridge', { fetchedAfter: at(60) }), [])
      const { rows } = await store.search.entries('bridge', {}, 50)
      const other = rows.find(({ articleId }) => articleId === undefined)!.source
      assert.deepEqual(await titles('bridge', { sourceIds: [other.id] }), ['A bridge of words'])
      assert.deepEqual(await titles('bridge', { sourceIds: [] }), [])
    })

    test('without words all is found that the filter leaves; without either, nothing', async () => {
      assert.deepEqual(await titles('', { from: day(3) }), ['A bridge of words', 'الجسر bridge'])
      assert.deepEqual(await titles('', {}), [])
      assert.deepEqual(await titles('-bridge', { from: day(3) }), [])
    })

    test('more matches than were asked for are said to be there', async () => {
      const { rows, isCut } = await store.search.entries('bridge', {}, 3)
      assert.deepEqual([rows.length, isCut], [3, true])
      assert.equal((await store.search.entries('bridge', {}, 4)).isCut, false)
    })

    test('an article in two feeds is found once', async () => {
      const [again] = await withEntries(
        store,
        [{ key: 'copy', title: 'The bridge opens', publishedAt: day(1) }],
        'https://third.example/feed',
      )
      const [first] = (await store.search.entries('rebuild', {}, 9)).rows
      await store.articles.saveIngested([
        ingested({ entry: again!, articleId: String(first!.articleId), text: 'The bridge opens, again, by decree.' }),
      ])
      const { rows } = await store.search.entries('opens', {}, 9)
      assert.equal(new Set(rows.map(({ articleId }) => articleId)).size, rows.length)
      assert.deepEqual(
        (await store.search.entriesOf([first!.articleId!])).map(({ articleId }) => articleId),
        [first!.articleId],
      )
    })

    test('a hit marks the words in title and text', async () => {
      const { rows } = await store.search.entries('shut', {}, 9)
      const [hit] = await store.search.hits([rows[0]!.sequence], 'bridge shut')
      assert.deepEqual(
        hit!.titleMarks.map(({ start, end }) => hit!.title.slice(start, end)),
        ['bridge'],
      )
      assert.deepEqual(
        hit!.marks.map(({ start, end }) => hit!.snippet.slice(start, end)),
        ['bridge', 'shut'],
      )
    })

    test('quotations are found by words, speaker and time, their words marked letter by letter', async () => {
      const [entry] = await withEntries(store, [{ key: 'said', publishedAt: day(5) }], 'https://q.example/feed')
      const text = 'The mayor said “a bridge by winter”.'
      await store.articles.saveIngested([
        ingested({ entry: entry!, text, quotes: [{ said: 'a bridge by winter', speaker: 'Jane Mayor' }] }),
      ])
      const texts = async (words: string, speaker?: string, filter: SearchFilter = {}) =>
        (await store.search.quotes(words, speaker, filter, 20)).rows.map((row) => row.text)
      assert.deepEqual(await texts('winter'), ['a bridge by winter'])
      assert.deepEqual(await texts('', 'mayor', { from: day(5) }), ['a bridge by winter'])
      assert.deepEqual(await texts('', 'mayor', { until: day(1) }), [])
      assert.deepEqual(await texts('', 'mayor', { language: 'fr' }), [])
      assert.deepEqual(await texts('', undefined, { language: 'en' }), [])
      const [row] = (await store.search.quotes('bridge', 'jane', {}, 20)).rows
      assert.deepEqual(
        row!.marks.map(({ start, end }) => row!.text.slice(start, end)),
        ['bridge'],
      )
      assert.equal((await store.search.quotes('bridge', undefined, {}, 0)).rows.length, 0)
    })

    test('what is only spoken of, and what nobody who is named says, is no quotation to be found', async () => {
      const [entry] = await withEntries(store, [{ key: 'spoken-of', publishedAt: day(5) }], 'https://t.example/feed')
      const text =
        'Jane Mayor rejected the viaduct plan, a viaduct warning said, and “a viaduct of reeds” was heard: a viaduct would fall, she said.'
      await store.articles.saveIngested([
        ingested({
          entry: entry!,
          text,
          quotes: [
            { said: 'the viaduct plan', speaker: 'Jane Mayor', kind: 'indirect', isTopic: true },
            { said: 'a viaduct warning', kind: 'indirect' },
            { said: 'a viaduct of reeds' },
            { said: 'a viaduct would fall', speaker: 'Jane Mayor', kind: 'indirect' },
          ],
        }),
      ])
      const found = (await store.search.quotes('viaduct', undefined, {}, 20)).rows.map((row) => row.text)
      assert.deepEqual(found.sort(), ['a viaduct of reeds', 'a viaduct would fall'])
    })

    test('outlets are found by parts of their names', async () => {
      assert.deepEqual((await store.search.sourcesNamed('OUTLET the')).map(({ name }) => name).slice(0, 1), [
        'The Outlet',
      ])
      assert.deepEqual(await store.search.sourcesNamed('nowhere'), [])
    })

    test('nothing a person types is an error', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
          await store.search.entries(text, { language: text.slice(0, 3), section: text }, 3)
          await store.search.quotes(text, text, { section: text }, 3)
          await store.search.sourcesNamed(text)
        }),
        { numRuns: 40 },
      )
    })

    test('searches are kept once each, renamed, looked at, removed and put back', async () => {
      const search = { id: 'a', name: 'Bridges', query: 'bridge', at: at(), seenAt: at() }
      assert.deepEqual(await store.savedSearches.save('reader', search), search)
      assert.deepEqual(await store.savedSearches.save('reader', { ...search, id: 'b', name: 'Again' }), search)
      await store.savedSearches.save('other', { ...search, id: 'c' })
      const intruder = await store.savedSearches.save('intruder', { ...search, query: 'mine', name: 'Mine' })
      assert.notEqual(intruder.id, search.id, 'nobody writes over the search of another by its id')
      assert.deepEqual((await store.savedSearches.find('reader', search.id))?.name, search.name)
      await store.savedSearches.rename('reader', 'a', 'Crossings')
      await store.savedSearches.see('reader', 'a', at(5))
      await store.savedSearches.rename('other', 'a', 'Not theirs')
      assert.deepEqual(await store.savedSearches.list('reader'), [{ ...search, name: 'Crossings', seenAt: at(5) }])
      const removed = await store.savedSearches.remove('reader', 'a')
      assert.equal(removed?.name, 'Crossings')
      assert.deepEqual(
        [await store.savedSearches.list('reader'), await store.savedSearches.remove('reader', 'a')],
        [[], undefined],
      )
      assert.deepEqual(await store.savedSearches.save('reader', removed!), removed)
      assert.deepEqual(await store.savedSearches.find('reader', 'a'), removed)
      assert.equal(await store.savedSearches.find('reader', 'c'), undefined)
    })

    test('stories are outlined with all that lists need, and counted on every day they were in the news', async () => {
      const [story] = await store.stories.listOutlines({ from: day(1), until: day(1) })
      assert.deepEqual(
        [story?.id, story?.outline.sources.map(({ name }) => name), story?.outline.reportTimes],
        [storyId, ['The Outlet'], [day(1)]],
      )
      assert.deepEqual(await store.stories.findOutlines([storyId, asId<StoryId>('gone')]), [story])
      assert.deepEqual(await store.stories.dayCounts('2026-02-20', '2026-03-20', 'UTC'), [
        { day: '2026-03-01', storyCount: 1 },
        { day: '2026-03-02', storyCount: 1 },
      ])
      assert.deepEqual(await store.stories.listOutlines({ from: day(6), until: day(7) }), [])
    })
  })
