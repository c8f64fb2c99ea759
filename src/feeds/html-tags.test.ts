import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { htmlTags } from './html-tags.ts'

const wanted = new Set(['a', 'link', 'base'])

const tagsOf = (html: string) =>
  [...htmlTags(html, wanted)].map(({ name, attributes }) => [name, { ...attributes }] as const)

describe('start tags of a page', () => {
  const cases: readonly (readonly [string, ReturnType<typeof tagsOf>])[] = [
    ['<a href="x">', [['a', { href: 'x' }]]],
    ['<A HREF=x>', [['a', { href: 'x' }]]],
    ["<link rel='alternate' href='/f'/>", [['link', { rel: 'alternate', href: '/f' }]]],
    ['<a\n  href\n=\n"x"\n>', [['a', { href: 'x' }]]],
    ['<a>', [['a', {}]]],
    ['<abbr href="x"><article href="y">', []],
    ['<p href="x"><a href="y">', [['a', { href: 'y' }]]],
    ['<a title="<a href=no>" href="yes">', [['a', { title: '<a href=no>', href: 'yes' }]]],
    ['<a href="a&amp;b">', [['a', { href: 'a&b' }]]],
    ['<a href="1" href="2">', [['a', { href: '1' }]]],
    ['<!-- <a href="x"> --><a href="y">', [['a', { href: 'y' }]]],
    ['<!-- <a href="x">', []],
    ['</a><a/>', [['a', {}]]],
    ['< a href="x">', []],
    ['<a href="x"', [['a', { href: 'x' }]]],
    [
      '<a href="x"<a href="y">',
      [
        ['a', { href: 'x' }],
        ['a', { href: 'y' }],
      ],
    ],
    ['', []],
  ]
  for (const [html, tags] of cases)
    test(`${JSON.stringify(html)} are ${JSON.stringify(tags)}`, () => assert.deepEqual(tagsOf(html), tags))

  test('say where they end', () => {
    const html = 'x<a href="y">z'
    const [tag] = htmlTags(html, wanted)
    assert.equal(html.slice(tag!.end), 'z')
  })

  test('come in order and never overlap', () => {
    const pieces = fc.constantFrom('<a ', 'href=', '"', "'", '>', '<', '<!--', '-->', '<base', 'x', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const html = parts.join('')
        let before = 0
        for (const { name, end } of htmlTags(html, wanted)) {
          assert.ok(wanted.has(name) && end > before && end <= html.length + 1)
          before = end
        }
      }),
    )
  })
})
