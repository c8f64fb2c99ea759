import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import type { Store } from '../../src/store/store.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { DAY, keepStory } from './keeping-instance.ts'
import { at } from './store-fixtures.ts'

describe('fingerprints in partitions on postgres', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await makeDatabase('postgres')
    store = await database.open()
  })
  after(() => database.remove())

  const ask = async <Row>(statement: string): Promise<readonly Row[]> => {
    const client = new pg.Client({ connectionString: database.url, options: `-c search_path=${database.schema}` })
    await client.connect()
    try {
      return (await client.query(statement)).rows as Row[]
    } finally {
      await client.end()
    }
  }
  const partitions = () =>
    ask<{ name: string; bounds: string }>(
      `select part.relname as name, pg_get_expr(part.relpartbound, part.oid) as bounds from pg_inherits
        join pg_class as part on part.oid = inhrelid where inhparent = 'fingerprint'::regclass order by part.oid`,
    )
  const rows = async () => Number((await ask<{ count: string }>('select count(*) from fingerprint'))[0]?.count)
  const slim = async (beforeMinutes: number, minutes: number) => {
    for (let step = 0; (await store.retention.shrink(at(beforeMinutes), at(minutes))) > 0; step++) assert.ok(step < 100)
  }

  test('what is there becomes the first partition, with others ahead of it, and is still found', async () => {
    const story = await keepStory(store, 'early', 3, 0)
    const before = await rows()
    await slim(-DAY, 1)
    assert.equal(await rows(), before)
    const found = await partitions()
    assert.equal(found[0]?.name, 'fingerprint_first')
    assert.ok(found.some(({ bounds }) => bounds === 'DEFAULT'))
    assert.ok(found.length >= 2)
    const alike = await store.articles.lookAlikes([0, 1, 2], at(-DAY), 10)
    assert.ok(alike.some(({ document }) => document.id === story.articles[0]?.document.id))
    await keepStory(store, 'after', 3, 10)
    assert.ok((await store.articles.lookAlikes([0, 1, 2], at(-DAY), 10)).length > alike.length)
  })

  test('a partition goes whole when all in it is old, and new ones are made ahead', async () => {
    // Far along, as after some thousands of articles.
    await database.execute(`select setval(pg_get_serial_sequence('document', 'sequence'), 5000)`)
    const young = await keepStory(store, 'young', 3, 100 * DAY)
    await slim(50 * DAY, 101 * DAY)
    await slim(50 * DAY, 101 * DAY)
    const found = await partitions()
    assert.ok(!found.some(({ name }) => name === 'fingerprint_first'))
    assert.ok(found.some(({ bounds }) => /TO \('?(?:[6-9]\d{3}|\d{5})/.test(bounds)))
    assert.ok(
      (await store.articles.lookAlikes([0, 1, 2], at(0), 10)).some(
        ({ document }) => document.id === young.articles[0]?.document.id,
      ),
    )
    // Those of the young stood in no partition: they wait in the one for all others, until they are old.
    assert.equal(await rows(), 9)
    await keepStory(store, 'later', 3, 101 * DAY)
    await slim(105 * DAY, 120 * DAY)
    // The partition of the later ones is not over yet.
    assert.equal(await rows(), 9)
  })

  test('two at once do not hinder each other', async () => {
    await keepStory(store, 'both', 3, 130 * DAY)
    const other = await database.open()
    const before = await partitions()
    await Promise.all([
      slim(131 * DAY, 140 * DAY),
      other.retention.shrink(at(131 * DAY), at(140 * DAY)),
      slim(131 * DAY, 140 * DAY),
    ])
    assert.deepEqual(await partitions(), before)
    assert.equal(await rows(), 18)
  })
})
