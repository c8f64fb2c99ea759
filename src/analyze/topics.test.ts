import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { documentOf } from '../../lab/eval/quotes/documents.ts'
import { textOf } from '../core/document.ts'
import { mediaTopics } from '../core/names/media-topics.ts'
import { topicWords } from '../languages/en/topic-words.ts'
import { annotate } from './annotate.ts'
import { topics } from './topics.ts'

const read = (text: string, title = '', language = 'en') => {
  const doc = documentOf('a', text, '2025-06-10', title, language)
  return { doc, found: annotate(doc, [topics]).topics?.items ?? [] }
}

describe('topics', () => {
  it('names the topic and the finer one, with the words that say so', () => {
    const { doc, found } = read(
      'The striker scored twice as the team won the cup final. The goalkeeper saved a penalty.',
    )
    assert.deepEqual(
      found.map(({ code }) => mediaTopics.get(code)?.name),
      ['sport', 'competition discipline'],
    )
    assert.equal(found[1]?.broader, found[0]?.code)
    assert.equal(textOf(doc, found[0]?.span ?? { start: 0, end: 0 }), 'striker')
    assert.ok(found[0]?.words.some((word) => textOf(doc, word) === 'goalkeeper'))
  })

  it('takes a phrase for what it means as a whole', () => {
    const { doc, found } = read('The central bank left its interest rate alone. Inflation is at two percent.')
    assert.equal(found[0]?.code, '04000000')
    assert.ok(found[0]?.words.some((word) => textOf(doc, word) === 'central bank'))
  })

  it('counts a word of the headline more than one of the text, and cites only the text', () => {
    const { doc, found } = read(
      'The judge gave no reason to the court, and the patient waited for a doctor.',
      'Jury clears surgeon',
    )
    assert.equal(found[0]?.code, '02000000')
    for (const { words } of found) for (const word of words) assert.ok(word.end <= doc.text.length)
  })

  it('says nothing on one word alone, on no topic word, or in a language whose words it does not know', () => {
    assert.deepEqual(read('A goalkeeper, a goalkeeper and a goalkeeper.').found, [])
    assert.deepEqual(read('Nothing much happened, and nobody minded.').found, [])
    assert.deepEqual(read('The striker scored twice as the team won the cup final.', '', 'de').found, [])
  })

  it('lists words only for topics of the vocabulary', () => {
    for (const code of Object.keys(topicWords)) assert.ok(mediaTopics.has(code), code)
  })

  it('stays inside any text, the broader topic before the finer', () => {
    const words = fc.constantFrom(
      'court',
      'judge',
      'storms',
      'goal',
      'the',
      '\n',
      '“',
      'virus',
      'vaccines',
      '🏛',
      'central',
      'bank',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
        const { doc, found } = read(parts.join(' '))
        for (const [index, { span, words: said, broader, share }] of found.entries()) {
          for (const each of [span, ...said]) assert.ok(each.start < each.end && each.end <= doc.text.length)
          assert.ok(share > 0 && share <= 1)
          if (broader) assert.ok(found.slice(0, index).some(({ code }) => code === broader))
        }
      }),
    )
  })
})
