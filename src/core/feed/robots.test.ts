import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asksNoModel, mayFetch, readRobots } from './robots.ts'

const may = (robots: string, path: string) =>
  mayFetch(readRobots(robots, 'Twosource'), path.startsWith('http') ? path : `https://outlet.example${path}`)

describe('whose rules they are', () => {
  const cases: [string, string, string, boolean][] = [
    ['an empty file allows all', '', '/a', true],
    ['rules without a program are nobody’s', 'Disallow: /', '/a', true],
    ['rules for all', 'User-agent: *\nDisallow: /a', '/a', false],
    ['rules for another program', 'User-agent: Other\nDisallow: /', '/a', true],
    [
      'our own stand in place of those for all',
      'User-agent: *\nDisallow: /\nUser-agent: twosource\nDisallow: /b',
      '/a',
      true,
    ],
    ['our own, though there are none', 'User-agent: *\nDisallow: /\n\nUser-agent: Twosource\n', '/a', true],
    ['our own and empty', 'User-agent: Twosource\nDisallow:\nUser-agent: *\nDisallow: /', '/a', true],
    [
      'our own in two groups',
      'User-agent: Twosource\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: TWOSOURCE\nDisallow: /b',
      '/b',
      false,
    ],
    ['a group of several programs', 'User-agent: x\nUser-agent: Twosource\nUser-agent: y\nDisallow: /', '/a', false],
    ['a version behind the name', 'User-agent: Twosource/9.1 (x)\nDisallow: /', '/a', false],
    ['a longer name is another program', 'User-agent: TwosourceNews\nDisallow: /', '/a', true],
    ['a shorter name is another program', 'User-agent: Two\nDisallow: /', '/a', true],
    [
      'a line of another sort does not end a group',
      'User-agent: Twosource\nCrawl-delay: 5\nSitemap: /s\nUser-agent: x\nDisallow: /',
      '/a',
      false,
    ],
    ['a star with words behind it', 'User-agent: * all of you\nDisallow: /', '/a', false],
  ]
  for (const [name, robots, path, isAllowed] of cases) test(name, () => assert.equal(may(robots, path), isAllowed))
})

