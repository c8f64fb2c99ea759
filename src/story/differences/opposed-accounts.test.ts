import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeEntities } from '../people/merge-entities.ts'
import { entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { opposedAccounts } from './opposed-accounts.ts'

const anna = entity('person', 'Anna Lindqvist')
const erik = entity('person', 'Erik Holm')
const denial = 'No warning was given to us'
const claim = 'The boat was warned twice'
const signal = 'The line and the port gave conflicting accounts of whether the boat was warned.'

function dispute(sentences: readonly string[], options: { claim?: string; second?: typeof anna } = {}) {
  const text = sentences.join(' ')
  const quotes = [
    { words: denial, speaker: anna },
    { words: options.claim ?? claim, speaker: options.second ?? erik },
    { words: 'We have the tape', speaker: anna },
  ].filter(({ words }) => text.includes(words))
  const texts = readMembers([storyInput({ id: 'a', text, quotes })])
  const [first] = texts
  const [sentence] = first?.sentences ?? []
  return first && sentence ? opposedAccounts(sentence, first, mergeEntities(texts), 2) : undefined
}

const annas = `“${denial},” said Anna Lindqvist.`
const eriks = `“${claim},” said Erik Holm.`

describe('opposedAccounts', () => {
  it('finds the denial and the claim that a reporter says conflict', () => {
    const found = dispute([signal, annas, eriks])
    assert.equal(found?.kind, 'dispute')
    assert.deepEqual([found?.a.speaker, found?.a.citation.exact], ['Anna Lindqvist', denial])
    assert.deepEqual([found?.b.speaker, found?.b.citation.exact], ['Erik Holm', claim])
    assert.equal(found?.signal?.exact, signal)
  })

  it('counts a speaker’s further words as the same turn', () => {
    assert.ok(dispute([signal, annas, '“We have the tape.”', eriks]))
  })

  it('does not reach past two turns', () => {
    assert.equal(dispute([signal, annas, 'The harbor was quiet.', eriks]), undefined)
  })

  it('asserts nothing of one speaker, of other matters, or without the reporter’s word', () => {
    assert.equal(dispute([signal, annas, eriks], { second: anna }), undefined)
    assert.equal(dispute(['The two gave conflicting accounts of the price.', annas, eriks]), undefined)
    assert.equal(dispute(['The line and the port were asked whether the boat was warned.', annas, eriks]), undefined)
  })

  it('asserts nothing where both deny or one speaks of a condition', () => {
    const never = 'The boat was never warned'
    assert.equal(dispute([signal, annas, `“${never},” said Erik Holm.`], { claim: never }), undefined)
    const open = 'If the boat was warned, we will know'
    assert.equal(dispute([signal, annas, `“${open},” said Erik Holm.`], { claim: open }), undefined)
  })
})
