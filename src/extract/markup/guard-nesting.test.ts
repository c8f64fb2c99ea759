import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guardNesting } from './guard-nesting.ts'
import { textLines } from './page-tree.ts'

function depthOf(html: string): number {
  let depth = 0
  let most = 0
  for (const match of html.matchAll(/<(\/?)(?:div|i|b|p)\b[^>]*>/g)) {
    depth += match[1] === '/' ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

test('ordinary markup comes back as the same string', () => {
  const html = '<div><p>One <b>two</b></p><img src=a><br></div>'
  assert.equal(guardNesting(html), html)
})

test('tags nested deeper than the limit go and their text stays', () => {
  const html = `${'<div>'.repeat(50)}deep text${'</div>'.repeat(50)}`
  const guarded = guardNesting(html, 10)
  assert.equal(depthOf(guarded), 10)
  assert.deepEqual(textLines(guarded), ['deep text'])
})

test('void tags do not count as nesting', () => {
  const html = `<p>${'<br>'.repeat(500)}x</p>`
  assert.equal(guardNesting(html, 5), html)
})

test('a formatting tag left open is closed where its parent ends', () => {
  assert.equal(guardNesting('<p><b>bold</p><p>plain</p>'), '<p><b>bold</b></p><p>plain</p>')
})

test('unclosed tags at the end are left to the parser', () => {
  assert.equal(guardNesting('<div><p>text'), '<div><p>text')
})

test('no markup makes it throw or lose words', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<a href=x>',
    '<br>',
    'word ',
    '<!--',
    '-->',
    '<',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('')
      const words = (text: string): number => text.match(/word/g)?.length ?? 0
      assert.equal(words(guardNesting(html, 6)), words(html))
    }),
  )
})

test('from 800 levels on only text and paragraphs are left, whatever is opened and closed', () => {
  const html = `${'<i>'.repeat(50_000)}one<div>two</div>${'</b>'.repeat(50_000)}<script>three</script>`
  const guarded = guardNesting(html)
  assert.ok(guarded.length < 2000, `${guarded.length}`)
  assert.deepEqual(textLines(guarded), ['one', 'two'])
})

test('a tag keeps its first 200 attributes', () => {
  const html = `<p ${Array.from({ length: 5000 }, (_, index) => `a${index}="x>y"`).join(' ')}>text<img src=b>`
  const guarded = guardNesting(html)
  assert.match(guarded, / a199="x>y">text<img src=b>$/)
  assert.ok(!guarded.includes(' a200='))
})
