import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitLength } from './page-tree.ts'

test('markup that fits stays as it is', () => {
  assert.deepEqual(fitLength('<p>one', 6), { html: '<p>one', lost: 0 })
})

test('long scripts, styles and comments go before any of the text does', () => {
  const long = 'x'.repeat(30_000)
  const html = `<script>${long}</script><!--${long}--><style>${long}</style><p>the article</p>`
  assert.deepEqual(fitLength(html, 1000), {
    html: '<script></script><!----><style></style><p>the article</p>',
    lost: 0,
  })
})

test('what is still too long loses its end, and says how much of it', () => {
  assert.deepEqual(fitLength(`<p>${'y'.repeat(100)}`, 50), { html: `<p>${'y'.repeat(47)}`, lost: 53 })
  assert.equal(fitLength(`<script>${'x'.repeat(100)}`, 50).lost, 58)
})
