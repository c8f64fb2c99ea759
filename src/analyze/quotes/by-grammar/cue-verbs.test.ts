import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cueForm, isNounLike, takesDistantWords } from './cue-verbs.ts'

describe('the reporting verbs', () => {
  it('are known in every form', () => {
    for (const form of ['say', 'says', 'said', 'saying']) assert.equal(cueForm(form)?.lemma, 'say', form)
    for (const form of ['reply', 'replies', 'replied', 'replying']) assert.equal(cueForm(form)?.lemma, 'reply', form)
    for (const form of ['admit', 'admits', 'admitted', 'admitting']) assert.equal(cueForm(form)?.lemma, 'admit', form)
    for (const form of ['agree', 'agrees', 'agreed', 'agreeing']) assert.equal(cueForm(form)?.lemma, 'agree', form)
    for (const form of ['stress', 'stresses', 'stressed']) assert.equal(cueForm(form)?.lemma, 'stress', form)
  })

  it('are stronger the more surely they report', () => {
    assert.deepEqual(
      ['said', 'added', 'described'].map((form) => cueForm(form)?.strength),
      [3, 2, 1],
    )
  })

  it('know their participles, whose subject is that of the verb before', () => {
    assert.equal(cueForm('adding')?.isParticiple, true)
    assert.equal(cueForm('added')?.isParticiple, false)
  })

  it('are no other words', () => {
    for (const word of ['walked', 'bridge', '', 'Said']) assert.equal(cueForm(word), undefined, word)
  })

  it('that are nouns as often need a verb tag', () => {
    assert.equal(isNounLike('report'), true)
    assert.equal(isNounLike('said'), false)
  })

  it('that describe may stand far from the words they quote', () => {
    assert.equal(takesDistantWords('described'), true)
    assert.equal(takesDistantWords('said'), false)
  })
})
