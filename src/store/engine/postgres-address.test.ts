import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf, readAddress, schemaOf } from './postgres-address.ts'

test('what an address asks of every connection is taken out of it', () => {
  const place = 'postgres://me:s%3F@db.example:5432/news'
  assert.deepEqual(readAddress(place), { url: place, options: '' })
  assert.deepEqual(readAddress(`${place}?sslmode=require`), { url: `${place}?sslmode=require`, options: '' })
  const options = '-c work_mem=64MB -c search_path=paper'
  assert.deepEqual(readAddress(`${place}?options=${encodeURIComponent(options)}&sslmode=require`), {
    url: `${place}?sslmode=require`,
    options,
  })
  assert.deepEqual(readAddress(`${place}?options=--search_path%3Dpaper`), {
    url: place,
    options: '--search_path=paper',
  })
})

test('the schema is the one that is asked for, and what is no plain name is refused instead of passed over', () => {
  const asking = (options: string) => `postgres://me:se@cret@db.example/news?options=${encodeURIComponent(options)}`
  assert.deepEqual(
    ['', '-c work_mem=64MB', '-c search_path=paper', '-csearch_path=paper -c jit=off', '--search_path=a_1'].map(
      (options) => schemaOf(asking(options)),
    ),
    ['twosource', 'twosource', 'paper', 'paper', 'a_1'],
  )
  for (const path of ['Paper', '"paper"', 'a,b', 'a,\\ b', '$user', 'paper-2', ''])
    assert.throws(() => schemaOf(asking(`-c search_path=${path}`)), {
      name: 'StoreError',
      message: /^postgres:\/\/db\.example\/news cannot be used as the database: the search_path/,
    })
  for (const name of ['SEARCH_PATH', 'search-path']) assert.throws(() => schemaOf(asking(`--${name}=paper`)))
})

test('an address is told without name, password and options', () => {
  for (const who of ['', 'me@', 'me:secret@', 'me:se@c?re/t@'])
    assert.equal(placeOf(`postgres://${who}db.example:5432/news?sslmode=require`), 'postgres://db.example:5432/news')
})
