import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openPostgres } from '../../src/store/engine/postgres.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { openPlans } from './query-plans.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

describe('saving on PostgreSQL', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  before(async () => {
    database = await makeDatabase('postgres')
  })
  after(() => database.remove())

  test('hashes of a text are looked for once, and not once more for every document there is', async () => {
    const store = await database.open()
    const entries = await withEntries(
      store,
      Array.from({ length: 60 }, (_, index) => ({ key: `alike ${index}`, text: `Harbor news number ${index}.` })),
    )
    const fingerprints = Array.from({ length: 100 }, (_, index) => index * 7)
    await store.articles.saveIngested(
      entries.map((entry, index) => ({ ...ingested({ entry, text: `Harbor ${index}.` }), fingerprints })),
    )
    await database.execute('analyze')
    const plans = await openPlans(database)
    try {
      const asked = await plans.during(() => store.articles.lookAlikes(fingerprints, at(-600), 12))
      const steps = asked.flatMap(({ plan }) => plan)
      assert.ok(
        steps.some((step) => /fingerprint/.test(step)),
        steps.join('\n'),
      )
      const perDocument = steps.filter((step) => /Index Cond:.*\bdocument_sequence = /.test(step))
      assert.deepEqual(perDocument, [], steps.join('\n'))
    } finally {
      await plans.close()
    }
  })

  test('statements planned before a change of the schema are planned again after it', async () => {
    await database.open()
    const engine = await openPostgres(database.url, { schema: database.schema!, connections: 2 })
    try {
      const read = () => engine.reader.selectFrom('house_setting').selectAll().execute()
      const write = (name: string) =>
        engine.write(async (tx) => {
          await tx.insertInto('house_setting').values({ name, value: '', at: at() }).execute()
          return (await tx.selectFrom('house_setting').selectAll().execute()).length
        })
      for (let round = 0; round < 8; round += 1) {
        await Promise.all([read(), read()])
        await write(`before ${round}`)
      }
      await database.execute('alter table house_setting add column later text')
      const [row] = (await Promise.all([read(), read()])).flat()
      assert.ok(row && 'later' in row)
      await database.execute('alter table house_setting add column latest text')
      assert.equal(await write('after'), 9)
    } finally {
      await engine.close()
      await database.execute('alter table house_setting drop column if exists later, drop column if exists latest')
    }
  })
})
