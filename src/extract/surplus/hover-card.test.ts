import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from '../markup/page-tree.ts'

const textsOf = (html: string): string[] => blocksOf(parsePage(html).root).map(({ text }) => text)

const card =
  '<span class="card"><img src="a.jpg" alt=""><a href="/mara">Mara Lind</a> <a href="/1">Lind asks for a new bridge</a> <a href="/2">More</a></span>'

test('a card that opens over a name is no part of the sentence', () => {
  const linked = `<p>The vote went to Mayor <span><a href="/mara">Mara Lind</a>${card}</span> of Varn on Monday.</p>`
  assert.deepEqual(textsOf(linked), ['The vote went to Mayor Mara Lind of Varn on Monday.'])
  const longer = linked.replace('<a href="/mara">Mara Lind</a> <a', '<a href="/mara">Mara Ilse Lind</a> <a')
  assert.deepEqual(textsOf(longer), ['The vote went to Mayor Mara Lind of Varn on Monday.'])
})

test('words behind a link that go on otherwise stay, and so does a name said twice', () => {
  const other = '<p><a href="/m">Mara Lind</a> <span>and the council of Varn voted on Monday evening.</span></p>'
  assert.deepEqual(textsOf(other), ['Mara Lind and the council of Varn voted on Monday evening.'])
  assert.deepEqual(textsOf('<p>It was <a href="/v">very</a> <span>very</span> late.</p>'), ['It was very very late.'])
})
