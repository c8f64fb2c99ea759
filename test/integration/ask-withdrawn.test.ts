import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../../src/operations/search/ask.ts'
import { dialects, skipReason } from './databases.ts'
import { filler, openInstance, opening } from './look-instance.ts'

for (const dialect of dialects)
  test(`${dialect}: a passage of an article whose page its outlet took away says so`, {
    skip: skipReason(dialect),
  }, async () => {
    const instance = await openInstance(dialect)
    try {
      const lines = `<p>${opening}</p><p>Ilona Varga built the dock of Sandvik in 1931.</p>${filler('dock')}`
      const labels = async () => {
        const input = ask.input.parse({ question: 'Who built the dock of Sandvik?' })
        const answer = (await ask.run(instance.context.operations, input))?.answer
        const points = answer?.kind === 'answered' ? answer.groups.flatMap((group) => group.points) : []
        return points.map(({ label }) => label?.isWithdrawn)
      }
      instance.pages.set('/dock', { lines, title: 'The dock of Sandvik' })
      instance.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
      instance.feed('/feed.xml', ['/dock', '/crane'])
      await instance.subscribe('/feed.xml')
      await instance.run()
      assert.deepEqual(await labels(), [undefined])
      instance.pages.set('/dock', { lines: '', status: 410 })
      await instance.run(7)
      assert.equal(
        (await instance.store.rechecks.lastOf((await instance.article('/dock')).article.id))?.outcome,
        'gone',
      )
      assert.deepEqual(await labels(), [true])
    } finally {
      await instance.close()
    }
  })
