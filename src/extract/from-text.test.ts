import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../core/document.ts'
import { extractFromText } from './from-text.ts'

test('each line is a block, empty lines are none', () => {
  const { text, blocks } = extractFromText('Title\n\nFirst  line.\r\nSecond line.\n', {})
  assert.equal(text, 'First line.\nSecond line.')
  assert.deepEqual(
    blocks.map((block) => textOf({ text }, block)),
    ['First line.', 'Second line.'],
  )
})

test('without a title the first line is the title', () => {
  assert.equal(extractFromText('Title\nText.').title, 'Title')
})

test('a first line that repeats the title is not part of the text', () => {
  const { title, text } = extractFromText('TITLE!\nText.', { title: 'Title' })
  assert.equal(title, 'Title')
  assert.equal(text, 'Text.')
})

test('list items, quotations and headings are told by their marks, which stay', () => {
  const { blocks, text } = extractFromText('- one\n2. two\n> said\n# Head\nplain', { title: 'T' })
  assert.deepEqual(
    blocks.map((block) => block.kind),
    ['list-item', 'list-item', 'quote', 'heading', 'paragraph'],
  )
  assert.ok(text.startsWith('- one\n2. two'))
})

test('what is known besides is carried over', () => {
  const hints = {
    title: 'T',
    authors: ['Ann Lee'],
    publishedAt: '2025-05-04T10:00:00Z',
    language: 'en',
    siteName: 'Post',
  }
  const found = extractFromText('Text.', hints)
  assert.deepEqual(found.authors, ['Ann Lee'])
  assert.equal(found.publishedAt, hints.publishedAt)
  assert.equal(found.language, 'en')
  assert.equal(found.siteName, 'Post')
})

test('the credit is read as on a page', () => {
  assert.equal(extractFromText('LONDON (Reuters) - Shares rose.', { title: 'T' }).credit, 'Reuters')
})

test('an empty text has failed', () => {
  assert.equal(extractFromText('', { title: 'T' }).completeness.kind, 'failed')
  assert.equal(extractFromText(' \n ').title, '')
})

test('blocks always span the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const { text, blocks } = extractFromText(raw)
      assert.equal(blocks.map((block) => textOf({ text }, block)).join('\n'), text)
    }),
  )
})

test('a caption line with its credit is left out of the text and reported', () => {
  const caption = 'The minister meets the king in the old hall (Ann Lee/PA)'
  const { text, removals, credit } = extractFromText(`First line.\n${caption}\nLast line.`, { title: 'T' })
  assert.equal(text, 'First line.\nLast line.')
  assert.deepEqual(removals, [{ step: 'caption', text: caption }])
  // the photographer did not report the text
  assert.equal(credit, undefined)
})

test('an agency of a caption is the credit only when the text speaks as it', () => {
  const caption = 'The minister meets the king (Ann Lee/RNX)'
  assert.equal(extractFromText(`He told RNX so.\n${caption}`, { title: 'T' }).credit, undefined)
  assert.equal(extractFromText(`The RNX agency understands this.\n${caption}`, { title: 'T' }).credit, 'RNX')
})

test('a finished sentence, or a name with its abbreviation, is no caption', () => {
  const lines = ['It ended at noon. (AP)', 'Talks with the Palestinian Authority (PA)', 'He was there (it is said).']
  assert.deepEqual(extractFromText(lines.join('\n'), { title: 'T' }).removals, [])
})
