import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stopWords } from './stop-words.ts'

describe('stopWords', () => {
  it('are lower case words, as words are compared', () => {
    for (const word of stopWords) assert.equal(word, word.toLowerCase())
    assert.ok(!stopWords.has(''))
  })

  it('hold function words of English, French and Arabic', () => {
    for (const word of ['the', "don't", 'said', 'dans', "c'est", 'الذي', 'من']) assert.ok(stopWords.has(word), word)
  })

  it('hold nothing that tells what happened', () => {
    for (const word of ['killed', 'ceasefire', 'council', 'guerre', 'الحرب']) assert.ok(!stopWords.has(word), word)
  })
})
