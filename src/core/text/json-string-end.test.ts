import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonStringEnd } from './json-string-end.ts'

test('a string ends at the first quote that no backslash of its own stands before', () => {
  for (const text of ['', 'a', '\\', '\\\\', '"', '\\"', 'a\\\\"b', '\\'.repeat(7), '"'.repeat(7)]) {
    const string = JSON.stringify(text)
    assert.equal(jsonStringEnd(`${string}, "b"`, 0), string.length - 1, string)
  }
  assert.equal(jsonStringEnd('"a', 0), -1)
  assert.equal(jsonStringEnd('"a\\"', 0), -1)
})
