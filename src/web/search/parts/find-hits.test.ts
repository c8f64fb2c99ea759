import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foundAt } from '../../../../test/examples/find.ts'
import { parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { quoteHit } from './find-hits.ts'

const reader = exampleReader()
const [quote] = foundAt('quotes').quotes
const shown = (kind: 'direct' | 'mixed' | 'indirect') => {
  assert.ok(quote)
  const part = parseMarkup(String(quoteHit({ ...quote, kind }, reader)))
  return { marked: texts(part, 'q'), line: texts(part, '.by').join(' ') }
}

describe('a quotation that was found', () => {
  it('is in quotation marks where the words are those of the speaker', () => {
    assert.deepEqual(shown('direct').marked, [withoutLastComma(quote?.text ?? '')])
    assert.doesNotMatch(shown('direct').line, /in the outlet’s words/)
  })

  it('has no marks where the words are the outlet’s, and says so', () => {
    assert.deepEqual(shown('indirect').marked, [])
    assert.match(shown('indirect').line, /Mara Ellind.*Paraphrased by the outlet/)
    assert.deepEqual(shown('mixed').marked, [])
    assert.match(shown('mixed').line, /Partly paraphrased/)
  })
})
