import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flattenLayout } from './flatten-layout.ts'
import { sanitizeHtml } from './sanitize.ts'

test('tables that only lay out become blocks, and the sanitizer has nothing to add', () => {
  const safe = sanitizeHtml(
    '<table width="600"><tr><td><table><tr><td colspan="2">One</td></tr></table></td><td><p>Two</p></td></tr></table>',
    '',
  )
  const flat = flattenLayout(safe)
  assert.doesNotMatch(flat, /table|<t[dr]|colspan/)
  assert.match(flat, /One.*Two/s)
  assert.equal(sanitizeHtml(flat, ''), flat)
})

test('a table with headings stays', () => {
  const safe = sanitizeHtml('<table><tr><th>Port</th></tr><tr><td>Alder</td></tr></table>', '')
  assert.equal(flattenLayout(safe), safe)
})
