import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import { pluginFindings } from './plugin-findings.ts'

test('what plugins found stands by plugin, each in the letters of the text with its place; nothing where they found nothing', () => {
  assert.equal(String(pluginFindings(article, exampleReader())), '')
  const items = Array.from({ length: 8 }, (_, at) => ({ span: { start: at, end: at + 9 }, label: '<i>price</i>' }))
  const annotations = { ...article.annotations, 'plugin:prices': { by: 'plugin:prices' as const, version: 1, items } }
  const page = parseMarkup(String(pluginFindings({ ...article, annotations }, exampleReader())))
  assert.deepEqual(texts(page, 'h2, h3'), ['Found by plugins', 'prices'])
  for (const words of texts(page, 'a')) assert.ok(article.document.text.includes(words))
  assert.equal(texts(page, 'small')[0], '<i>price</i>', 'a label is text')
  assert.equal(all(page, 'details li').length, 2)
})
