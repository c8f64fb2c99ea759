import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headersIn } from './header-fields.ts'

const read = (fields: Readonly<Record<string, string>>) =>
  headersIn(new Map(Object.entries(fields).map(([name, value]) => [name, [value]])))

test('an empty cookie stays, and one that is ticked goes', () => {
  assert.deepEqual(read({ cookie: '', userAgent: ' Reader/1 ' }), { userAgent: 'Reader/1' })
  assert.deepEqual(read({ cookie: 'a=1', drop: 'cookie' }), { cookie: '' })
})

test('each line is a header, and a hidden value stays as it was', () => {
  assert.deepEqual(read({ headers: 'X-A: 1:2\r\n\r\n X-B : •••\nX-C' }), {
    headers: [{ name: 'X-A', value: '1:2' }, { name: 'X-B' }, { name: 'X-C', value: '' }],
  })
  assert.deepEqual(read({ headers: '' }), { headers: [] })
})
