import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { elementsOf, innerHtml, textOf } from './xml-text.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

const at = 'https://e.example/dir/feed.xml'

/** A tree in short form: `name[text|children]`, with `?` after an unclosed element. */
function outline(element: XmlElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string'
        ? JSON.stringify(child)
        : `${child.name}${child.isClosed ? '' : '?'}${child.children.length > 0 ? `[${outline(child)}]` : ''}`,
    )
    .join(' ')
}

function top(text: string): XmlElement {
  const elements = elementsOf(parseXml(text, at))
  assert.equal(elements.length, 1)
  return elements[0]!
}

describe('well-formed text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<a>x</a>', 'a["x"]'],
    ['<a/>', 'a'],
    ['<a />', 'a'],
    ['<a></a>', 'a'],
    ['<a>x<b>y</b>z</a>', 'a["x" b["y"] "z"]'],
    ['<a><b/><b/></a>', 'a[b b]'],
    ['<a><!-- <b/> -->x</a>', 'a["x"]'],
    ['<a><!---->x</a>', 'a["x"]'],
    ['<a><![CDATA[<b>&amp;</b>]]></a>', 'a["<b>&amp;</b>"]'],
    ['<a><![CDATA[]]></a>', 'a[""]'],
    ['<a><?php echo "</a>" ?>x</a>', 'a["x"]'],
    ['<a>&lt;&amp;&#65;</a>', 'a["<&A"]'],
    ['<a b="1>2">x</a>', 'a["x"]'],
    ["<a b='\"'>x</a>", 'a["x"]'],
    ['<a\n b="1"\n>x</a\n>', 'a["x"]'],
    ['<_a>x</_a>', '_a["x"]'],
    ['<été>x</été>', 'été["x"]'],
    ['<a.b-c>x</a.b-c>', 'a.b-c["x"]'],
  ]
  for (const [text, tree] of cases) test(`${text} is ${tree}`, () => assert.equal(outline(parseXml(text, at)), tree))

  test('of any shape comes out as it went in', () => {
    const names = fc.constantFrom('a', 'b', 'title', 'x-y', 'item2')
    const words = fc.string({ minLength: 1, maxLength: 12 })
    const node = fc.letrec<{ node: string; element: string }>((tie) => ({
      element: fc
        .tuple(names, words, fc.array(tie('node'), { maxLength: 3 }))
        .map(([name, value, inside]) => `<${name} v="${escaped(value)}">${inside.join('')}</${name}>`),
      node: fc.oneof({ maxDepth: 5 }, words.map(escaped), tie('element')),
    })).element
    fc.assert(fc.property(node, (xml) => assert.equal(written(top(xml)), xml)))
  })

  function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  }

  function written(element: XmlElement): string {
    const inside = element.children.map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    return `<${element.tag} v="${escaped(element.attributes.v ?? '')}">${inside.join('')}</${element.tag}>`
  }
})

describe('text that is not well formed', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an end tag that is missing', '<a><b>x</a>', 'a[b["x"]]'],
    ['two end tags crossed', '<a><b><c>x</b></c>y</a>', 'a[b[c["x"]] "y"]'],
    ['an end tag of nothing', '<a>x</q>y</a>', 'a["x" "y"]'],
    ['text that ends in an element', '<a><b>x', 'a?[b?["x"]]'],
    ['text that ends in a start tag', '<a>x<b c="d', 'a?["x" b?]'],
    ['a slash at the end of the text', '<a>x<b href="https:/', 'a?["x" b?]'],
    ['text that ends in an end tag', '<a>x</a', 'a["x"]'],
    ['text that ends in another end tag', '<a>x</ab', 'a?["x"]'],
    ['text that ends in CDATA', '<a><![CDATA[x', 'a?["x"]'],
    ['text that ends in a comment', '<a>x<!-- y', 'a?["x"]'],
    ['text that ends in an instruction', '<a>x<?php', 'a?["x"]'],
    ['a sign that begins no tag', '<a>1 < 2</a>', 'a["1 " "<" " 2"]'],
    ['a number behind the sign', '<a>I <3 you</a>', 'a["I " "<" "3 you"]'],
    ['a declaration that is none', '<a><!oops>x</a>', 'a["<!" "oops>x"]'],
    ['a tag that begins in a tag', '<a><b <c>x</c></b></a>', 'a[b[c["x"]]]'],
    ['a title that is closed by another name', '<a><title>x</titel><b/></a>', 'a[title["x"] b]'],
    ['a paragraph that is closed by another name', '<a><p>x</q><b/></a>', 'a[p["x" b]]'],
    ['an item in an item', '<a><item>1<item>2</item></a>', 'a[item["1"] item["2"]]'],
    ['an entry in an entry', '<a><entry><id>1<entry>2</entry></a>', 'a[entry[id["1"]] entry["2"]]'],
    ['an item in content', '<item><content><item>2</item></content></item>', 'item[content[item["2"]]]'],
    [
      'an item in sixty open tags',
      `<item>${'<p>'.repeat(60)}<item>2</item>`,
      `item[${'p['.repeat(59)}p${']'.repeat(59)}] item["2"]`,
    ],
  ]
  for (const [what, text, tree] of cases)
    test(`(${what}) is read as ${tree.slice(0, 40)}`, () => assert.equal(outline(parseXml(text, at)), tree))

  test('loses no letter of its text', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b>',
      '</b>',
      '<p',
      ' x="1"',
      '>',
      'word',
      ' & ',
      '&lt;',
      '<![CDATA[q]]>',
      '<!--c-->',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const whole = textOf(parseXml(parts.join(''), at))
        const words = parts.join('').replace(/<!--c-->|<p[^<>]*>?/g, '')
        assert.ok((whole.match(/word/g) ?? []).length >= (words.match(/word/g) ?? []).length)
      }),
    )
  })

  test('has every child under its parent, whatever it is', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<item>',
      '</item>',
      '<a/>',
      '<b x="',
      '"',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&',
      '<',
      '>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const check = (element: XmlElement) => {
          for (const child of elementsOf(element)) {
            assert.equal(child.parent, element)
            check(child)
          }
        }
        check(parseXml(parts.join(''), at))
      }),
    )
  })
})

