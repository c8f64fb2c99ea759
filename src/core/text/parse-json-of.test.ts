import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findJsonOf, jsonStringEnd, parseJsonOf, TooManyValuesError } from './parse-json-of.ts'

const isRefused = (text: string, most: number) => {
  try {
    parseJsonOf(text, most)
    return false
  } catch (error) {
    return error instanceof TooManyValuesError && error.message === `it has more than ${most} values`
  }
}

test('what may become an object or a value counts, what stands in strings does not', () => {
  const list = JSON.stringify(Array.from({ length: 40 }, (_, index) => ({ index })))
  assert.equal(isRefused(list, 120), false)
  assert.equal(isRefused(list, 110), true)
  assert.equal(isRefused(JSON.stringify(['{[,:"\\'.repeat(50), '\\"'.repeat(50), '\\']), 5), false)
  assert.equal(isRefused(`"${'{},'.repeat(50)}`, 5), false)
  assert.equal(isRefused('['.repeat(50), 49), true)
})

test('what can be read is what JSON.parse makes of it, and all else an error or nothing', () => {
  for (const text of ['null', '0', '"a"', '[]', '{"a":[1,{"b":null}]}']) {
    assert.deepEqual(parseJsonOf(text, 10), JSON.parse(text))
    assert.deepEqual(findJsonOf(text, 10), JSON.parse(text))
  }
  for (const text of ['', 'x', '{', '[1,]', '[1,2,3]']) {
    assert.throws(() => parseJsonOf(text, 2), SyntaxError)
    assert.equal(findJsonOf(text, 2), undefined)
  }
})

test('a string ends at the first quote that no backslash of its own stands before', () => {
  for (const text of ['', 'a', '\\', '\\\\', '"', '\\"', 'a\\\\"b', '\\'.repeat(7), '"'.repeat(7)]) {
    const string = JSON.stringify(text)
    assert.equal(jsonStringEnd(`${string}, "b"`, 0), string.length - 1, string)
  }
  assert.equal(jsonStringEnd('"a', 0), -1)
  assert.equal(jsonStringEnd('"a\\"', 0), -1)
})
