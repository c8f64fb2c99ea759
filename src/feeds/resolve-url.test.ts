import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { resolveLink, resolveUrl } from './resolve-url.ts'

const base = 'http://a/b/c/d;p?q'

describe('a reference', () => {
  /** The examples of RFC 3986, sections 5.4.1 and 5.4.2. Where the WHATWG URL standard differs, it is followed. */
  const examples: readonly (readonly [string, string])[] = [
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g/'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['g#s', 'http://a/b/c/g#s'],
    ['g?y#s', 'http://a/b/c/g?y#s'],
    [';x', 'http://a/b/c/;x'],
    ['g;x', 'http://a/b/c/g;x'],
    ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'],
    ['./', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../..', 'http://a/'],
    ['../../../g', 'http://a/g'],
    ['/./g', 'http://a/g'],
    ['g.', 'http://a/b/c/g.'],
    ['..g', 'http://a/b/c/..g'],
    ['./g/.', 'http://a/b/c/g/'],
    ['g/../h', 'http://a/b/c/h'],
    ['g;x=1/../y', 'http://a/b/c/y'],
    ['g?y/../x', 'http://a/b/c/g?y/../x'],
    ['http:g', 'http://a/b/c/g'],
  ]
  for (const [reference, url] of examples)
    test(`“${reference}” against ${base} is ${url}`, () => assert.equal(resolveUrl(reference, base), url))

  test('that is absolute stays letter by letter what it was', () => {
    for (const url of [
      'HTTP://A.Example/%7ejo',
      'https://e.example:443/a/../b',
      'urn:isbn:0-395-36341-1',
      'tag:e.example,2004:/x',
      'https://e.example',
      'mailto:jo@e.example?subject=x y'.replace(' ', '%20'),
    ])
      assert.equal(resolveUrl(url, base), url)
  })

  test('is trimmed, and without a base stays as it is', () => {
    assert.equal(resolveUrl('\n g \t', base), 'http://a/b/c/g')
    assert.equal(resolveUrl(' g ', ''), 'g')
    assert.equal(resolveUrl(' g ', 'not a base'), 'g')
    assert.equal(resolveUrl('http://[', base), 'http://[')
  })

  test('once resolved does not change again, whatever it is resolved against', () => {
    const pieces = fc.constantFrom('a', '/', '..', '.', '?', '#', ':', 'http', '//', ' ', '%', 'é', '@', '[')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const once = resolveUrl(parts.join(''), base)
        if (URL.canParse(once)) assert.equal(resolveUrl(once, 'https://other.example/x/'), once)
      }),
    )
  })
})

describe('a link', () => {
  const followed = [
    'https://e.example/',
    'mailto:jo@e.example',
    'tel:+123',
    'magnet:?xt=x',
    'gemini://e.example/',
    'ftp://e.example/x',
  ]
  for (const url of followed) test(`to ${url} is one`, () => assert.equal(resolveLink(url, base), url))

  const refused = [
    'vbscript:x',
    'blob:https://e.example/1',
    'about:blank',
    'chrome://x',
    'ms-word:x',
    'intent:x',
    'ws://e.example/',
    '\tjava\nscript:x',
    'view-source:x',
    // Our parser rejects this URL; a lenient browser would remove the line end and see the scheme.
    'file\n://e.example:99999',
    '\u0001data\n://a b',
  ]
  for (const url of refused)
    test(`to ${JSON.stringify(url)} is none`, () => assert.equal(resolveLink(url, base), undefined))

  test('never has a scheme outside the list, however it is written', () => {
    const pieces = fc.constantFrom('java', 'script', ':', '\t', '\n', ' ', '//', 'x', 'data', 'JAVA', '\u0000', 'http')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const link = resolveLink(parts.join(''), 'https://e.example/')
        const protocol = link === undefined ? undefined : URL.parse(link)?.protocol
        assert.doesNotMatch(protocol ?? '', /^(?:javascript|data|vbscript|file|blob):/)
      }),
      { numRuns: 1_000 },
    )
  })
})
