import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId } from '../../src/core/ids.ts'
import type { Store } from '../../src/store/store.ts'
import type { WrittenText } from '../../src/store/stories/written-texts.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`written texts on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const text = (subject: string, more: Partial<WrittenText> = {}): WrittenText => ({
      kind: 'summary',
      subject,
      length: 'short',
      language: 'en',
      madeFrom: 'a',
      model: 'scripted',
      at: at(),
      kept: 1,
      dropped: 2,
      statements: [
        {
          text: 'The bridge opened.',
          citations: [{ documentId: asId('d'), span: { start: 0, end: 10 }, exact: 'The bridge' }],
          passed: ['citation', 'form'],
        },
      ],
      ...more,
    })

    async function makeStory(): Promise<string> {
      const id = store.stories.newId()
      const [entry] = await withEntries(store, [{ key: `of-${id}` }], `https://${id}.example/`)
      await store.articles.saveIngested([
        ingested({ entry: entry!, text: 'Text.', more: { assignment: { kind: 'found' }, storyId: id } }),
      ])
      return id
    }

    test('are kept as they were given, one of each kind, length and language', async () => {
      const id = await makeStory()
      assert.deepEqual(await store.writtenTexts.of(id), [])
      const first = text(id)
      await store.writtenTexts.save(first)
      assert.deepEqual(await store.writtenTexts.of(id), [first])
      const newer = text(id, { madeFrom: 'b', kept: 3, at: at(5) })
      await store.writtenTexts.save(newer)
      await store.writtenTexts.save(text(id, { length: 'long' }))
      await store.writtenTexts.save(text(id, { kind: 'background' }))
      const all = await store.writtenTexts.of(id)
      assert.equal(all.length, 3)
      assert.deepEqual(
        all.find(({ kind, length }) => kind === 'summary' && length === 'short'),
        newer,
      )
    })

    test('are removed when they are old, and when their story is gone', async () => {
      const id = await makeStory()
      await store.writtenTexts.save(text(id, { at: at(-100) }))
      await store.writtenTexts.save(text(id, { length: 'medium', at: at(100) }))
      await store.writtenTexts.save(text('story-that-is-gone', { at: at(100) }))
      await store.writtenTexts.prune(at(0))
      assert.deepEqual(
        (await store.writtenTexts.of(id)).map(({ length }) => length),
        ['medium'],
      )
      assert.deepEqual(await store.writtenTexts.of('story-that-is-gone'), [])
    })
  })
