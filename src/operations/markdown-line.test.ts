import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownLine } from './markdown-line.ts'

test('a line of others is no Markdown and bids no terminal', () => {
  assert.equal(markdownLine(' a\n# [b](c) '), 'a \\# \\[b\\](c)')
  assert.equal(markdownLine('~~a~~ &lt;b&gt; & c'), '\\~\\~a\\~\\~ &amp;lt;b&amp;gt; & c')
  assert.equal(markdownLine('\u001b]0;title\u0007red\u0000'), '\\]0;titlered')
})
