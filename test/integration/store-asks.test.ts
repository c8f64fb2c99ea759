import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type EntityId, type StoryId } from '../../src/core/ids.ts'
import type { AskFilter, AskTermForms } from '../../src/store/search/questions.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { dossier, ingested, withEntries } from './store-fixtures.ts'

const day = (number: number) => `2026-03-0${number}T09:00:00.000Z`
const term = (...forms: string[]): AskTermForms => ({ forms, others: [], weight: 1 })

for (const dialect of dialects)
  describe(`articles for questions on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    const storyId = asId<StoryId>('story-of-bridge')
    const mayor = asId<EntityId>('person:jane-mayor')

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      const entries = await withEntries(store, [
        { key: 'one', title: 'The bridge opens', publishedAt: day(1) },
        { key: 'two', title: 'The bridge shuts', publishedAt: day(2) },
        { key: 'three', title: 'A ferry sails', publishedAt: day(3) },
        { key: 'unread', title: 'The bridge, not read yet', publishedAt: day(4) },
      ])
      const [one, two, three] = entries
      const members = [
        ingested({
          entry: one!,
          text: 'The bridge opens on Monday, said Jane Mayor.',
          quotes: [{ said: 'The bridge opens on Monday', speaker: 'Jane Mayor' }],
          more: { assignment: { kind: 'found' }, storyId },
        }),
        ingested({ entry: two!, text: 'Engineers shut the bridge because of a cracked girder.' }),
        ingested({ entry: three!, text: 'The ferry sails, and the quay is full. L’été à la mer: the CAFÉ is open.' }),
      ]
      await store.articles.saveIngested(members)
      const told = dossier(storyId, members.slice(0, 1))
      await store.stories.saveDossier(
        storyId,
        { ...told, entities: [{ entity: { id: mayor, kind: 'person', name: 'Jane Mayor' }, documentCount: 1 }] },
        {
          title: 'The bridge opens',
          language: 'en',
          firstAt: day(1),
          lastAt: day(1),
          changedAt: day(1),
          articleCount: 1,
          reportCount: 1,
        },
      )
    })
    after(() => database.remove())

    const titles = async (terms: readonly AskTermForms[], filter: AskFilter = {}, limit = 10) => {
      const { rows } = await store.questions.candidates(terms, filter, limit)
      return (await store.questions.texts(rows.map(({ documentId }) => documentId))).map(({ title }) => title)
    }

    test('the article with the rarer words comes first, and what was not read as an article is none', async () => {
      assert.deepEqual(await titles([term('bridge'), term('girder')]), ['The bridge shuts', 'The bridge opens'])
      assert.deepEqual(await titles([term('bridge')]), ['The bridge shuts', 'The bridge opens'])
    })

    test('any form of a word is that word, without case and accents', async () => {
      assert.deepEqual(await titles([term('boat', 'sailed', 'sails')]), ['A ferry sails'])
      assert.deepEqual(await titles([term('Café')]), ['A ferry sails'])
      assert.deepEqual(await titles([{ forms: ['vessel'], others: ['ferry'], weight: 1 }]), ['A ferry sails'])
    })

    test('words that are nowhere find nothing, and are counted as such', async () => {
      const found = await store.questions.candidates([term('zeppelin'), term('bridge')], {}, 10)
      assert.deepEqual(found.counts, [0, 3])
      assert.equal(found.total, 4)
      assert.deepEqual(await titles([term('zeppelin')]), [])
      assert.deepEqual(await titles([term('?!')]), [])
      assert.deepEqual(await titles([]), [])
    })

    test('what looks like search syntax is only words', async () => {
      for (const text of ['"', 'a OR b', "'; drop table entry; --", 'x & !y', '*', 'NEAR(a b)', '\\', ':*'])
        assert.deepEqual(await titles([term(text)]), [], text)
    })

    test('a period, a story and somebody narrow it', async () => {
      assert.deepEqual(await titles([term('bridge')], { from: day(2) }), ['The bridge shuts'])
      assert.deepEqual(await titles([term('bridge')], { until: day(2) }), ['The bridge opens'])
      assert.deepEqual(await titles([term('bridge')], { entityId: mayor }), ['The bridge opens'])
      assert.deepEqual(await titles([term('bridge')], { entityId: asId<EntityId>('person:nobody') }), [])
    })

    test('a folder narrows it to its feeds and those of its sub-folders, for its reader alone', async () => {
      const [feed] = await store.feeds.list('owner')
      await store.feeds.setFolders('owner', feed!.id, ['News/Local', 'Bridges'])
      const inFolder = (name: string, readerId = 'owner') =>
        titles([term('bridge')], { folder: { readerId, name }, until: day(3) })
      assert.deepEqual(await inFolder('News'), ['The bridge shuts', 'The bridge opens'])
      assert.deepEqual(await inFolder('Bridges'), ['The bridge shuts', 'The bridge opens'])
      assert.deepEqual(await inFolder('New'), [])
      assert.deepEqual(await inFolder('News', 'someone-else'), [])
      const other = { readerId: 'owner', name: 'Ferries' }
      assert.deepEqual(await titles([term('zeppelin')], { storyId, folder: other }), [])
      await store.feeds.setFolders('owner', feed!.id, [])
    })

    test('of a story all articles are looked at, whether they have the words or not', async () => {
      assert.deepEqual(await titles([term('zeppelin')], { storyId }), ['The bridge opens'])
      assert.deepEqual(await titles([term('bridge')], { storyId }), ['The bridge opens'])
    })

    test('how rare a word is does not depend on where it is looked for', async () => {
      const found = await store.questions.candidates([term('bridge')], { storyId }, 10)
      assert.deepEqual(found.counts, [3])
    })

    test('no more than asked for, and it is said', async () => {
      const found = await store.questions.candidates([term('bridge')], {}, 1)
      assert.equal(found.rows.length, 1)
      assert.ok(found.matched > 1)
    })

    test('an article is read with its layers, outlet and story, in the order asked for', async () => {
      const { rows } = await store.questions.candidates([term('bridge'), term('opens')], {}, 10)
      const documents = await store.questions.documents(rows.map(({ documentId }) => documentId))
      assert.deepEqual(
        documents.map(({ document }) => document.id),
        rows.map(({ documentId }) => documentId),
      )
      const [first] = documents
      assert.equal(first?.source.name, 'The Outlet')
      assert.equal(first?.storyTitle, 'The bridge opens')
      assert.equal(first?.annotations.quotes?.items[0]?.speaker?.name, 'Jane Mayor')
      assert.deepEqual(await store.questions.documents([]), [])
    })
  })
