import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

/** More than a store that is read whole. */
const FILLERS = 20_500
const prints = [11, 12, 13]

for (const dialect of dialects)
  describe(`recent documents of a large store on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('look-alikes and the window since a time are the same as when all is walked through', async () => {
      const entries = await withEntries(store, [{ key: '1' }, { key: '2' }, { key: '3' }], 'https://f.example/')
      const [old, near, latest] = [-90_000, -2_000, -10].map((minute, index) =>
        ingested({ entry: entries[index]!, text: `text ${index}`, fingerprints: prints, when: at(minute) }),
      )
      await store.articles.saveIngested([old!])
      await fill(at(-80_000))
      await store.articles.saveIngested([near!])
      await store.articles.saveIngested([latest!])
      const found = async (minute: number) =>
        (await store.articles.lookAlikes(prints, at(minute), 10)).map(({ document }) => document.id)
      const [oldId, nearId, latestId] = [old, near, latest].map((one) => one!.document.id)
      assert.deepEqual(await found(-100), [latestId])
      assert.deepEqual(await found(-3_000), [nearId, latestId])
      assert.deepEqual(await found(-100_000), [oldId, nearId, latestId])
      assert.deepEqual(await found(-2_500), [nearId, latestId])
      const { rows, isLast } = await store.stories.windowAfter(['en'], 0, at(-3_000), 10)
      assert.deepEqual(
        rows.map(({ documentId }) => documentId),
        [nearId, latestId],
      )
      assert.equal(isLast, true)
    })

    const fill = (when: string) =>
      database.execute(`
        insert into document (id, article_id, language, title, text, blocks, published_at, article, at)
        with recursive filler(n) as (select 1 union all select n + 1 from filler where n < ${FILLERS})
        select 'filler ' || n, 'article ' || n, 'en', 'A title', 'A text.', '[]', '${when}', '{}', '${when}' from filler`)
  })
