import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { askWords, stemOf } from './ask-words.ts'
import { termFinder } from './choose-texts.ts'
import { stemPlaces } from './passages.ts'
import { readQuestion } from './read-question.ts'
import { matchWords } from './word-match.ts'

const questions = [
  'Who investigated the 12 ferry accidents in Ellind?',
  'What did the mayor say of the new harbour toll?',
  'How much money will the elections cost?',
  'Qui a annoncé la démission du ministre ?',
  'ماذا قالت الحكومة عن الجسر؟',
]
const texts = [
  'The investigator of the U.S. agency counted 12 accidents; 10,000 people took the ferries.',
  "The mayor’s office told reporters: the harbour's toll rises. Investigations go on, said Lee.",
  'L’élection a coûté cher : le ministre démissionne.',
  'قالت الحكومة إن الجسر والميناء سيفتحان غدا',
  'Nothing of it.',
  '',
]

describe('what is found of a question in a text', () => {
  it('is what its stems say', () => {
    for (const question of questions) {
      const { terms } = readQuestion(question, [])
      const find = termFinder(terms)
      for (const text of [...texts, ...texts]) {
        const stems = stemPlaces(askWords(text))
        assert.deepEqual(
          find(text),
          terms.map((term) => matchWords(term, stems)),
          `${question} / ${text}`,
        )
      }
    }
  })

  it('prefers the word itself to one of its root, and that to one that stands for it', () => {
    const term = {
      text: 'investigation',
      written: 'investigation',
      stem: stemOf('investigation'),
      forms: [],
      kind: 'word',
      isAskedFor: false,
      weight: 1,
    } as const
    const find = termFinder([{ ...term, synonyms: new Map([[stemOf('probe'), 0.9]]) }])
    assert.deepEqual(find('a probe'), [0.9])
    assert.deepEqual(find('a probe investigates'), [0.8])
    assert.deepEqual(find('a probe investigates an investigation'), [1])
    assert.deepEqual(find('none'), [0])
  })
})