describe('how a file is written', () => {
  const cases: [string, string, string, boolean][] = [
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /', '/a', false],
    ['Windows lines', 'User-agent: *\r\nDisallow: /a\r\nAllow: /a/b\r\n', '/a/c', false],
    ['old Mac lines', 'User-agent: *\rDisallow: /a', '/a', false],
    ['case, spaces, tabs and remarks', ' USER-AGENT :\t* # all\n\tdisAllow:/a# not this', '/a', false],
    ['a web page', '<!doctype html><title>Not found</title><p>Disallow: /', '/a', true],
    ['an empty line in a group', 'User-agent: *\n\nDisallow: /a', '/a', false],
    ['the file itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ]
  for (const [name, robots, path, isAllowed] of cases) test(name, () => assert.equal(may(robots, path), isAllowed))
  test('what stands after half a megabyte is not read', () => {
    const start = 'User-agent: *\nDisallow: /a\n'
    const robots = `${start}${'# remark\n'.repeat(60_000)}Disallow: /b`
    assert.deepEqual([may(robots, '/a'), may(robots, '/b')], [false, true])
  })
})

describe('which rule decides', () => {
  const rules = (...lines: string[]) => ['User-agent: *', ...lines].join('\n')
  const cases: [string, string, string, boolean][] = [
    ['a beginning', rules('Disallow: /news'), '/newspaper', false],
    ['case counts in paths', rules('Disallow: /News'), '/news', true],
    ['the longer one allows', rules('Disallow: /a', 'Allow: /a/b'), '/a/b/c', true],
    ['the longer one forbids', rules('Allow: /a', 'Disallow: /a/b'), '/a/b/c', false],
    ['of two as long the one that allows', rules('Disallow: /a', 'Allow: /a'), '/a', true],
    ['the order does not count', rules('Allow: /a/b', 'Disallow: /'), '/a/b', true],
    ['a query is part of it', rules('Disallow: /*?print='), '/a?print=1', false],
    ['a fragment is not', rules('Disallow: /a#b'), '/c#b', true],
    ['a star in the middle', rules('Disallow: /a/*/print'), '/a/7/x/print/now', false],
    ['a star at the end changes nothing', rules('Disallow: /a*'), '/ab', false],
    ['the end', rules('Disallow: /*.pdf$'), '/a/b.pdf', false],
    ['not the end', rules('Disallow: /*.pdf$'), '/a/b.pdf?x', true],
    ['the whole', rules('Disallow: /a$'), '/a', false],
    ['more than the whole', rules('Disallow: /a$'), '/ab', true],
    ['end and star need room for both', rules('Disallow: /ab*bc$'), '/abc', true],
    ['a dollar sign in the middle is itself', rules('Disallow: /a$b'), '/a$b', true],
    ['an escaped dollar sign', rules('Disallow: /a%24b'), '/a$b', false],
    ['an escaped star is a star', rules('Disallow: /a%2Ab'), '/a*b', false],
    ['and nothing else', rules('Disallow: /a%2Ab'), '/axb', true],
    ['escapes that need none', rules('Disallow: /%61b'), '/ab', false],
    ['escapes in small letters', rules('Disallow: /a%3cd'), '/a%3Cd', false],
    ['letters beyond ASCII, plain in the file', rules('Disallow: /höhe'), '/h%C3%B6he', false],
    ['letters beyond ASCII, escaped in the file', rules('Disallow: /h%c3%b6he'), '/höhe', false],
    ['a slash that is escaped is no slash', rules('Disallow: /a/b'), '/a%2Fb', true],
    ['no slash at the beginning fits nothing', rules('Disallow: a'), '/a', true],
    ['only the path counts', rules('Disallow: /'), 'https://other.example', false],
  ]
  for (const [name, robots, path, isAllowed] of cases) test(name, () => assert.equal(may(robots, path), isAllowed))
})

test('a file of stars takes no more time than its length', () => {
  const robots = `User-agent: *\nDisallow: /${'a*'.repeat(5_000)}b$`
  assert.equal(may(robots, `/${'a'.repeat(20_000)}`), true)
})

test('any file and any address come to an answer', () => {
  const line = fc.constantFrom(
    'User-agent: *',
    'Disallow: /',
    'Allow: /a*b$',
    'Disallow:',
    '%',
    'User-agent:',
    'Disallow: %zz%',
    'x',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), fc.webUrl(), (lines, url) => {
      assert.equal(typeof mayFetch(readRobots(lines.join('\n'), 'Twosource'), url), 'boolean')
    }),
  )
})

test('a file of more than a site has is read as far as it may mean something', () => {
  const head = 'User-agent: *\n'
  const rules = readRobots(`${head}${'Allow:/\n'.repeat(60_000)}`, 'Twosource')
  assert.equal(rules.length, 10_000)
  assert.equal(readRobots(`${head}Disallow: /${'é'.repeat(400_000)}\nDisallow: /b`, 'Twosource').length, 1)
  const accents = readRobots(`${head}Disallow: /*é é$`, 'Twosource')
  assert.deepEqual(accents, [{ isAllowed: false, pattern: '/*%C3%A9%20%C3%A9$' }])
})

test('a page that asks no model be given its text is believed, in every way of writing it', () => {
  for (const tag of ['noai', 'noindex, NoAI', ' noimageai ,noai ', 'twosource: noai', 'otherbot: noindex, noai'])
    assert.ok(asksNoModel([tag]), tag)
  assert.ok(asksNoModel([undefined, 'index', 'noai']))
})

test('what is said to another program, or is another word, is not that', () => {
  for (const tag of ['', 'noimageai', 'otherbot: noai', 'noarchive', 'ai', 'no ai', 'noaix'])
    assert.ok(!asksNoModel([tag]), tag)
  assert.ok(!asksNoModel([]))
})
