import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from './blocks/page-blocks.ts'
import { withHeadings } from './find-text.ts'
import { parsePage } from './markup/page-tree.ts'

const line = 'The port of Varn keeps its crane until the spring, and the council votes on the rest in May.'

function textsWith(html: string, isKept: (text: string) => boolean): string[] {
  const blocks = blocksOf(parsePage(html).root)
  const kept = blocks.filter(({ text }) => isKept(text))
  return withHeadings(kept, blocks).map(({ text }) => (text === line ? '.' : text))
}

test('a subhead between two paragraphs of the text is part of it', () => {
  const html = `<h2>Top</h2><p>${line}</p><div><h2>The crane</h2></div><p>${line}</p><h3>Related</h3><p>${line}</p><h2>End</h2>`
  assert.deepEqual(
    textsWith(html, (text) => text === line),
    ['.', 'The crane', '.', '.'],
  )
})

test('a heading of what is not kept stays out', () => {
  const html = `<p>${line}</p><h2>Other news</h2><p>Not of this text, though it is as long as any other of its lines.</p><p>${line}</p>`
  assert.deepEqual(
    textsWith(html, (text) => text === line),
    ['.', '.'],
  )
})
