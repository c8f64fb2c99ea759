import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outcomeOf } from '../../test/judge-claim.ts'

describe('what fails, by its check', () => {
  const drops = (check: string, sentence: string, claim: string) =>
    it(`${check}: “${claim}” of “${sentence}”`, () => {
      assert.equal(outcomeOf(sentence, claim), check)
    })
  drops('negation', 'The council rejected the plan.', 'The council accepted the plan.')
  drops('negation', 'The council approved the plan.', 'The council did not approve the plan.')
  drops('negation', 'The council did not approve the plan.', 'The council did approve the plan.')
  drops('negation', 'The council never approved the plan.', 'The council approved the plan.')
  drops('modality', 'The council may approve the plan.', 'The council will approve the plan.')
  drops('modality', 'The council will approve the plan.', 'The council may approve the plan.')
  drops('modality', 'The council will approve the plan.', 'The council approves the plan.')
  drops('modality', 'The alleged thief was arrested.', 'The thief was arrested.')
  drops('modality', 'The thief was arrested.', 'The thief was reportedly arrested.')
  drops('modality', 'The mine will close if the price falls.', 'The mine will close.')
  drops('support', 'The mayor opened the bridge.', 'The mayor opened the new bridge.')
  drops('support', 'The mayor opened the bridge.', 'The mayor painted the bridge.')
  drops('unit', 'The storm hurt 12 people and damaged 30 homes.', 'The storm hurt 12 homes.')
  drops('unit', 'Rates rose by 2 percent.', 'Rates rose by 2 percentage points.')
  drops('number', 'At least 12 people were hurt.', 'Some 12 people were hurt.')
  drops('number', 'The court voted 5-4 for the ban.', 'The court voted 5-3 for the ban.')
  drops('date', 'The bridge was closed in 2014.', 'The bridge was closed in 2015.')
  drops('date', 'The bridge was closed on Monday.', 'The bridge was closed on June 8.')

  it('reads what is written in another form', () => {
    assert.equal(outcomeOf('The plan cost $1.3 billion.', 'The plan cost 1.3 billion dollars.'), 'kept')
    assert.equal(outcomeOf('Thirteen people died.', '13 people died.'), 'kept')
    assert.equal(outcomeOf("The bank won't raise rates.", 'The bank will not raise rates.'), 'kept')
    assert.equal(outcomeOf('The U.S. will send 20% more grain.', 'The US will send 20 percent more grain.'), 'kept')
  })

  it('reads in other languages what is free of language', () => {
    const text = 'Le maire a ouvert le pont lundi. Le conseil n’a pas voté le budget de 12 millions d’euros.'
    assert.equal(outcomeOf(text, 'Le maire a ouvert le pont lundi.', [1]), 'kept')
    assert.notEqual(outcomeOf(text, 'Le conseil a voté le budget de 12 millions d’euros.', [2]), 'kept')
    assert.notEqual(outcomeOf(text, 'Le conseil n’a pas voté le budget de 13 millions d’euros.', [2]), 'kept')
  })
})
