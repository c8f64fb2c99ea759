import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../core/document.ts'
import { html } from '../../layout/html.ts'
import { blockGroups, listParts, tablePart } from './block-groups.ts'

function block(kind: Block['kind'], start: number, end: number, more: Partial<Block> = {}): Block {
  return { kind, start, end, ...more }
}

test('items and rows that follow one another make one group, a new table another', () => {
  const row = block('table-row', 0, 1)
  const groups = blockGroups([block('paragraph', 0, 1), row, row, { ...row, opens: true }, block('list-item', 0, 1)])
  assert.deepEqual(
    groups.map((group) => group.map(({ place }) => place)),
    [[1], [2, 3], [4], [5]],
  )
})

test('lists stand in one another as they did, with the numbers they had', () => {
  const items = blockGroups([
    block('list-item', 0, 1, { number: 4 }),
    block('list-item', 1, 2, { depth: 1 }),
    block('list-item', 2, 3),
    block('list-item', 3, 4, { number: 5 }),
  ])[0]!
  const made = listParts(items, (each, attributes, inner) => html`<li${attributes}>${each.place}${inner}</li>`)
  assert.equal(
    String(made),
    '<ol><li value="4">1<ul><li>2</li></ul></li><li class="more">3</li><li value="5">4</li></ol>',
  )
})

test('a table has its headings and every cell its letters', () => {
  const text = 'a\tb\n1\t'
  const rows = blockGroups([block('table-row', 0, 3, { isHead: true, opens: true }), block('table-row', 4, 6)])[0]!
  const made = tablePart(
    rows,
    text,
    ({ place }) => `p${place}`,
    ({ start, end }) => html`${text.slice(start, end)}`,
  )
  assert.equal(
    String(made),
    '<div class="rows" tabindex="0"><table><thead><tr id="p1"><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
      '<tbody><tr id="p2"><td>1</td><td></td></tr></tbody></table></div>',
  )
})
