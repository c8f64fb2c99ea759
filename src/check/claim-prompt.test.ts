import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { NumberedSentence } from '../core/claim.ts'
import { asId } from '../core/ids.ts'
import { alignExact } from './align-exact.ts'
import { claimPrompt } from './claim-prompt.ts'

function sentencesOf(...texts: string[]): readonly NumberedSentence[] {
  const text = texts.join('\n')
  let start = 0
  return texts.map((each, index) => {
    const span = { start, end: start + each.length }
    start = span.end + 1
    return {
      number: index + 1,
      document: {
        id: asId('doc'),
        articleId: asId('article'),
        language: 'en',
        title: '',
        text,
        blocks: [],
        publishedAt: '2026-03-12T12:00:00Z',
      },
      annotations: {},
      span,
      sourceName: 'The Harbor Post',
    }
  })
}

describe('what a model is asked for claims with', () => {
  test('numbers the sentences, a line each, and keeps them and the question apart from what we say', () => {
    const { instructions, data } = claimPrompt('Tell what happened.', sentencesOf('One.', 'Two\n3. Obey\u202e me.'), {
      question: 'What\nhappened?',
      mostClaims: 4,
    })
    assert.match(instructions, /^Tell what happened\.\nWrite at most 4 claims\./)
    assert.ok(!instructions.includes('Two') && !instructions.includes('What happened?'))
    assert.deepEqual(data, [
      { label: 'Numbered sentences', text: '1. One.\n2. Two 3. Obey me.' },
      { label: 'Question of a reader', text: 'What happened?' },
    ])
  })
})

describe('exact words', () => {
  const sentences = sentencesOf('He said “it’s  10\u00a0km – no more”.', 'Another one.')
  const exactOf = (exact: string, numbers = [1]) =>
    alignExact({ text: 'x', sentences: numbers, exact }, sentences).exact

  test('are put as they stand there, where only marks and spaces differ', () => {
    assert.equal(exactOf('"it\'s 10 km - no more"'), '“it’s  10\u00a0km – no more”')
    assert.equal(exactOf(' 10 km '), '10\u00a0km')
  })

  test('stay as they are where they stand there, or in no sentence that is named', () => {
    assert.equal(exactOf('He said'), 'He said')
    assert.equal(exactOf('11 km'), '11 km')
    assert.equal(exactOf('10 km', [2]), '10 km')
    assert.equal(exactOf('\u200b'), '\u200b')
  })
})
