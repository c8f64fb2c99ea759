import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { absoluteHtml } from './absolute-html.ts'
import { resolveLink, resolveUrl } from './resolve-url.ts'

const base = 'https://e.example/a/b.html'

describe('addresses in HTML', () => {
  const changed: [string, string][] = [
    ['<a href="c">', '<a href="https://e.example/a/c">'],
    ["<a class=x HREF='/c?a=1&amp;b=2'>", '<a class=x HREF="https://e.example/c?a=1&amp;b=2">'],
    ['<img src=../i.png alt="x">', '<img src="https://e.example/i.png" alt="x">'],
    [
      '<video poster="p.jpg" src="//cdn.example/v.mp4">',
      '<video poster="https://e.example/a/p.jpg" src="https://cdn.example/v.mp4">',
    ],
    ['<img srcset="a.png 1x, b.png 2x">', '<img srcset="https://e.example/a/a.png 1x, https://e.example/a/b.png 2x">'],
    ['<p>x <a href="">self</a>', '<p>x <a href="https://e.example/a/b.html">self</a>'],
  ]
  for (const [html, absolute] of changed)
    test(`${html} become absolute`, () => assert.equal(absoluteHtml(html, base), absolute))

  const kept = [
    '<a href="https://other.example/x">', '<a href=\'mailto:jo@e.example\'>', '<a href="#note">', '<img src="data:image/png;base64,AA==">',
    '<p>write href="c" like this</p>', '<a data-src="c" title="src=c">', 'no tags at all', '<a href="javascript:alert(1)">', '1 < 2 href="c"',
  ] // biome-ignore format: a table
  for (const html of kept) test(`${html} stay as they are`, () => assert.equal(absoluteHtml(html, base), html))

  test('without a base stay as they are', () => assert.equal(absoluteHtml('<a href="c">', ''), '<a href="c">'))

  test('in tags that are whole do not change once they are absolute', () => {
    const pieces = [
      '<a href="x">',
      "<img src='/y?a=1&amp;b=2'>",
      '<img srcset="a 1x, b">',
      '<a href=../z>',
      'href="q"',
      '<',
      '>',
      ' = ',
      '"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
        const once = absoluteHtml(parts.join(' '), base)
        assert.equal(absoluteHtml(once, base), once)
      }),
    )
  })

  test('are found in time proportional to the text', { timeout: 10_000 }, () => {
    for (const piece of ['<a href="', '<a href=', '=', '<a srcset="a ', ' href', '<a "', "<a '>"])
      absoluteHtml(piece.repeat(200_000), base)
  })
})

test('an address that is absolute stays as it was written', () => {
  for (const url of ['http://E.example', 'urn:uuid:1', 'tag:e.example,2004:x', 'https://e.example/ä'])
    assert.equal(resolveUrl(url, base), url)
})

test('an odd address is resolved as a browser would', () => {
  assert.equal(resolveUrl('http:c', 'http://e.example/a/b'), 'http://e.example/a/c')
  assert.equal(resolveUrl(' c d ', base), 'https://e.example/a/c%20d')
  assert.equal(resolveUrl('http://e.example/a b', ''), 'http://e.example/a%20b')
  assert.equal(resolveUrl('c', ''), 'c')
})

test('a link never has a scheme that runs or reads something', () => {
  for (const url of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'java\nscript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '',
  ])
    assert.equal(resolveLink(url, base), undefined, url)
  assert.equal(resolveLink('/x', base), 'https://e.example/x')
  assert.equal(resolveLink(undefined, base), undefined)
})
