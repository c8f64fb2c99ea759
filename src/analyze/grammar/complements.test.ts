import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentences } from '../sentences.ts'
import { documentOf } from '../test-document.ts'
import { complementAt } from './complements.ts'
import { parseDocument } from './parse.ts'

/** The kind of what follows the second word, and its words. */
function after(text: string): [string, string] {
  const doc = documentOf([text])
  const tokens = parseDocument(doc, sentences.run(doc, {})).sentences[0]?.tokens ?? []
  const { kind, first } = complementAt(tokens, 2)
  return [kind, text.slice(tokens[first]?.start ?? text.length)]
}

describe('complementAt', () => {
  it('tells clauses, questions and infinitives', () => {
    assert.deepEqual(after('Roe said that it rained.'), ['that', 'that it rained.'])
    assert.deepEqual(after('Roe said the old bridge would close.'), ['clause', 'the old bridge would close.'])
    assert.deepEqual(after('Roe asked whether it rained.'), ['question', 'whether it rained.'])
    assert.deepEqual(after('Roe hoped to leave.'), ['to', 'to leave.'])
    assert.deepEqual(after('Roe suggested closing it.'), ['ing', 'closing it.'])
  })

  it('tells what is spoken of', () => {
    assert.deepEqual(after('Roe criticized the plan.'), ['topic', 'the plan.'])
    assert.deepEqual(after('Roe criticized the proposed law.'), ['topic', 'the proposed law.'])
    assert.deepEqual(after('Roe spoke about the plan.'), ['about', 'the plan.'])
    assert.deepEqual(after('Roe referred to the plan.'), ['to whom', 'the plan.'])
  })

  it('skips adverbs and days', () => {
    assert.deepEqual(after('Roe said Monday that it rained.'), ['that', 'that it rained.'])
    assert.deepEqual(after('Roe spoke again about it.'), ['about', 'it.'])
  })

  it('tells an end and a quotation', () => {
    assert.equal(after('Roe said.')[0], 'end')
    assert.equal(after('Roe said “no”.')[0], 'mark')
  })
})
