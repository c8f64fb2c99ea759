import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAddress } from './postgres-address.ts'

test('what an address asks of every connection is taken out of it, and the schema is known', () => {
  const place = 'postgres://me:s%3F@db.example:5432/news'
  assert.deepEqual(readAddress(place), { url: place, options: '' })
  assert.deepEqual(readAddress(`${place}?sslmode=require`), { url: `${place}?sslmode=require`, options: '' })
  const options = '-c work_mem=64MB -c search_path=paper'
  assert.deepEqual(readAddress(`${place}?options=${encodeURIComponent(options)}&sslmode=require`), {
    url: `${place}?sslmode=require`,
    options,
    schema: 'paper',
  })
  assert.deepEqual(readAddress(`${place}?options=--search_path%3Dpaper`), {
    url: place,
    options: '--search_path=paper',
    schema: 'paper',
  })
})
