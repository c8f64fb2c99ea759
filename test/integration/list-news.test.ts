import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type MuteId } from '../../src/core/ids.ts'
import { instanceOwner, ownerId } from '../../src/core/reader-identity.ts'
import { listNews } from '../../src/operations/day/list-news.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`news on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let urls = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const news = (input: object) =>
      listNews.run(
        { store, reader: instanceOwner, now: () => new Date(at(60)) } as OperationContext,
        listNews.input.parse(input),
      )

    /** Founds a story of one article; it is told unless it is still being read. */
    async function found(title: string, isTold = true) {
      const [entry] = await withEntries(store, [{ key: title, publishedAt: at(-30) }], `https://n${++urls}.example/`)
      const id = store.stories.newId()
      const one = ingested({ entry: entry!, text: `${title}.`, more: { assignment: { kind: 'found' }, storyId: id } })
      await store.articles.saveIngested([one])
      const tell = (changedAt: string) =>
        store.stories.saveDossier(id, dossier(id, [one]), {
          title,
          language: 'en',
          section: 'world',
          firstAt: at(-30),
          lastAt: at(-30),
          changedAt,
          articleCount: 1,
          reportCount: 1,
        })
      if (isTold) await tell(at(1))
      return { id, tell }
    }

    test('tells of what was founded since, once it can be read, and of what has changed', async () => {
      assert.deepEqual(await news({}), { founded: [], changed: [] })
      const first = await found('First')
      assert.deepEqual(await news({}), { newest: first.id, founded: [], changed: [] })
      const second = await found('Second')
      const third = await found('Third', false)
      const seen = await news({ after: first.id, stories: [first.id, 'nothing'] })
      assert.equal(seen.newest, second.id)
      assert.deepEqual(
        seen.founded.map(({ id, lastAt, language, section, sources }) => ({
          id,
          lastAt,
          language,
          section,
          of: sources.length,
        })),
        [{ id: second.id, lastAt: at(-30), language: 'en', section: 'world', of: 1 }],
      )
      assert.deepEqual(seen.changed, [{ id: first.id, changedAt: at(1) }])
      await third.tell(at(5))
      await first.tell(at(7))
      const later = await news({ after: second.id, stories: [first.id] })
      assert.deepEqual(
        later.founded.map(({ id }) => id),
        [third.id],
      )
      assert.deepEqual(later.changed, [{ id: first.id, changedAt: at(7) }])
    })

    test('counts nothing that the reader muted', async () => {
      const { newest } = await news({})
      await store.mutes.add(ownerId, [
        { id: asId<MuteId>('mute-1'), kind: 'word', target: 'regatta', label: 'regatta', at: at(0) },
      ])
      await found('The regatta begins')
      const kept = await found('The harbor opens')
      assert.deepEqual(
        (await news({ after: newest })).founded.map(({ id }) => id),
        [kept.id],
      )
    })
  })
