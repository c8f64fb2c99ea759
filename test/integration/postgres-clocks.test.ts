import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startBackground } from '../../src/app/background.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { clockLead, explainLead } from '../../src/operations/stories/clock-lead.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const skip = skipReason('postgres')
let database: TestDatabase
before(async () => {
  if (!skip) database = await makeDatabase('postgres')
})
after(() => database?.remove())

const start = (roles: string, aheadMs: number) =>
  createContext(
    readConfig({ TWOSOURCE_DATABASE: database.url }),
    () => {},
    () => new Date(Date.now() + aheadMs),
    { roles },
  )

test('a machine whose clock is minutes off takes no jobs from others', { skip }, async () => {
  for (const [aheadMs, says] of [
    // To the second where the answer comes at once.
    [4 * 60_000, /2[34]\d s ahead of the database’s.*NTP/],
    [-4 * 60_000, /2[34]\d s behind the database’s.*NTP/],
  ] as const) {
    await using context = await start('story', aheadMs)
    assert.ok(Math.abs((await clockLead(context.operations))! - aheadMs) < 4000)
    await assert.rejects(startBackground(context), { name: 'ConfigError', message: says })
  }
})

test('one that keeps time works, and one that does no work may have any clock', { skip }, async () => {
  await using context = await start('story', 0)
  await using _working = await startBackground(context)
  await using pages = await start('none', 60 * 60_000)
  await using _idle = await startBackground(pages)
})

test('a few seconds are no reason, and on one machine there is none', () => {
  assert.equal(explainLead(4_900), undefined)
  assert.equal(explainLead(undefined), undefined)
  assert.match(explainLead(-5_500) ?? '', /6 s behind|5 s behind/)
})
