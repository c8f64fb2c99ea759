import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exportMarks } from '../../src/operations/export-marks.ts'
import { importMarks } from '../../src/operations/import-marks.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const at = '2026-03-12T12:00:00.000Z'

for (const dialect of dialects)
  describe(`marks taken elsewhere on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const databases: TestDatabase[] = []
    let here: Store
    let there: Store

    before(async () => {
      for (let number = 0; number < 2; number += 1) databases.push(await makeDatabase(dialect))
      here = await databases[0]!.open()
      there = await databases[1]!.open()
    })
    after(async () => {
      for (const store of [here, there]) await store?.close()
      for (const database of databases) await database.remove()
    })

    // What these two operations need of one.
    const contextOf = (store: Store, id: string) =>
      ({ store, now: () => new Date(at), reader: { id, name: id, role: 'reader' } }) as unknown as OperationContext

    test('hold every visit, also of what is looked at while they are read', async () => {
      const minute = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()
      const visits = Array.from({ length: 1_500 }, (_, index) => ({
        kind: 'article' as const,
        target: `a${index}`,
        at: minute(-index),
      }))
      await here.visits.add('walker', visits)
      const walker = contextOf(here, 'walker')
      const list: Store['visits']['list'] = async (...asked) => {
        const page = await here.visits.list(...asked)
        if (asked[3] === undefined) await here.visits.touch('walker', 'article', 'a1400', minute(60))
        return page
      }
      const watched = { ...walker, store: { ...here, visits: { ...here.visits, list } } } as OperationContext
      const { text } = await exportMarks.run(watched, {})
      const told = JSON.parse(text).visits as readonly { readonly target: string }[]
      assert.equal(new Set(told.map(({ target }) => target)).size, 1_500)
      assert.equal(told.length, 1_500)
    })

    test('hold kept searches, which come back once', async () => {
      const search = { id: 'one', name: 'The harbor', query: 'harbor bridge', at, seenAt: at }
      await here.searches.save('seeker', search)
      const { text } = await exportMarks.run(contextOf(here, 'seeker'), {})
      for (const store of [there, there, here]) await importMarks.run(contextOf(store, 'found'), { text })
      assert.deepEqual(await there.searches.list('found'), [search])
      assert.deepEqual(await here.searches.list('seeker'), [search])
      assert.deepEqual(
        (await here.searches.list('found')).map(({ name, query }) => [name, query]),
        [[search.name, search.query]],
      )
    })

    test('come in whatever their titles, and no tag of an entry goes to the entry that has its number there', async () => {
      await here.saves.add('mover', [{ kind: 'article', target: 'a', title: 'T'.repeat(2_500), at }])
      await here.tags.add('mover', [
        { kind: 'entry', target: '1', name: 'harbor', at },
        { kind: 'article', target: 'a', name: 'sea', at },
      ])
      const { text } = await exportMarks.run(contextOf(here, 'mover'), {})
      const namesAfter = async (store: Store, id: string) => {
        const result = await importMarks.run(contextOf(store, id), { text })
        assert.equal(result.kind, 'imported', JSON.stringify(result))
        assert.equal((await store.saves.list(id)).length, 1)
        return (await store.tags.list(id)).map(({ name }) => name).toSorted()
      }
      assert.deepEqual(await namesAfter(there, 'moved'), ['sea'])
      assert.deepEqual(await namesAfter(here, 'stayed'), ['harbor', 'sea'])
    })
  })
