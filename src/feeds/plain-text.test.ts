import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { decodeEntities } from './entities.ts'
import { plainText } from './plain-text.ts'

describe('plain text', () => {
  const cases: [string, string][] = [
    ['Just words', 'Just words'],
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<p>One\n  <b>bold</b>\nword</p>', 'One bold word'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>x</li><li>y</li></ul>z', 'x\ny\nz'],
    ['<em>un</em>broken', 'unbroken'],
    ['AT&amp;T &lt;b&gt; &eacute;&#233;&#xe9;', 'AT&T <b> ééé'],
    ['&amp;lt;', '&lt;'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['a<script>var x = "<p>no</p>"</script>b', 'a\nb'],
    ['a<STYLE type="x">p { }</StYlE >b', 'a\nb'],
    ['a<!-- <p>no</p> -->b', 'ab'],
    ['a<!-- never closed <p>b</p>', 'ab'],
    ['a<!--', 'a'],
    ['<!DOCTYPE ~', '<!DOCTYPE ~'],
    ['a<iframe src="x" />b', 'a\nb'],
    ['a<iframe src="x">no</iframe>b', 'a\nb'],
    ['a<script src="x" />b', 'a\nb'],
    ['<a title="a > b">link</a>', 'link'],
    ["<a title='<p>no</p>'>link</a>", 'link'],
    ['<img alt="no"> yes', 'yes'],
    ['unfinished <a href="x', 'unfinished'],
    ['<p>a&nbsp;&nbsp;b</p>', 'a b'],
    ['<p title="unclosed>text</p> more', 'text\nmore'],
    ['<script>never closed', ''],
    ['', ''],
  ]
  for (const [html, text] of cases)
    test(`of ${JSON.stringify(html)} is ${JSON.stringify(text)}`, () => assert.equal(plainText(html), text))

  test('of text without markup is that text, white space aside', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        const plain = (words: string) => words.replace(/[\s\u001e]+/g, ' ').trim()
        assert.equal(plain(plainText(html)), plain(text))
      }),
    )
  })

  test('of anything is found in time proportional to its length', { timeout: 10_000 }, () => {
    const pieces = [
      '<',
      '<a',
      '<a "',
      "<a '",
      '<a href="',
      '<!--',
      '<script>',
      '<svg>',
      '<iframe />',
      '<!',
      '</',
      '&',
      '&#',
      ' ',
      '\n ',
      '<a ">"',
      '<p title="x',
      '\u001e',
    ]
    for (const piece of pieces) plainText(piece.repeat(300_000))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, '>', '"', 'x', '-->')),
        (parts) => void plainText(parts.join('')),
      ),
    )
  })
})

describe('character references', () => {
  const cases: [string, string][] = [
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&hellip;&nbsp;&Eacute;&CounterClockwiseContourIntegral;', '…\u00a0É∳'],
    ['&#8217;&#x2019;&#X2019;', '’’’'],
    ['&#146;&#x80;', '’€'],
    ['&#0;&#xD800;', '\ufffd\ufffd'],
    ['&#1114112;&#x110000;', '&#1114112;&#x110000;'],
    ['&unknown; &; &# &#; &#x; &#xyz; & &&', '&unknown; &; &# &#; &#x; &#xyz; & &&'],
    ['?a=1&b=2&copy=3', '?a=1&b=2&copy=3'],
    ['&amp;amp;', '&amp;'],
    ['&amp &lt', '&amp &lt'],
    ['&toString; &__proto__;', '&toString; &__proto__;'],
  ]
  for (const [text, decoded] of cases) test(`${text} are ${decoded}`, () => assert.equal(decodeEntities(text), decoded))

  test('a document declares come before those of HTML', () => {
    const declared = (name: string) => (name === 'me' ? 'Jo' : undefined)
    assert.equal(decodeEntities('&me; &amp; &you;', declared), 'Jo & &you;')
  })
})
