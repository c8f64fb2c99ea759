import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutPages } from './cut-pages.ts'

test('a long list is cut into pages, and any address has one', () => {
  const all = Array.from({ length: 25 }, (_, index) => index)
  const cases = [
    [undefined, 1, 0],
    ['2', 2, 10],
    ['3', 3, 20],
    ['99', 3, 20],
    ['0', 1, 0],
    ['-1', 1, 0],
    ['x', 1, 0],
    ['99999999999', 1, 0],
  ] as const
  for (const [asked, page, first] of cases) {
    const cut = cutPages(all, asked, 10)
    assert.deepEqual([cut.page, cut.pageCount, cut.items[0]], [page, 3, first], asked)
  }
  assert.deepEqual(cutPages([], '4', 10), { items: [], page: 1, pageCount: 1 })
})
