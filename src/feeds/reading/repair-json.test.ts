import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { repairJson } from './json-feed.ts'

const cases: [string, string | undefined][] = [
  ['{"items": [{"a": 1}, {"b"', '{"items": [{"a": 1}]}'],
  ['{"items": [{"a": 1}', '{"items": [{"a": 1}]}'],
  ['{"items": [{"a": {"b": [1, 2]}}, {"c": [', '{"items": [{"a": {"b": [1, 2]}}]}'],
  ['{"items": [{"a": "}]"}, {"b": "', '{"items": [{"a": "}]"}]}'],
  ['{"items": [{"a": "\\"}"}, {"b', '{"items": [{"a": "\\"}"}]}'],
  ['{"items": [{"a": "\\\\"}, {"b', '{"items": [{"a": "\\\\"}]}'],
  ['{"items": [{"a"', undefined],
  ['{"items": {"a": {}', undefined],
  ['{"a": 1', undefined],
  ['[[1], [2]', undefined],
  ['', undefined],
]
for (const [text, whole] of cases)
  test(`${text || 'nothing'} is whole as ${whole}`, () => assert.equal(repairJson(text), whole))

test('JSON cut anywhere keeps the values of its list that were complete, and is JSON', () => {
  const item = fc.record({ a: fc.jsonValue({ maxDepth: 2 }), b: fc.string() }, { noNullPrototype: true })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), fc.nat(), (items, cut) => {
      const text = `{"version":"1","items":${JSON.stringify(items)}}`
      const length = cut % text.length
      const ends = items.map((_, index) => `{"version":"1","items":[`.length + lengthOf(items.slice(0, index + 1)))
      const complete = ends.filter((end) => end <= length).length
      const whole = repairJson(text.slice(0, length))
      assert.deepEqual(whole && JSON.parse(whole).items, complete === 0 ? undefined : throughJson(items, complete))
    }),
  )
})

/** Length of the items joined with commas. */
function lengthOf(items: readonly unknown[]): number {
  return JSON.stringify(items).length - 2
}

function throughJson(items: readonly unknown[], count: number): unknown {
  return JSON.parse(JSON.stringify(items.slice(0, count)))
}

test('any text has a whole part that is as long at most, closed, or none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1', 'a')), (parts) => {
      const text = parts.join('')
      const whole = repairJson(text)
      if (whole !== undefined) assert.ok(text.startsWith(whole.slice(0, -2)) && whole.endsWith(']}'))
    }),
  )
})
