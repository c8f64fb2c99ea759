import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FoldedItem } from './folded-item.ts'
import { elementsOf } from './xml-text.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

const address = 'https://e.example/dir/feed.xml'
const head =
  '<?xml version="1.0"?><rss xmlns:d="http://purl.org/dc/elements/1.1/" xml:base="/b/" xml:lang="fr"><channel>'
const filler = '<item><filler/></item>'

/** The whole tree except the padding items. */
function plain(element: XmlElement): unknown {
  const { name, tag, attributes, base, language, isClosed, parent } = element
  const children = element.children.filter(
    (child) => typeof child === 'string' || !elementsOf(child).some((inside) => inside.name === 'filler'),
  )
  const inside = children.map((child) => (typeof child === 'string' ? child : plain(child)))
  return { name, tag, attributes: { ...attributes }, base, language, isClosed, parent: parent?.name, inside }
}

const pieces = fc.array(
  fc.constantFrom(
    ...['<item>', '</item>', '<entry xml:base="c/">', '</entry>', '<item d:a="1&amp;">', '<item/>', '<rss:item>'],
    ...['<title>', '</title>', '<titel>', '</titel>', '<content>', '</content>', '<p>', '</p>', '<br/>', '<d:creator>'],
    ...[
      'words',
      '&eacute;&amp;',
      'a < b',
      '<![CDATA[<item>]]>',
      '<!-- </item> -->',
      '<a href="',
      '</channel>',
      '</rss>',
    ],
  ),
  { maxLength: 40 },
)

test('items behind the first 2,500 are read again as they were read the first time', () => {
  fc.assert(
    fc.property(pieces, (inside) => {
      const text = inside.join('')
      const folded = parseXml(head + filler.repeat(2500) + text, address)
      assert.deepEqual(plain(folded), plain(parseXml(head + text, address)))
    }),
    { numRuns: 150 },
  )
})

test('they hold only where they stand, also those that nobody closed', () => {
  const many = filler.repeat(2500)
  const rest =
    '<item><title>One</title><item xml:base="z/"><title>Two</title></item></channel><entry><id>3</id></entry>'
  const items = elementsOf(elementsOf(parseXml(`<rss>${many}${rest}`, address))[0]!)
  assert.deepEqual(
    items.slice(2499).map((item) => item instanceof FoldedItem),
    [false, true, true, true],
  )
})

test('entities of the document keep all items: what they may add is used up by reading', () => {
  const declared = '<!DOCTYPE rss [<!ENTITY a "b">]>'
  const items = elementsOf(elementsOf(parseXml(`${declared}<rss>${filler.repeat(2600)}`, address))[0]!)
  assert.ok(items.every((item) => !(item instanceof FoldedItem)))
})
