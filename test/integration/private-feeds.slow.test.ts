import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proveOn } from '../../lab/prove/private-feeds.ts'
import { withVisibleRows } from '../../src/store/engine/restricted-engine.ts'
import { dialects, skipReason } from './databases.ts'

for (const dialect of dialects)
  test(`what a private feed brings is told to its subscriber alone on ${dialect}`, {
    skip: skipReason(dialect),
  }, async () => {
    const unmet = (await proveOn(dialect, { isShort: true })).filter(({ isMet }) => !isMet)
    assert.deepEqual(
      unmet.map(({ what, measured, wanted }) => `${what}: ${measured} (wanted ${wanted})`),
      [],
    )
  })

test('a statement is narrowed in the tables that it names, whatever it begins with', () => {
  const tables = new Map([
    ['entry', 'select 1'],
    ['article', 'select 2'],
  ])
  assert.equal(
    withVisibleRows('select * from "entry" e', tables),
    'with entry as not materialized (select 1) select * from "entry" e',
  )
  assert.equal(
    withVisibleRows('with "counted" as materialized (select 3) select * from article', tables),
    'with article as not materialized (select 2), "counted" as materialized (select 3) select * from article',
  )
  assert.equal(withVisibleRows('select * from feed', tables), 'select * from feed')
  assert.throws(() => withVisibleRows('with recursive way as (select 1) select * from entry', tables), /recursive/)
})
