import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compilePattern } from './linear-pattern.ts'

const matches = (source: string, text: string) => {
  const compiled = compilePattern(source)
  assert.equal(compiled.kind, 'pattern', source)
  return compiled.kind === 'pattern' && compiled.matches(text)
}

/** Letters that make many patterns match or nearly match. */
const texts = ['', 'a', 'ab', 'abc', 'aab', 'b a', 'ABBA', 'a\nb', 'x1y22', 'cab cab', 'aaaa', 'ba-c', 'é1']

test('a pattern finds what the regular expressions of JavaScript find', () => {
  const sources = [
    'a',
    'ab|c',
    'a*b',
    'a+b+',
    '^a',
    'a$',
    '^$',
    'a{2}',
    'a{2,3}b?',
    'a{3,}',
    '(ab)+',
    '(?:a|b)*c',
    '(a*)*b',
    '(?<name>a)b',
    '[a-b]+c',
    '[^a]',
    '[]a]',
    '[a-]c',
    '\\bab',
    'b\\b',
    '\\Bb',
    '\\d\\d',
    '\\w\\W',
    '\\s',
    'a.b',
    'a\\.b',
    '[\\d-]c',
    '(|a)b',
    'a??b',
    '\\p{Lu}',
    '.{4}',
    '(a|ab)(c|bcd)*$',
  ]
  for (const source of sources)
    for (const text of texts) {
      const js = source === '[]a]' ? '[\\]a]' : source
      // A test of capital letters must not ignore case.
      const flags = /\\p/.test(source) ? 'u' : 'i'
      assert.equal(matches(source, text), new RegExp(js, flags).test(text), `${source} in ${JSON.stringify(text)}`)
    }
})

test('a pattern ignores case in every script, and takes characters whole', () => {
  assert.equal(matches('ÉLECTION', 'une élection'), true)
  assert.equal(matches('^.$', '😀'), true)
  assert.equal(matches('\\b😀?x$', 'zz 😀😀x'), true)
  assert.equal(matches('[😀-😂]x$', 'zz zz😁x'), true)
  assert.equal(matches('\\bж', 'и𝐀ж ж'), true)
  assert.equal(matches('[А-Я]', 'д'), true)
  assert.equal(matches('الجسر', 'افتتاح الجسر'), true)
  // Greek and Turkish letters that are lowered by what is around them, or to two.
  assert.equal(matches('ΟΔΟΣ \\d', 'Η ΟΔΟΣ 5'), true)
  assert.equal(matches('İZMİR', 'in İzmİr'), true)
})

test('random patterns agree with JavaScript', () => {
  let seed = 11
  const pick = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * most)
  }
  const make = (depth: number): string => {
    const atoms = ['a', 'b', '.', '[ab]', '[^b]', 'c', '^', '$', '\\b']
    if (depth === 0) return atoms[pick(6)]!
    switch (pick(6)) {
      case 0:
        return `(${make(depth - 1)}|${make(depth - 1)})`
      case 1:
        return `(${make(depth - 1)})${['*', '+', '?', '{1,2}'][pick(4)]}`
      case 2:
        return atoms[pick(atoms.length)]!
      default:
        return make(depth - 1) + make(depth - 1)
    }
  }
  for (let round = 0; round < 1500; round++) {
    const source = make(3)
    const text = Array.from({ length: pick(7) }, () => 'abc '[pick(4)]).join('')
    assert.equal(matches(source, text), new RegExp(source, 'i').test(text), `${source} in ${JSON.stringify(text)}`)
  }
})

test('what needs more than one pass, or is no pattern, is refused', () => {
  for (const source of [
    '(a)\\1',
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?i)a',
    '\\k<a>',
    '\\p{Script=Greek}',
    '\\p{constructor}',
  ])
    assert.deepEqual(compilePattern(source), { kind: 'refused', why: 'unsupported' }, source)
  for (const source of ['(a', 'a)', '[a', '*', 'a**', 'a{2', 'a{3,2}', '\\', '[b-a]', '^*'])
    assert.deepEqual(compilePattern(source), { kind: 'refused', why: 'syntax' }, source)
  for (const source of ['a{1000}', '((a{99}){99}){99}', 'a'.repeat(500), '('.repeat(60)])
    assert.deepEqual(compilePattern(source), { kind: 'refused', why: 'too-long' }, source)
})

test('time grows with the text only, and ends with the budget', () => {
  // With the letters that the patterns need, which would else be missed first.
  const text = `${'a'.repeat(50_000)}!bc`
  for (const source of ['(a+)+$', '(a|aa)+b', '(a*)*a-?b', 'a{0,50}a{50}c']) {
    const before = process.cpuUsage()
    assert.equal(matches(source, text), false, source)
    const { user, system } = process.cpuUsage(before)
    assert.ok(user + system < 3_000_000, `${source}: ${user + system} µs`)
  }
  const compiled = compilePattern('a{0,90}b')
  const budget = { steps: 10_000 }
  assert.equal(compiled.kind === 'pattern' && compiled.matches(`${'a'.repeat(1_000)}b`, budget), false)
  assert.ok(budget.steps > -1_000)
})