describe('attributes', () => {
  const cases: readonly (readonly [string, Record<string, string>])[] = [
    ['<a b="1" c=\'2\'/>', { b: '1', c: '2' }],
    ['<a B="1" XML:Lang="de"/>', { b: '1', 'xml:lang': 'de' }],
    ['<a/>', {}],
    ['<a b = "1"  c= "2"/>', { b: '1', c: '2' }],
    ['<a b=1 c=2/>', { b: '1', c: '2' }],
    ['<a b=https://e.example/x>', { b: 'https://e.example/x' }],
    ['<a checked b="1">', { checked: '', b: '1' }],
    ['<a b="">', { b: '' }],
    ['<a b="x &amp; y &lt; z &#x2019;">', { b: 'x & y < z ’' }],
    ['<a b="x & y">', { b: 'x & y' }],
    ['<a b="1" b="2">', { b: '1' }],
    ['<a b="two\nlines">', { b: 'two\nlines' }],
    ['<a b="1"c="2">', { b: '1', c: '2' }],
    ['<a b="never closed>x</a>', { b: '', never: '', closed: '' }],
  ]
  for (const [text, attributes] of cases)
    test(`of ${JSON.stringify(text)} are ${JSON.stringify(attributes)}`, () =>
      assert.deepEqual({ ...top(text).attributes }, attributes))
})

describe('what elements hand down', () => {
  test('bases are resolved one against the other', () => {
    const feed = top('<a xml:base="/x/"><b xml:base="y/"><c/></b><d xml:base="https://o.example/z"/><e/></a>')
    const [b, d, e] = elementsOf(feed)
    assert.deepEqual(
      [feed.base, b!.base, elementsOf(b!)[0]!.base, d!.base, e!.base],
      [
        'https://e.example/x/',
        'https://e.example/x/y/',
        'https://e.example/x/y/',
        'https://o.example/z',
        'https://e.example/x/',
      ],
    )
  })

  test('no base is empty, and an empty base is the document', () => {
    assert.equal(top('<a/>').base, '')
    assert.equal(top('<a xml:base=""/>').base, at)
  })

  test('a language holds until another is declared', () => {
    const feed = top('<a xml:lang="de"><b xml:lang="fr"><c/></b><d xml:lang=""/><e/></a>')
    const [b, d, e] = elementsOf(feed)
    assert.deepEqual([elementsOf(b!)[0]!.language, d!.language, e!.language], ['fr', '', 'de'])
  })

  test('a prefix means what the nearest declaration says', () => {
    const feed = top(
      '<a xmlns:p="http://purl.org/dc/elements/1.1/"><p:x/><b xmlns:p="http://search.yahoo.com/mrss/"><p:x/></b><p:x/></a>',
    )
    assert.equal(outline(feed), 'dc:x b[media:x] dc:x')
  })

  test('a default namespace is for elements inside, and ends with its element', () => {
    const feed = top('<a><b xmlns="http://www.w3.org/1999/xhtml"><c/></b><c/></a>')
    assert.equal(outline(feed), 'xhtml:b[xhtml:c] c')
  })

  test('a prefix nobody declared is known by habit', () => {
    assert.equal(outline(parseXml('<atom:a/><dc:b/><nobody:c/>', at)), 'a dc:b nobody:c')
  })
})

describe('markup as HTML', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<a>x &lt; y &amp;amp; z</a>', 'x &lt; y &amp;amp; z'],
    ['<a><p>x</p></a>', '<p>x</p>'],
    ['<a><br/>x<hr></hr></a>', '<br />x<hr />'],
    ['<a><div/></a>', '<div></div>'],
    ['<a><b t="&quot;&lt;&amp;"/></a>', '<b t="&quot;&lt;&amp;"></b>'],
    ['<a xmlns:h="http://www.w3.org/1999/xhtml"><h:p xmlns="x">y</h:p></a>', '<p>y</p>'],
    ['<a><q:p xmlns:q="urn:q">y</q:p></a>', '<q:p>y</q:p>'],
    ['<a><br>swallowed<i>too</i></a>', '<br />swallowed<i>too</i>'],
  ]
  for (const [text, html] of cases) test(`${text} is ${html}`, () => assert.equal(innerHtml(top(text)), html))

  test('is the same after another reading', () => {
    const pieces = fc.constantFrom('<p>', '</p>', '<b c="&lt;d">', '</b>', '<br/>', 'x', ' &amp; ', '&lt;', '<i/>')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const once = innerHtml(top(`<a>${parts.join('')}</a>`))
        assert.equal(innerHtml(top(`<a>${once}</a>`)), once)
      }),
    )
  })
})
