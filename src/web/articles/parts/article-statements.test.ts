import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import { statementsSection } from './article-statements.ts'

const nothing = { promises: [], denials: [], figures: [] }
const part = (stated: Partial<typeof article.stated>, rest: Partial<typeof article> = {}) =>
  parseMarkup(String(statementsSection({ ...article, ...rest, stated: { ...nothing, ...stated } }, exampleReader())))

describe('what an article says', () => {
  it('is not there where nothing was found, nor is a part of it', () => {
    assert.equal(String(statementsSection({ ...article, stated: nothing }, exampleReader())), '')
    assert.deepEqual(texts(part({ figures: article.stated.figures }), 'h2, h3'), ['Figures'])
  })

  it('keeps all but four of a kind behind a line', () => {
    const figures = Array.from({ length: 9 }, (_, at) => ({
      span: { start: at, end: at + 5 },
      number: { start: at, end: at + 2 },
    }))
    const page = part({ figures })
    assert.equal(all(page, 'section > ul > li').length, 4)
    assert.equal(all(page, 'details li').length, 5)
    assert.deepEqual(texts(page, 'summary'), ['5 more'])
  })

  it('shows letters of the text alone, and opens them in the text that is shown', () => {
    const page = part(article.stated, { isCurrent: false })
    for (const words of texts(page, 'a')) assert.ok(article.document.text.includes(words), words)
    for (const href of values(page, 'a', 'href')) assert.match(href, /[?]revision=doc-wire&start=\d+&end=\d+#cited$/)
  })

  it('cuts what is long and says so', () => {
    const [words = ''] = texts(part({ denials: [{ span: { start: 0, end: 600 } }] }), 'a')
    assert.match(words, /…$/)
    assert.ok(words.length < 230)
  })
})
