import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { article } from '../../../../test/examples/views.ts'
import { changedPart } from './article.ts'

const reader = exampleReader()
const made = parseMarkup(String(changedPart(article, reader)))

describe('what a revision changed', () => {
  it('stands before and after side by side, with the words marked', () => {
    assert.equal(texts(made, '.clash del')[0], 'It was a historic day for the strait.')
    assert.deepEqual(texts(made, '.clash ins'), ['detailed', 'on Tuesday'])
    assert.equal(all(made, '.clash').length, 2)
  })

  it('says where there is nothing on the other side', () => {
    assert.equal(textOf(all(made, '.clash')[0]!), 'BeforeIt was a historic day for the strait. Nownothing')
  })

  it('is left out where nothing changed, or it is not known', () => {
    const { changes: _changes, ...same } = article
    assert.equal(String(changedPart(same, reader)), '')
    assert.equal(String(changedPart({ ...article, changes: { removed: [], added: [] } }, reader)), '')
  })
})
