import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStatementNames, type StatementNames } from './postgres-pool.ts'

const often = (names: StatementNames, statement: string) => {
  for (let time = 0; time < 10; time += 1) names.nameOf(statement)
  return names.nameOf(statement)
}

test('what is asked often has a name, and keeps it', () => {
  const names = createStatementNames()
  assert.equal(names.nameOf('select 1'), undefined)
  const name = often(names, 'select 1')
  assert.match(name ?? '', /^twosource_\d+$/)
  assert.equal(names.nameOf('select 1'), name)
  assert.notEqual(often(names, 'select 2'), name)
})

test('what is no plain query, or very long, has none', () => {
  const names = createStatementNames()
  assert.equal(often(names, 'begin; set local search_path = twosource'), undefined)
  assert.equal(often(names, 'create table a (b int)'), undefined)
  assert.equal(often(names, `select ${'1, '.repeat(4_000)} 1`), undefined)
})

test('there are only so many', () => {
  const names = createStatementNames()
  const given = Array.from({ length: 1_000 }, (_, index) => often(names, `select ${index}`))
  const distinct = new Set(given.filter((name) => name !== undefined))
  assert.ok(distinct.size >= 100 && distinct.size <= 300, `${distinct.size} names`)
})

test('after a change of the schema the same is asked under another name', () => {
  const names = createStatementNames()
  const before = often(names, 'select * from story')
  assert.equal(names.isOfName({ code: '0A000', routine: 'RevalidateCachedQuery' }), true)
  const after = often(names, 'select * from story')
  assert.notEqual(after, undefined)
  assert.notEqual(after, before)
})

test('where a name is not there, none is given any more', () => {
  const names = createStatementNames()
  often(names, 'select 1')
  assert.equal(names.isOfName({ code: '26000' }), true)
  assert.equal(often(names, 'select 1'), undefined)
})

test('other failures are not of names', () => {
  const names = createStatementNames()
  const name = often(names, 'select 1')
  for (const error of [{ code: '0A000' }, { code: '40001' }, new Error('away'), undefined])
    assert.equal(names.isOfName(error), false)
  assert.equal(names.nameOf('select 1'), name)
})
