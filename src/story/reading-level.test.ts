import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingLevel, syllablesOf } from './reading-level.ts'

const times = (text: string, count: number) => Array.from({ length: count }, () => text)

describe('readingLevel', () => {
  it('counts syllables by rule', () => {
    const counts = {
      cat: 1,
      table: 2,
      council: 2,
      approved: 2,
      bridge: 1,
      started: 2,
      houses: 2,
      understanding: 4,
      a: 1,
    }
    for (const [word, count] of Object.entries(counts)) assert.equal(syllablesOf(word), count, word)
  })

  it('gives English the grade of Flesch and Kincaid', () => {
    // Ten words and ten syllables a sentence: 0.39 × 10 + 11.8 × 1 − 15.59 = 0.11.
    const simple = readingLevel(times('The big red dog ran up the hill at noon.', 8), 'en-GB')
    assert.deepEqual(simple, {
      words: 80,
      minutes: 1,
      wordsPerSentence: 10,
      grade: { scale: 'flesch-kincaid', value: 0 },
    })
    // Ten words of four syllables each: 3.9 + 47.2 − 15.59 = 35.5.
    const heavy = readingLevel(times(`${times('understanding', 10).join(' ')}.`, 8), 'en')
    assert.deepEqual(heavy.grade, { scale: 'flesch-kincaid', value: 36 })
  })

  it('gives French the LIX', () => {
    // Ten words a sentence, two of them over six letters: 10 + 20.
    const level = readingLevel(times('Le conseil de la ville a dit oui au bâtiment.', 8), 'fr')
    assert.deepEqual(level.grade, { scale: 'lix', value: 30 })
  })

  it('invents no grade for other languages, nor for a few words', () => {
    assert.equal(
      readingLevel(times('وافق مجلس المدينة على بناء الجسر الجديد يوم الاثنين بعد نقاش', 9), 'ar').grade,
      undefined,
    )
    assert.equal(readingLevel(['The council approved the bridge.'], 'en').grade, undefined)
  })

  it('takes a minute for what is read in less', () => {
    assert.deepEqual(readingLevel([], 'en'), { words: 0, minutes: 1, wordsPerSentence: 0 })
  })
})
