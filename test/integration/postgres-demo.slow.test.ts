import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { expected } from '../../src/app/demo/expected.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { type DemoRun, runDemo } from './demo-run.ts'
import { peopleCases } from './people-cases.ts'

describe('the whole pipeline on PostgreSQL', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  let run: DemoRun

  before(async () => {
    database = await makeDatabase('postgres')
    run = await runDemo(database.url)
  })
  after(async () => {
    await run.close()
    await database.remove()
  })

  test('tells the same stories', async () => {
    const { store } = run.context.operations
    assert.equal(store.dialect, 'postgres')
    for (const { id } of run.edition.articles) assert.ok(run.article(id).document.text.length > 0, id)
    for (const { key, members } of expected.stories)
      assert.equal(new Set(members.map((id) => run.article(id).storyId)).size, 1, key)
    const { articles, stories } = (await store.check()).counts
    assert.equal(articles, run.edition.articles.length)
    assert.ok(stories >= expected.stories.length)
    const hits = await store.entries.search('dam inquiry', 10)
    assert.ok(hits.rows.length > 0)
  })

  // What they ask for comes out of queries of its own here.
  peopleCases(() => run)
})
