import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { comparison, copiedComparison } from '../../../../test/examples/compare.ts'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { comparePage } from './compare.ts'

const reader = exampleReader()
const page = parseMarkup(comparePage(comparison, reader))

describe('two articles side by side', () => {
  it('show every sentence of both, letter by letter, with its citation', () => {
    const shown = all(page, '.sides p[lang]').map((line) => line.textContent)
    for (const { a, b } of comparison.rows)
      for (const citation of [a, b]) {
        if (!citation) continue
        assert.ok(
          shown.some((text) => text.includes(citation.exact)),
          citation.exact,
        )
        const { start, end } = citation.span
        assert.ok(page.querySelector(`a[href="/citations/${citation.documentId}/${start}-${end}"]`))
      }
  })

  it('mark in sentences much alike the words that the other has not', () => {
    assert.ok(all(page, '.alike').length >= 2)
    assert.ok(texts(page, '.alike mark.other').includes('feeling'))
    assert.equal(all(page, '.alone mark').length, 0)
  })

  it('say which are the same, by a word for who does not see the mark', () => {
    const copied = parseMarkup(comparePage(copiedComparison, reader))
    assert.equal(all(copied, '.same').length, 10)
    assert.equal(textOf(copied.querySelector('.same .sr')), 'Same in both:')
    assert.match(textOf(copied.querySelector('.facts')), /^5 sentences the same · 0 similar · 3 in only one$/)
  })

  it('can be chosen anew, without script', () => {
    assert.deepEqual(values(page, 'select[name=a] option[selected]', 'value'), ['article-wire'])
    assert.deepEqual(values(page, 'select[name=b] option[selected]', 'value'), ['article-own'])
    assert.equal(page.querySelector('form.choices-of-two')?.getAttribute('action'), '/stories/story-1/compare')
  })

  it('let nothing that an outlet wrote become markup', () => {
    assert.doesNotMatch(comparePage(comparison, exampleReader('ar')), /<script>alert|<img src=x/)
  })
})
