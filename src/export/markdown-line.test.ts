import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { markdownLine } from './markdown-line.ts'

test('a line of others is no Markdown and bids no terminal', () => {
  assert.equal(markdownLine(' a\n# [b](c) '), 'a \\# \\[b\\](c)')
  assert.equal(markdownLine('~~a~~ &lt;b&gt; & c'), '\\~\\~a\\~\\~ &amp;lt;b&amp;gt; & c')
  assert.equal(markdownLine('\u001b]0;title\u0007red\u0000'), '\\]0;titlered')
})

test('a line of others begins no list', () => {
  assert.deepEqual(['- a', '+ a', '12. a', '1) a', '---', '-', '-5 °C', '1.5 m'].map(markdownLine), [
    '\\- a',
    '\\+ a',
    '12\\. a',
    '1\\) a',
    '\\---',
    '\\-',
    '-5 °C',
    '1.5 m',
  ])
})

test('what programs that write sites read in braces stands there as it is', () => {
  assert.equal(markdownLine('Fire {.hidden #top}'), 'Fire \\{.hidden \\#top\\}')
  assert.equal(markdownLine('{process.exit()}'), '\\{process.exit()\\}')
})

test('as Markdown a line of others is its letters and nothing else', () => {
  const markdown = new MarkdownIt({ html: true })
  const letters = fc.string({ unit: fc.constantFrom(...'ab1 -+=.)(*_`~#>|<[]{}!&;\\/:"\n\t'), maxLength: 30 })
  fc.assert(
    fc.property(letters, (text) => {
      const line = text.replace(/\s+/g, ' ').trim()
      const shown = line
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
      for (const [before, open, close] of [
        ['', '<p>', '</p>\n'],
        ['- ', '<ul>\n<li>', '</li>\n</ul>\n'],
        ['> ', '<blockquote>\n<p>', '</p>\n</blockquote>\n'],
      ] as const) {
        if (line === '') continue
        assert.equal(markdown.render(`${before}${markdownLine(text)}`), `${open}${shown}${close}`)
      }
    }),
    { numRuns: 1000 },
  )
})
