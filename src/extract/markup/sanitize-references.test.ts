import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sanitizeHtml } from './sanitize.ts'

test('what nobody sees is dropped also where a reference brings it in', () => {
  const safe = sanitizeHtml('<p>a&#3;b&#x202e;c&#173;d &amp;#3;</p>', 'https://e.example/')
  assert.equal(safe, '<p>abcd &amp;#3;</p>')
  assert.equal(sanitizeHtml(safe, 'https://e.example/'), safe)
})
