import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expected } from '../../demo/expected.ts'
import { makeDatabase, skipReason } from './databases.ts'
import { runDemo } from './demo-run.ts'

test('the whole pipeline tells the same stories on PostgreSQL', { skip: skipReason('postgres') }, async () => {
  const database = await makeDatabase('postgres')
  try {
    const run = await runDemo(database.url)
    try {
      assert.equal(run.context.operations.store.dialect, 'postgres')
      for (const { id } of run.edition.articles) assert.ok(run.article(id).document.text.length > 0, id)
      for (const { key, members } of expected.stories)
        assert.equal(new Set(members.map((id) => run.article(id).storyId)).size, 1, key)
      const { articles, stories } = (await run.context.operations.store.check()).counts
      assert.equal(articles, run.edition.articles.length)
      assert.ok(stories >= expected.stories.length)
      const hits = await run.context.operations.store.entries.search('dam inquiry', 10)
      assert.ok(hits.rows.length > 0)
    } finally {
      await run.close()
    }
  } finally {
    await database.remove()
  }
})
