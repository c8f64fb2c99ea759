import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { namespaceScope, normalizedName } from './namespaces.ts'

const scope = (declared: Record<string, string>) => namespaceScope(new Map(Object.entries(declared)))

describe('an element', () => {
  const cases: readonly (readonly [string, Record<string, string>, string])[] = [
    ['title', {}, 'title'],
    ['title', { '': 'http://www.w3.org/2005/Atom' }, 'title'],
    ['title', { '': 'http://purl.org/rss/1.0/' }, 'title'],
    ['title', { '': 'https://unknown.example/' }, 'title'],
    ['div', { '': 'http://www.w3.org/1999/xhtml' }, 'xhtml:div'],
    ['dc:creator', {}, 'dc:creator'],
    ['x:creator', { x: 'http://purl.org/dc/elements/1.1/' }, 'dc:creator'],
    ['x:creator', { x: 'HTTP://PURL.ORG/DC/ELEMENTS/1.1/' }, 'dc:creator'],
    ['x:encoded', { x: 'http://purl.org/rss/1.0/modules/content' }, 'content:encoded'],
    ['x:group', { x: 'http://search.yahoo.com/mrss' }, 'media:group'],
    ['x:title', { x: 'http://www.w3.org/2005/Atom' }, 'title'],
    ['atom:link', {}, 'link'],
    ['a10:updated', {}, 'updated'],
    ['atom:link', { atom: 'https://unknown.example/' }, 'link'],
    ['dc:title', { dc: 'http://search.yahoo.com/mrss/' }, 'media:title'],
    ['foo:bar', {}, 'foo:bar'],
    ['foo:bar', { foo: 'https://unknown.example/' }, 'foo:bar'],
    ['a:b:c', {}, 'a:b:c'],
  ]
  for (const [tag, declared, name] of cases)
    test(`<${tag}> under ${JSON.stringify(declared)} is known as ${name}`, () =>
      assert.equal(normalizedName(tag, scope(declared)), name))
})

test('an inner scope wins over the outer one, and the outer one holds where the inner says nothing', () => {
  const outer = scope({ a: 'http://purl.org/dc/elements/1.1/', b: 'http://search.yahoo.com/mrss/' })
  const inner = namespaceScope(new Map([['a', 'http://purl.org/rss/1.0/modules/content/']]), outer)
  assert.deepEqual(
    ['a:x', 'b:x'].map((tag) => normalizedName(tag, inner)),
    ['content:x', 'media:x'],
  )
  assert.equal(normalizedName('a:x', outer), 'dc:x')
})

test('a name asked for twice is the same', () => {
  const one = scope({ q: 'http://purl.org/dc/terms/' })
  assert.equal(normalizedName('q:issued', one), normalizedName('q:issued', one))
  assert.equal(normalizedName('q:issued', one), 'dcterms:issued')
})
