import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { OpmlElement } from '../../core/feed/subscription-list.ts'
import { opmlLimits } from './opml-limits.ts'
import type { OpmlOutline, OpmlTree } from './opml-tree.ts'
import { readOpml } from './read-opml.ts'
import { writeOpmlTree } from './write-opml.ts'

function treeOf(text: string): OpmlTree {
  const read = readOpml(text)
  assert.equal(read.kind, 'tree', JSON.stringify(read))
  return (read as { tree: OpmlTree }).tree
}

const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 8 }))
const name = fc.constantFrom('text', 'title', 'xmlUrl', 'htmlUrl', 'type', 'frss:xPathItem', 'x:y', 'isComment', 'Ünï')
const attributes = fc.uniqueArray(fc.tuple(name, value), { maxLength: 5, selector: ([given]) => given })
const outline = fc.memo((depth): fc.Arbitrary<OpmlOutline> => {
  const text = fc.option(value, { nil: undefined, freq: 4 })
  const outlines = depth > 1 ? fc.array(outline(), { maxLength: 3 }) : fc.constant([])
  return fc.record({ attributes, text, outlines }) as fc.Arbitrary<OpmlOutline>
})
const element = fc.memo((depth): fc.Arbitrary<OpmlElement> => {
  const called = fc.constantFrom('title', 'dateCreated', 'x:owner', 'ownerName')
  const children =
    depth > 1 ? fc.array(fc.oneof(value, element()), { maxLength: 3 }) : fc.array(value, { maxLength: 1 })
  return fc.record({ name: called, attributes, children })
})
const tree = fc.record({
  attributes: fc.constantFrom(
    [],
    [['version', '1.1'] as const],
    [['version', '2.0'] as const, ['xmlns:frss', 'urn:f'] as const],
  ),
  head: fc.array(element(3), { maxLength: 4 }),
  outlines: fc.array(outline(4), { maxLength: 4 }),
})

const list = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<opml version="2.0"><body>${body}</body></opml>`

describe('OPML', () => {
  test('is written and read again without loss: outlines, head, namespaces, whatever their letters', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const read = treeOf(writeOpmlTree(given))
        assert.deepEqual(treeOf(writeOpmlTree(read)), read)
        const count = (outlines: readonly OpmlOutline[]): number =>
          outlines.reduce((sum, { outlines: inner }) => sum + 1 + count(inner), 0)
        assert.equal(count(read.outlines), count(given.outlines))
      }),
      { numRuns: 150 },
    )
  })

  test('as anybody may write it is read, and then written and read again without loss', () => {
    const pieces = ['<opml a:b="1">', '<head>', '<title>', 'x &amp; y', '</title>', '</head>', '<outline ', 'text="a" ']
    const more = [
      'b:c=d ',
      "t='&#10;' ",
      '>',
      '/>',
      '</outline>',
      '&',
      '"',
      '<',
      '<![CDATA[',
      ']]>',
      '\0',
      ' \n',
      '\ud800',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }), (parts) => {
        const read = readOpml(parts.join(''))
        if (read.kind === 'tree')
          assert.deepEqual(treeOf(writeOpmlTree(read.tree)), { ...read.tree, attributes: withVersion(read.tree) })
      }),
      { numRuns: 400 },
    )
  })

  test('declares a prefix that nobody declared, once and where it is seen', () => {
    const { attributes } = treeOf(list('<outline frss:priority="main" z:q="1" constructor:q="1"/>'))
    assert.deepEqual(attributes, [
      ['version', '2.0'],
      ['xmlns:frss', 'https://freshrss.org/opml'],
      ['xmlns:z', 'urn:prefix:z'],
      ['xmlns:constructor', 'urn:prefix:constructor'],
    ])
    const own = '<outline xmlns:z="urn:own" z:q="1"><outline z:r="2"/></outline>'
    assert.deepEqual(treeOf(list(own)).attributes, [['version', '2.0']])
  })

  test('keeps what stands between the tags of an outline', () => {
    const [first] = treeOf(list('<outline filter-type="2">\n<![CDATA[{"a":"<b>&amp;"}]]></outline>')).outlines
    assert.equal(first!.text, '\n{"a":"<b>&amp;"}')
  })
})

describe('a file made to fill memory is refused', () => {
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "&lol${index};&lol${index};">`).join(
    '',
  )
  const cases: readonly (readonly [string, string, () => string])[] = [
    [
      'entities',
      'entities made of entities',
      () => list('<outline text="&lol9;"/>', `<!DOCTYPE o [<!ENTITY lol0 "x">${laughs}]>`),
    ],
    [
      'too-deep',
      'twenty thousand levels',
      () => list('<outline text="f">'.repeat(20_000) + '</outline>'.repeat(20_000)),
    ],
    ['too-deep', 'as many elements of other names', () => list('<a>'.repeat(20_000))],
    ['too-long', 'a value of five million letters', () => list(`<outline text="${'a'.repeat(5_000_000)}"/>`)],
    ['too-long', 'a text of five million letters', () => list(`<outline>${'a'.repeat(5_000_000)}</outline>`)],
    ['too-many', 'a million outlines', () => list('<outline text="a"/>'.repeat(1_000_000))],
    ['too-many', 'a head without end', () => `<opml><head>${'<a/>'.repeat(100_001)}</head></opml>`],
    ['too-large', 'more text than any list has', () => list(' '.repeat(opmlLimits.text))],
  ]
  for (const [reason, what, text] of cases)
    test(what, () => {
      const read = readOpml(text())
      assert.equal(read.kind === 'refused' && read.reason, reason)
      assert.match((read as { message: string }).message, /^[A-Z][^<>]+\.$/)
    })

  test('and plain entities are read', () => {
    const [first] = treeOf(list('<outline text="&me; &amp; you"/>', '<!DOCTYPE o [<!ENTITY me "I">]>')).outlines
    assert.deepEqual(first!.attributes, [['text', 'I & you']])
  })
})

function withVersion({ attributes }: OpmlTree): OpmlTree['attributes'] {
  return attributes.some(([given]) => given.toLowerCase() === 'version')
    ? attributes
    : [['version', '2.0'], ...attributes]
}
