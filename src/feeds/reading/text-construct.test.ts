import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { constructHtml, readTextConstruct } from './text-construct.ts'
import { elementsOf } from './xml-text.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/** The construct in an RSS item or, for `atom`, in an entry. */
function construct(xml: string, where: 'rss' | 'atom' = 'atom'): XmlElement {
  const text = where === 'atom' ? `<feed><entry>${xml}</entry></feed>` : `<rss><item>${xml}</item></rss>`
  return elementsOf(elementsOf(elementsOf(parseXml(text, ''))[0]!)[0]!)[0]!
}

describe('a text construct', () => {
  /** The input and how it is read: `t` for plain text, `h` for HTML. */
  const cases: readonly (readonly [string, string, 't' | 'h', 'rss' | 'atom'])[] = [
    ['<title>a &amp; b</title>', 'a & b', 't', 'atom'],
    ['<title>a &lt;b&gt;c&lt;/b&gt;</title>', 'a <b>c</b>', 'h', 'atom'],
    ['<title type="text">a &lt;b&gt;c&lt;/b&gt;</title>', 'a <b>c</b>', 't', 'atom'],
    ['<title type="TEXT/PLAIN ">&lt;b&gt;</title>', '<b>', 't', 'atom'],
    ['<title type="text">a &lt;b&gt;c&lt;/b&gt;</title>', 'a <b>c</b>', 'h', 'rss'],
    ['<title type="html">a</title>', 'a', 'h', 'atom'],
    ['<title mode="escaped" type="text/html">a</title>', 'a', 'h', 'atom'],
    ['<title type="xhtml">a &lt; b</title>', 'a &lt; b', 'h', 'atom'],
    ['<title type="xhtml">&lt;b&gt;a&lt;/b&gt;</title>', '<b>a</b>', 'h', 'atom'],
    ['<title>1 &lt; 2</title>', '1 < 2', 't', 'atom'],
    ['<title>a &amp;amp; b</title>', 'a &amp; b', 'h', 'atom'],
    ['<title>a &amp;b; c</title>', 'a &b; c', 'h', 'rss'],
    ['<title>  padded  </title>', 'padded', 't', 'atom'],
    ['<title/>', '', 't', 'atom'],
    ['<title><b>a</b> &amp; c</title>', '<b>a</b> &amp; c', 'h', 'rss'],
    ['<title type="xhtml"><div><b>a</b></div></title>', '<b>a</b>', 'h', 'atom'],
    ['<title type="xhtml"> <div> </div> </title>', '', 'h', 'atom'],
    ['<title type="xhtml">x<div>y</div></title>', 'x<div>y</div>', 'h', 'atom'],
    ['<title type="html"><div>y</div></title>', '<div>y</div>', 'h', 'atom'],
    ['<title type="html"><div>&lt;b&gt;y&lt;/b&gt;</div></title>', '<b>y</b>', 'h', 'atom'],
    ['<title type="html">x <div>&lt;b&gt;y&lt;/b&gt;</div></title>', 'x <div>&lt;b&gt;y&lt;/b&gt;</div>', 'h', 'atom'],
    ['<title type="application/x-own">test</title>', 'test', 't', 'atom'],
    ['<title type="application/x-own">dGVzdA==</title>', 'test', 't', 'atom'],
  ]
  for (const [xml, text, kind, where] of cases)
    test(`${xml} in ${where} says ${JSON.stringify(text)}, ${kind === 'h' ? 'as HTML' : 'as text'}`, () => {
      const read = readTextConstruct(construct(xml, where), 'text')
      assert.deepEqual({ text: read.text, isHtml: read.isHtml }, { text, isHtml: kind === 'h' })
    })

  test('without marks of either kind is what it is assumed to be', () => {
    assert.equal(readTextConstruct(construct('<title>words</title>'), 'html').isHtml, true)
    assert.equal(readTextConstruct(construct('<title>words</title>'), 'text').isHtml, false)
  })

  test('has the base of the element that holds its markup', () => {
    const inner = construct('<content xml:base="https://a.example/" type="xhtml"><div xml:base="b/">x</div></content>')
    assert.equal(readTextConstruct(inner, 'html').base, 'https://a.example/b/')
    assert.equal(readTextConstruct(construct('<content>x</content>'), 'html').base, '')
  })

  test('as HTML reads like the text it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '<', '>', '&', ' ') }), (text) => {
        const html = constructHtml({ text, isHtml: false, base: '' })
        assert.doesNotMatch(html, /<|>|&(?!amp;|lt;|gt;)/)
        assert.equal(constructHtml({ text, isHtml: true, base: '' }), text)
      }),
    )
  })
})

describe('base64', () => {
  const packed = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

  test('is unpacked where the feed says so, and only there', () => {
    const said = construct(`<content mode="base64">${packed('<p>été 日本</p>')}</content>`)
    assert.deepEqual(readTextConstruct(said, 'html'), { text: '<p>été 日本</p>', isHtml: true, base: '' })
    const type = construct(`<content type="application/octet-stream">${packed('plain words')}</content>`)
    assert.deepEqual(readTextConstruct(type, 'html'), { text: 'plain words', isHtml: false, base: '' })
    for (const attributes of ['', 'type="text"', 'type="text/plain"', 'type="html"', 'type="application/xml"'])
      assert.equal(readTextConstruct(construct(`<content ${attributes}>d29yZHM=</content>`), 'html').text, 'd29yZHM=')
  })

  test('that is none stays as it stands', () => {
    for (const text of ['not base64!', 'abc', 'ab=c', '====', 'd29y ZHM=x'])
      assert.equal(readTextConstruct(construct(`<content mode="base64">${text}</content>`), 'html').text, text)
  })

  test('of any text gives the text, over however many lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat({ max: 20 }), (text, width) => {
        const lines = packed(text).replace(new RegExp(`(.{${width + 1}})`, 'g'), '$1\n')
        const read = readTextConstruct(construct(`<content mode="base64">${lines}</content>`), 'html')
        assert.equal(read.text, new TextDecoder().decode(new TextEncoder().encode(text)).trim())
      }),
    )
  })
})
