import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readAttributes } from './read-attributes.ts'

const read = (body: string) => ({ ...readAttributes(body, 1, undefined) })

describe('attributes', () => {
  const cases: readonly (readonly [string, Record<string, string>])[] = [
    ['a href="x" type="y"', { href: 'x', type: 'y' }],
    ['a HREF="x"', { href: 'x' }],
    ['a  href="x"\n\ttype="y"', { href: 'x', type: 'y' }],
    ["a href='x' type=y", { href: 'x', type: 'y' }],
    ['a href = "x"', { href: 'x' }],
    ['a href="x"type="y"', { href: 'x', type: 'y' }],
    ['a href="x" href="y"', { href: 'x' }],
    ['a href="a&amp;b"', { href: 'a&b' }],
    ['a href="x > y"', { href: 'x > y' }],
    ['a checked href="x"', { checked: '', href: 'x' }],
    ['a href="x', { href: '', x: '' }],
    ['a xmlns:é="x" rdf:about="y"', { 'xmlns:é': 'x', 'rdf:about': 'y' }],
    ['a __proto__="x"', { ['__proto__']: 'x' }],
    ['a', {}],
    ['a ', {}],
  ]
  for (const [body, attributes] of cases)
    test(`of ${JSON.stringify(body)} are ${JSON.stringify(attributes)}`, () =>
      assert.deepEqual(Object.entries(readAttributes(body, 1, undefined)), Object.entries(attributes)))

  test('read in one go are those read letter by letter', () => {
    const parts = fc.constantFrom(' ', 'a', 'B', ':', '=', '="', '"', "'", '/', '<', '>', 'é', '\n', ' x="1"', ' y="2"')
    fc.assert(
      fc.property(fc.array(parts), (pieces) => {
        const body = pieces.join('')
        // A leading tab disables the fast path.
        assert.deepEqual(read(`a ${body}`), read(`a\t${body}`))
      }),
      { numRuns: 2000 },
    )
  })
})
