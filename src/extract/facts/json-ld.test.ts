import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { articleNode, hasType, listOf, readJsonLd, textIn } from './json-ld.ts'

test('objects are found in lists, in graphs and as the main entity', () => {
  const nodes = readJsonLd([
    '[{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"A"}}]',
    '{"@graph":[{"@type":["Organization","Thing"],"name":"B"}]}',
  ])
  assert.ok(hasType(nodes, /^NewsArticle$/))
  assert.ok(hasType(nodes, /^Organization$/))
})

test('comments, CDATA, stray semicolons and control characters around JSON are tolerated', () => {
  for (const script of [
    '<!-- {"@type":"A"} -->',
    '//<![CDATA[\n{"@type":"A"}\n//]]>',
    '/* <![CDATA[ */{"@type":"A"}/* ]]> */',
    '{"@type":"A"};',
    '{"@type":\n"A",\t"x":"line\nbreak"}',
  ])
    assert.equal(readJsonLd([script])[0]?.types[0], 'A', script)
})

test('a broken script is skipped and the others are read', () => {
  assert.equal(readJsonLd(['{"@type":', '{"@type":"A"}']).length, 1)
})

test('a text is found in a string, a name, a list, and its entities are decoded', () => {
  assert.equal(textIn('a'), 'a')
  assert.equal(textIn({ name: 'b' }), 'b')
  assert.equal(textIn([{ x: 1 }, { '@value': 'c' }]), 'c')
  assert.equal(textIn('Rain &amp; wind&#39;s &lt;b&gt;'), "Rain & wind's <b>")
  assert.equal(textIn('AT&T'), 'AT&T')
  assert.equal(textIn({}), undefined)
  assert.equal(textIn(null), undefined)
})

test('a value is a list of itself', () => {
  assert.deepEqual(listOf('a'), ['a'])
  assert.deepEqual(listOf(['a', 'b']), ['a', 'b'])
  assert.deepEqual(listOf(undefined), [])
})

test('the article of this address goes before others', () => {
  const nodes = readJsonLd([
    '[{"@type":"NewsArticle","headline":"Other","url":"https://e.example/b"},{"@type":"NewsArticle","headline":"This","mainEntityOfPage":{"@id":"https://www.e.example/a?x=1"}}]',
  ])
  assert.equal(articleNode(nodes, ['https://e.example/a'])?.fields.headline, 'This')
})

test('a page that describes many articles and none by this address has no article of its own', () => {
  const many = Array.from({ length: 9 }, (_, i) => ({
    '@type': 'NewsArticle',
    headline: `H${i}`,
    url: `https://e.example/${i}`,
  }))
  assert.equal(articleNode(readJsonLd([JSON.stringify(many)]), ['https://e.example/']), undefined)
})

test('deep, wide and random structures neither throw nor hang', () => {
  readJsonLd(['['.repeat(200_000), `${'{"mainEntity":'.repeat(2_000)}1${'}'.repeat(2_000)}`])
  assert.ok(readJsonLd([JSON.stringify(Array.from({ length: 50_000 }, () => ({})))]).length <= 2_000)
  fc.assert(fc.property(fc.json(), (json) => void articleNode(readJsonLd([json]), ['https://e.example/'])))
})

test('a name called __proto__ changes nothing', () => {
  readJsonLd(['{"@type":"A","__proto__":{"polluted":true}}'])
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

test('a script of more values than a page says of itself is passed over', () => {
  const long = `{"@type":"NewsArticle","a":[${'{},'.repeat(200_001)}{}]}`
  assert.deepEqual(
    readJsonLd([long, '{"@type":"A"}']).map(({ types }) => types),
    [['A']],
  )
})
