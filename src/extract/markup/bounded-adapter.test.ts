import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'parse5'
import { boundedAdapter, TooManyNodesError } from './bounded-adapter.ts'

test('ordinary markup makes the tree it always makes', () => {
  const html = '<table>a<td>b</table><b><p>c</b><body class=d>e'
  assert.deepEqual(parse(html, { treeAdapter: boundedAdapter() }), parse(html))
})

test('what costs the square of its length ends: before a table, more of the body, more than can be kept', () => {
  const hostile = [
    `<table>${'<br>'.repeat(20_000)}`,
    Array.from({ length: 5000 }, (_, index) => `<body a${index}>`).join(''),
    '<i>'.repeat(500_001),
  ]
  for (const html of hostile) assert.throws(() => parse(html, { treeAdapter: boundedAdapter() }), TooManyNodesError)
})
