import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type CommentBlock, type CommentInline, commentWords } from '../core/text/comment-text.ts'
import { possibleNames, withMentions } from './mentions.ts'
import { mostLinks, parseComment } from './parse-comment.ts'

const blocksOf = (body: string) => {
  const parsed = parseComment(body)
  assert.ok(parsed.kind === 'parsed')
  return parsed.blocks
}
const kindsOf = (body: string) => blocksOf(body).map(({ kind }) => kind)
const linksOf = (body: string) => {
  const parsed = parseComment(body)
  return parsed.kind === 'parsed' ? parsed.links : []
}

describe('the text of a comment', () => {
  it('has paragraphs, quotations, lists and code', () => {
    assert.deepEqual(kindsOf('a\n\n> b\n\n- c\n\n```\nd\n```'), ['paragraph', 'quote', 'list', 'code'])
  })

  it('keeps headings, pictures, tables and HTML as the text they are', () => {
    for (const body of ['# a', '<b>a</b>', '<script>alert(1)</script>', '| a |\n| - |', '![a](b)', '***', 'a\n==='])
      assert.ok(
        kindsOf(body).every((kind) => kind === 'paragraph'),
        body,
      )
    assert.equal(commentWords(blocksOf('<img src=x onerror=alert(1)>')), '<img src=x onerror=alert(1)>')
  })

  it('links to the web alone', () => {
    assert.deepEqual(linksOf('[a](https://a.example/x) <http://b.example/> https://c.example'), [
      'https://a.example/x',
      'http://b.example/',
      'https://c.example/',
    ])
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '&#106;avascript:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//a.example',
      '/settings',
      'mailto:a@b.example',
    ])
      assert.deepEqual(linksOf(`[a](${address}) <${address}>`), [], address)
    const posing = linksOf('[a](https://good.example@evil.example/) <https://good.example@evil.example/>')
    assert.ok(posing.every((link) => new URL(link).host === 'good.example'))
  })

  it('says why it cannot be taken', () => {
    assert.deepEqual(parseComment(' \n '), { kind: 'refused', reason: 'empty' })
    assert.deepEqual(parseComment('x'.repeat(10_001)), { kind: 'refused', reason: 'too-long' })
    const many = 'https://a.example '.repeat(mostLinks + 1)
    assert.deepEqual(parseComment(many), { kind: 'refused', reason: 'too-many-links' })
  })

  it('stands in itself only so deep, and loses no words', () => {
    const body = `${'> '.repeat(40)}word`
    let depth = 0
    for (let block = blocksOf(body)[0]; block?.kind === 'quote'; block = block.content[0]) depth++
    assert.ok(depth <= 6)
    assert.match(commentWords(blocksOf(body)), /word/)
    assert.match(commentWords(blocksOf(`${'- '.repeat(30)}word`)), /word/)
  })

  it('is understood whatever is written, and is nothing but the few things it can be', () => {
    const piece = fc.constantFrom(
      '> ',
      '- ',
      '1. ',
      '*',
      '**',
      '`',
      '```\n',
      '[',
      '](',
      ')',
      '<',
      '>',
      '&#x',
      '\n',
      '  ',
      '@a',
      'https://a.b',
      '!',
      '\\',
      '\u202e',
      '\u0000',
      '\ud800',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 80 })
    fc.assert(
      fc.property(text, (pieces) => {
        const parsed = parseComment(pieces.join(''))
        if (parsed.kind === 'parsed') walk(parsed.blocks)
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds names after @ by the accounts there are, the longest first', () => {
    const blocks = blocksOf('Hello @Ada Lind, and @bo! Write a@b.example or `@Ada`.')
    assert.ok(possibleNames(blocks).includes('Ada Lind'))
    const known = new Map([
      ['ada lind', 'Ada Lind'],
      ['ada', 'Ada'],
      ['bo', 'Bo'],
    ])
    const named = withMentions(blocks, (name) => known.get(name.toLowerCase()))[0]
    assert.ok(named?.kind === 'paragraph')
    assert.deepEqual(
      named.content.filter(({ kind }) => kind === 'mention'),
      [
        { kind: 'mention', name: 'Ada Lind' },
        { kind: 'mention', name: 'Bo' },
      ],
    )
  })
})

function walk(blocks: readonly CommentBlock[]): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') walkInlines(block.content)
    else if (block.kind === 'list') for (const item of block.items) walk(item)
    else if (block.kind === 'quote') walk(block.content)
    else assert.equal(block.kind, 'code')
  }
}

function walkInlines(content: readonly CommentInline[]): void {
  for (const inline of content) {
    if (inline.kind === 'link') assert.match(inline.url, /^https?:\/\/[^@/]+(?:\/|$)/)
    if (inline.kind === 'link' || inline.kind === 'emphasis' || inline.kind === 'strong') walkInlines(inline.content)
  }
}
