import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { toCursor } from '../../src/store/engine/cursor.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, keysOf, parsed, polled, subscribe, withEntries } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`search on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      await withEntries(store, [
        { key: 'budget', title: 'Parliament votes on the budget', text: 'The finance minister spoke of a long night.' },
        { key: 'night', title: 'A long night', text: 'Nothing about money, but a minister of finance was seen.' },
        { key: 'cafe', title: 'Le café de la gare', text: 'Un café à Orléans, très élégant.' },
        { key: 'china', title: '中国经济增长', text: '国家统计局周一公布的数据显示，经济增长放缓。' },
        { key: 'thai', title: 'ข่าววันนี้', text: 'นายกรัฐมนตรีประกาศงบประมาณใหม่' },
        { key: 'arabic', title: 'أخبار اليوم', text: 'أعلن رئيس الوزراء الميزانية الجديدة' },
        { key: 'hindi', title: 'आज की खबर', text: 'प्रधानमंत्री ने नया बजट पेश किया' },
        { key: 'heart', title: '❤️ Lighthouse opens, day 1️⃣', text: 'Visitors climbed the lighthouse ❤️ all day.' },
        { key: 'odd', title: 'C++ & <b>markup</b>', text: 'Fish &amp; chips at 10:30, part-time; état-major.' },
      ])
    })
    after(() => database.remove())

    const keys = async (query: string) => {
      const { rows } = await store.entries.search(query, 20)
      return (
        await keysOf(
          store,
          rows.map((row) => row.entryId),
        )
      ).toSorted()
    }

    test('all words must occur, in any order, in title or text', async () => {
      assert.deepEqual(await keys('minister night'), ['budget', 'night'])
      assert.deepEqual(await keys('MINISTER budget'), ['budget'])
      assert.deepEqual(await keys('minister zebra'), [])
    })

    test('a phrase must occur as it stands, and a word can be excluded', async () => {
      assert.deepEqual(await keys('"finance minister"'), ['budget'])
      assert.deepEqual(await keys('“minister of finance”'), ['night'])
      assert.deepEqual(await keys('minister -parliament'), ['night'])
      assert.deepEqual(await keys('minister -"long night"'), [])
      assert.deepEqual(await keys('-minister'), [])
    })

    test('a phrase does not reach from the title into the text', async () => {
      assert.deepEqual(await keys('"budget the"'), [])
    })

    test('accents do not matter', async () => {
      assert.deepEqual(await keys('cafe elegant'), ['cafe'])
      assert.deepEqual(await keys('CAFÉ'), ['cafe'])
      assert.deepEqual(await keys('état'), ['odd'])
    })

    test('signs that only say how an emoji looks are no words', async () => {
      assert.deepEqual(await keys('❤️ lighthouse'), ['heart'])
      assert.deepEqual(await keys('"lighthouse ❤️ all"'), ['heart'])
      assert.deepEqual(await keys('"day 1️⃣"'), ['heart'])
      assert.deepEqual(await keys('"day 1"'), ['heart'])
      assert.deepEqual(await keys('lighthouse -❤️'), ['heart'])
      assert.deepEqual(await keys('❤️'), [])
    })
    test('a place in another list is none in this one: it is read from its beginning', async () => {
      const others = [['2026-03-01T00:00:00.000Z', 'note-1'], ['x', 1.5], [1e300, 1e300], ['9', '9'], ['x']].map(
        toCursor,
      )
      const first = await store.entries.list('owner', {}, 3)
      assert.equal(first.rows.length, 3)
      for (const cursor of others) {
        assert.deepEqual(await store.entries.list('owner', {}, 3, cursor), first)
        assert.equal((await store.entries.search('minister', 5, cursor)).rows.length, 2)
        assert.deepEqual(
          await store.entries.listArrivals('owner', {}, 3, cursor),
          await store.entries.listArrivals('owner', {}, 3),
        )
      }
    })
    test('scripts without spaces are found by any run of their characters', async () => {
      assert.deepEqual(await keys('经济'), ['china'])
      assert.deepEqual(await keys('统计局'), ['china'])
      assert.deepEqual(await keys('济经'), [])
      assert.deepEqual(await keys('รัฐมนตรี'), ['thai'])
      assert.deepEqual(await keys('الميزانية'), ['arabic'])
      assert.deepEqual(await keys('प्रधानमंत्री बजट'), ['hindi'])
    })

    test('a match in the title comes before one in the text', async () => {
      const { rows } = await store.entries.search('night', 5)
      assert.deepEqual(
        await keysOf(
          store,
          rows.map((row) => row.entryId),
        ),
        ['night', 'budget'],
      )
    })

    test('a snippet shows where the words stand', async () => {
      const [hit] = (await store.entries.search('elegant orleans', 5)).rows
      assert.deepEqual(
        hit?.marks.map(({ start, end }) => hit.snippet.slice(start, end)),
        ['Orléans', 'élégant'],
      )
      const [odd] = (await store.entries.search('chips', 5)).rows
      assert.equal(odd?.snippet, 'Fish & chips at 10:30, part-time; état-major.')
      const [chinese] = (await store.entries.search('经济', 5)).rows
      assert.deepEqual(
        chinese?.marks.map(({ start, end }) => chinese.snippet.slice(start, end)),
        ['经济'],
      )
    })

    test('hits are paged, each once', async () => {
      const feedId = await subscribe(store, 'https://many.example/')
      const many = Array.from({ length: 45 }, (_, index) => polled({ key: `m${index}`, text: `perihelion ${index}` }))
      await store.feeds.savePolls([parsed(feedId, many)])
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.entries.search('perihelion', 10, cursor)
        seen.push(...page.rows.map((row) => row.entryId))
        cursor = page.next
      } while (cursor !== undefined)
      assert.equal(seen.length, 45)
      assert.equal(new Set(seen).size, 45)
    })

    test('a common word is ranked among its newest hits and paged through to the oldest', async () => {
      const feedId = await subscribe(store, 'https://common.example/')
      const many = Array.from({ length: 1_300 }, (_, index) => polled({ key: `c${index}`, text: 'aphelion' }))
      await store.feeds.savePolls([parsed(feedId, many)])
      const seen = new Set<string>()
      let cursor: string | undefined
      do {
        const page = await store.entries.search('aphelion', 250, cursor)
        for (const row of page.rows) seen.add(row.entryId)
        cursor = page.next
      } while (cursor !== undefined)
      assert.equal(seen.size, 1_300)
    })

    test('nothing a person types is an error', async () => {
      const odd = [
        '',
        ' ',
        '"',
        '""',
        '-',
        '--',
        '"a',
        'a"',
        'NEAR(',
        'a OR b',
        'title:x',
        '*',
        '{x}:y',
        "'; drop",
        '\0',
        '\\',
        '^',
        ':*',
        '!!',
      ]
      for (const query of odd) assert.ok(Array.isArray((await store.entries.search(query, 5)).rows), query)
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (query) => {
          await store.entries.search(query, 3)
          await store.entries.searchQuotes(query, query, 3)
        }),
        { numRuns: 60 },
      )
    })

    test('once read as an article, an entry is found by the article and no longer by the teaser', async () => {
      const [entry] = await withEntries(
        store,
        [{ key: 'teaser', text: 'Something about gallimaufry.' }],
        'https://t.example/',
      )
      await store.articles.saveIngested([ingested({ entry: entry!, text: 'The whole text speaks of a quincunx.' })])
      assert.deepEqual(await keys('gallimaufry'), [])
      const [hit] = (await store.entries.search('quincunx', 5)).rows
      assert.equal(hit?.snippet, 'The whole text speaks of a quincunx.')
      assert.equal(hit?.articleId, `article-${entry!.id}`)
    })

    test('quotes are found by their words, by who said them, or both', async () => {
      const [entry] = await withEntries(store, [{ key: 'said' }], 'https://q.example/')
      const text = 'The mayor said “we will rebuild the bridge”. The critic replied “not with this budget”.'
      const quotes = [
        { said: 'we will rebuild the bridge', speaker: 'Jane Mayor' },
        { said: 'not with this budget', speaker: 'Tom Critic' },
      ]
      await store.articles.saveIngested([ingested({ entry: entry!, text, quotes })])
      const texts = async (query: string, speaker?: string) =>
        (await store.entries.searchQuotes(query, speaker, 10)).map((hit) => hit.text)
      assert.deepEqual(await texts('bridge'), ['we will rebuild the bridge'])
      assert.deepEqual(await texts('', 'critic'), ['not with this budget'])
      assert.deepEqual(await texts('bridge', 'critic'), [])
      assert.deepEqual(await texts('"rebuild the"', 'jane mayor'), ['we will rebuild the bridge'])
      const [hit] = await store.entries.searchQuotes('budget', undefined, 1)
      assert.equal(text.slice(hit!.start, hit!.end), hit!.text)
      assert.equal(hit!.speakerName, 'Tom Critic')
      // A revision that dropped a quote: it is no longer found.
      const revised = 'The mayor said “we will rebuild the bridge”.'
      await store.articles.saveIngested([
        ingested({ entry: entry!, text: revised, quotes: quotes.slice(0, 1), when: at(9) }),
      ])
      assert.deepEqual(await texts('', 'critic'), [])
      assert.deepEqual(await texts('bridge'), ['we will rebuild the bridge'])
    })
  })
