import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { controllableVerbs, uncontrollablePhrase } from './promise-guards.ts'

describe('controllableVerbs', () => {
  it('hold what one can decide to do', () => {
    for (const verb of ['send', 'accept', 'withdraw', 'negotiate', 'resign'])
      assert.ok(controllableVerbs.has(verb), verb)
  })

  it('hold nothing that only happens to one', () => {
    for (const verb of ['be', 'win', 'die', 'rise', 'know', 'happen', 'feel', ''])
      assert.ok(!controllableVerbs.has(verb), verb)
  })
})

describe('uncontrollablePhrase', () => {
  it('sees that a verb of decision can stand in a phrase of none', () => {
    for (const phrase of [
      'take place on friday',
      'take a long look at it',
      'take so long to finish',
      'make sense to nobody',
      'do so again',
      'continue to rise',
      'leave it to them',
      'bring about change',
    ])
      assert.ok(uncontrollablePhrase.test(phrase), phrase)
  })

  it('lets decisions pass', () => {
    for (const phrase of ['take part in the talks', 'make an offer', 'continue to support them', 'leave the alliance'])
      assert.ok(!uncontrollablePhrase.test(phrase), phrase)
  })
})
