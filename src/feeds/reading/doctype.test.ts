import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { declaredEntities } from './doctype.ts'

/** The values that a DOCTYPE gives the entities a, b and c, and the text after it. */
function read(text: string): {
  a?: string | undefined
  b?: string | undefined
  c?: string | undefined
  behind: string
} {
  const { end, declared } = declaredEntities(text, 0)
  const values = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, declared?.(name)]))
  return { ...values, behind: text.slice(end) }
}

const none = { a: undefined, b: undefined, c: undefined }

describe('a DOCTYPE', () => {
  const cases: readonly (readonly [string, ReturnType<typeof read>])[] = [
    ['<!DOCTYPE rss>x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss PUBLIC "-//N//DTD//EN" "http://e.example/x.dtd">x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss []>x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a "1">]>x', { ...none, a: '1', behind: 'x' }],
    ["<!DOCTYPE rss [<!ENTITY a '\"'>]\n >x", { ...none, a: '"', behind: 'x' }],
    ['<!DOCTYPE rss SYSTEM "x.dtd" [<!ENTITY a "1">]>x', { ...none, a: '1', behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a "1"><!ENTITY a "2">]>x', { ...none, a: '2', behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a "<b>]]</b>">]>x', { ...none, a: '<b>]]</b>', behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a "1"> <!ENTITY b "&a;"> <!ENTITY c "%p;">]>x', { ...none, a: '1', behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///x"><!ENTITY b PUBLIC "p" "u">]>x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY % a "1">]>x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss [<!ELEMENT a (b)><!ATTLIST a b CDATA #IMPLIED>]>x', { ...none, behind: 'x' }],
    ['<!DOCTYPE rss [<!ENTITY a "1">', { ...none, behind: '' }],
    ['<!DOCTYPE rss', { ...none, behind: '' }],
    ['<!DOCTYPE', { ...none, behind: '' }],
  ]
  for (const [text, expected] of cases)
    test(`${text} declares ${JSON.stringify(expected)}`, () => assert.deepEqual(read(text), expected))

  test('whose end is not in sight ends at its first bracket', () => {
    assert.equal(read(`<!DOCTYPE rss [${' '.repeat(70_000)}<!ENTITY a "1">]>x`).a, undefined)
  })

  test('is behind its beginning and within the text, whatever is in it', () => {
    const pieces = fc.constantFrom('[', ']', '>', '<!ENTITY a "', '"', "'", ' ', '&', 'x', 'SYSTEM')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = `<!DOCTYPE ${parts.join('')}`
        const { end, declared } = declaredEntities(text, 0)
        assert.ok(end > 0 && end <= text.length)
        const value = declared?.('a')
        if (value !== undefined) assert.ok(text.includes(value) && !value.includes('&'))
      }),
    )
  })

  test('gives out a million characters in all, then nothing more', () => {
    const { declared } = declaredEntities(`<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "y">]>`, 0)
    let added = 0
    for (let count = 0; count < 2_000; count++) added += declared?.('a')?.length ?? 0
    assert.equal(added, 1_000_000)
    assert.equal(declared?.('b'), undefined)
  })
})
