import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { rowReader } from './sqlite-connection.ts'

describe('rows of SQLite', () => {
  it('have the columns of their statement, each row its own values', () => {
    using database = new DatabaseSync(':memory:')
    const read = rowReader(database.prepare("select value as a, value || '!' as b, null as c from json_each(?)"))
    assert.deepEqual(read(['[1, "two"]']), [
      { a: 1, b: '1!', c: null },
      { a: 'two', b: 'two!', c: null },
    ])
    assert.deepEqual(read(['[]']), [])
  })

  it('have a column that was added after the statement was prepared', () => {
    using database = new DatabaseSync(':memory:')
    database.exec('create table feed (id integer); insert into feed values (7)')
    const read = rowReader(database.prepare('select * from feed'))
    assert.deepEqual(read([]), [{ id: 7 }])
    database.exec("alter table feed add column title text default 'Wire'")
    assert.deepEqual(read([]), [{ id: 7, title: 'Wire' }])
  })
})
