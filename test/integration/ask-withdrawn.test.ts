import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from '../../src/operations/search/ask.ts'
import { dialects, skipReason } from './databases.ts'
import { filler, openHouse, opening } from './look-house.ts'

for (const dialect of dialects)
  test(`${dialect}: a passage of an article whose page its outlet took away says so`, {
    skip: skipReason(dialect),
  }, async () => {
    const house = await openHouse(dialect)
    try {
      const lines = `<p>${opening}</p><p>Ilona Varga built the dock of Sandvik in 1931.</p>${filler('dock')}`
      const labels = async () => {
        const input = ask.input.parse({ question: 'Who built the dock of Sandvik?' })
        const answer = (await ask.run(house.context.operations, input))?.answer
        const points = answer?.kind === 'answered' ? answer.groups.flatMap((group) => group.points) : []
        return points.map(({ label }) => label?.isWithdrawn)
      }
      house.pages.set('/dock', { lines, title: 'The dock of Sandvik' })
      house.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
      house.feed('/feed.xml', ['/dock', '/crane'])
      await house.subscribe('/feed.xml')
      await house.run()
      assert.deepEqual(await labels(), [undefined])
      house.pages.set('/dock', { lines: '', status: 410 })
      await house.run(7)
      assert.equal((await house.store.rechecks.lastOf((await house.article('/dock')).article.id))?.outcome, 'gone')
      assert.deepEqual(await labels(), [true])
    } finally {
      await house.close()
    }
  })
