import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { guardNesting } from './guard-nesting.ts'
import { parsePage } from './page-tree.ts'

const long = 'x'.repeat(60)

test('scripts, styles and drawings are emptied', () => {
  assert.equal(
    guardNesting(`<p>a<script>${long}</script><style>${long}</style><svg><g><path d="${long}"/></g></svg>b</p>`),
    '<p>a<script></script><style></style><svg></svg>b</p>',
  )
})

test('structured data stays', () => {
  const html = `<script type="application/ld+json">{"a":"${long}"}</script>`
  assert.equal(guardNesting(html), html)
  assert.deepEqual(parsePage(html).jsonLd, [`{"a":"${long}"}`])
})

test('a script in which a comment begins stays, since it may end later than it seems', () => {
  const html = `<p>before</p><script><!-- document.write("<script>${long}</script>") --></script><p>after</p>`
  assert.deepEqual(
    blocksOf(parsePage(html).root).map(({ text }) => text),
    ['before', 'after'],
  )
})

test('a drawing that ends with a paragraph gives back what follows', () => {
  for (const html of [
    `<svg><path d="${long}"/><p>One sentence ${long}.</p></svg><p>Two.</p>`,
    `<svg><path d="${long}"/><p>One sentence ${long}.</p><p>Two.</p>`,
    `<svg><svg><path d="${long}"/></svg><p>One sentence ${long}.</p></svg><p>Two.</p>`,
  ])
    assert.deepEqual(
      blocksOf(parsePage(html).root).map(({ text }) => text),
      [`One sentence ${long}.`, 'Two.'],
    )
})
