import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readByline } from './byline.ts'
import {
  allElements,
  dateIn,
  firstElement,
  htmlIn,
  imageIn,
  linkWith,
  oneLine,
  pageLink,
  textIn,
  titleIn,
} from './feed-elements.ts'
import { elementsOf } from './xml-text.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

const base = 'https://e.example/feed'

function item(inside: string): XmlElement {
  return elementsOf(parseXml(`<item>${inside}</item>`, base))[0]!
}

describe('of several elements', () => {
  test('the first name wins over the first place, and an empty one does not count', () => {
    const holder = item('<b>1</b><a/><a> </a><a>2</a><a>3</a>')
    assert.equal(textIn(holder, 'a', 'b'), '2')
    assert.equal(textIn(holder, 'c', 'b'), '1')
    assert.equal(textIn(holder, 'c'), undefined)
  })

  test('one that has nothing but attributes counts', () => {
    assert.equal(firstElement(item('<a/><a b="1"/>'), 'a')!.attributes.b, '1')
  })

  test('all are those of the first name, then those of the next', () => {
    const names = allElements(item('<b/><a/><b/><c/><a/>'), 'a', 'b').map(({ name }) => name)
    assert.deepEqual(names, ['a', 'a', 'b', 'b'])
  })

  test('none is taken from further down', () => {
    assert.equal(textIn(item('<x><a>deep</a></x>'), 'a'), undefined)
  })

  test('the first date that can be read is the date', () => {
    const holder = item('<pubdate>soon</pubdate><updated>2026-01-02</updated><issued>2026-01-01</issued>')
    assert.equal(dateIn(holder, 'pubdate', 'updated', 'issued'), '2026-01-02T00:00:00.000Z')
    assert.equal(dateIn(holder, 'pubdate'), undefined)
  })

  test('the first title with words in it is the title', () => {
    assert.equal(
      titleIn(item('<title>&lt;img src="x"&gt;</title><dc:title>Words</dc:title>'), 'title', 'dc:title'),
      'Words',
    )
  })

  test('the first HTML with anything in it is the HTML, absolute', () => {
    const holder = item('<content/><summary>&lt;a href="x"&gt;y&lt;/a&gt;</summary>')
    assert.equal(htmlIn(holder, base, 'content', 'summary'), '<a href="https://e.example/x">y</a>')
  })
})

describe('the page of an entry', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['<link>/a</link>', 'https://e.example/a'],
    ['<link href="/a"/>', 'https://e.example/a'],
    ['<link rel="self" href="/a"/>', undefined],
    ['<link rel=" Alternate " href="/a"/>', 'https://e.example/a'],
    ['<link type="application/json" href="/j"/><link type="text/html" href="/h"/>', 'https://e.example/h'],
    ['<link type="application/json" href="/j"/>', 'https://e.example/j'],
    ['<link xml:base="https://o.example/x/" href="a"/>', 'https://o.example/x/a'],
    ['<link>javascript:x</link>', undefined],
    ['<guid>https://e.example/g</guid>', 'https://e.example/g'],
    ['<guid isPermaLink="true">g</guid>', 'https://e.example/g'],
    ['<guid isPermaLink="false">https://e.example/g</guid>', undefined],
    ['<guid>urn:g</guid>', undefined],
    ['<guid>g</guid>', undefined],
    ['<link> </link><guid>https://e.example/g</guid>', 'https://e.example/g'],
  ]
  for (const [inside, url] of cases)
    test(`with ${inside} is ${url}`, () => assert.equal(pageLink(item(inside), base), url))
})

describe('the picture of an entry', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['<image><url>/i.png</url></image>', 'https://e.example/i.png'],
    ['<image>/i.png</image>', 'https://e.example/i.png'],
    ['<image><title>Only a title</title></image>', undefined],
    ['<image href="/i.png"/>', 'https://e.example/i.png'],
    ['<image rdf:resource="/i.png"/>', 'https://e.example/i.png'],
    ['<itunes:image href="/i.png">Not this</itunes:image>', 'https://e.example/i.png'],
    ['<itunes:image>Nor this</itunes:image>', undefined],
    ['<logo>/l.png</logo>', 'https://e.example/l.png'],
    ['<media:thumbnail url="data:image/png;base64,AA"/><logo>/l.png</logo>', 'https://e.example/l.png'],
    ['<image><url> </url></image><media:thumbnail url="/t.png"/>', 'https://e.example/t.png'],
  ]
  for (const [inside, url] of cases)
    test(`with ${inside} is ${url}`, () => assert.equal(imageIn(item(inside), base), url))
})

test('a link is found by its relation, short or in full, with an address or not at all', () => {
  const holder = item(
    '<link rel="hub"/><link rel="HUB" href="/h"/><link rel="http://www.iana.org/assignments/relation/self" href="/s"/>',
  )
  assert.equal(linkWith(holder, 'hub', base), 'https://e.example/h')
  assert.equal(linkWith(holder, 'self', base), 'https://e.example/s')
  assert.equal(linkWith(holder, 'next', base), undefined)
})

test('a line is one, with single spaces, whatever stood between the words', () => {
  assert.equal(oneLine(' a \n\t b\u00a0c\r\nd '), 'a b c d')
  assert.equal(oneLine('a b'), 'a b')
  assert.equal(oneLine(' \u00a0 '), '')
})

describe('a person construct', () => {
  const cases: readonly (readonly [string, object | undefined])[] = [
    ['<author><name>Jo</name></author>', { name: 'Jo' }],
    ['<author><name>Jo (jo@e.example)</name></author>', { name: 'Jo', email: 'jo@e.example' }],
    ['<author><name>Jo</name><url>/jo</url></author>', { name: 'Jo', url: 'https://e.example/jo' }],
    ['<author><name>Jo</name><uri>javascript:x</uri></author>', { name: 'Jo' }],
    ['<author><name> </name><email>jo@e.example</email></author>', { name: 'jo@e.example', email: 'jo@e.example' }],
    ['<author>Jo <b>Doe</b></author>', { name: 'Jo Doe' }],
    ['<author><uri>javascript:x</uri></author>', undefined],
    ['<author/>', undefined],
  ]
  for (const [inside, byline] of cases)
    test(`${inside} is ${JSON.stringify(byline)}`, () =>
      assert.deepEqual(readByline(elementsOf(item(inside))[0]!, base), byline))
})
