import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outcomeOf } from '../../test/judge-claim.ts'

const TEXT =
  'Ana Toral said the bridge would stay closed until Monday. “The pillars are unsafe,” Carl Jones told reporters. The water rose, according to the coastguard.'

describe('whose words they are', () => {
  it('keeps a report in another order', () => {
    assert.equal(outcomeOf(TEXT, 'According to Ana Toral, the bridge would stay closed until Monday.', [1]), 'kept')
    assert.equal(outcomeOf(TEXT, 'The bridge would stay closed until Monday, Ana Toral said.', [1]), 'kept')
    assert.equal(outcomeOf(TEXT, 'The coastguard said the water rose.', [3]), 'kept')
  })
  it('drops a report whose speaker is gone', () => {
    assert.notEqual(outcomeOf(TEXT, 'The bridge would stay closed until Monday.', [1]), 'kept')
    assert.notEqual(outcomeOf(TEXT, 'The pillars are unsafe.', [2]), 'kept')
    assert.notEqual(outcomeOf(TEXT, 'The water rose.', [3]), 'kept')
  })
  it('drops a report by somebody else of the same text', () => {
    assert.notEqual(outcomeOf(TEXT, 'Carl Jones said the bridge would stay closed until Monday.', [1]), 'kept')
    assert.notEqual(outcomeOf(TEXT, 'Carl Jones said the bridge would stay closed until Monday.', [1, 2]), 'kept')
    assert.notEqual(outcomeOf(TEXT, '“The pillars are unsafe,” Ana Toral told reporters.', [1, 2]), 'kept')
  })
  it('takes the speaker named beside a claim, when it is ours', () => {
    assert.equal(outcomeOf(TEXT, 'The pillars are unsafe.', [2], 'Carl Jones'), 'kept')
    assert.equal(outcomeOf(TEXT, 'The pillars are unsafe.', [2], 'Ana Toral'), 'speaker')
    assert.equal(outcomeOf('The bridge is closed.', 'The bridge is closed.', [1], 'Ana Toral'), 'speaker')
  })
  it('makes no accusation of a report, nor a report of an accusation', () => {
    assert.notEqual(outcomeOf(TEXT, 'Ana Toral admitted the bridge would stay closed until Monday.', [1]), 'kept')
    assert.notEqual(
      outcomeOf('Ana Toral denied the bridge was closed.', 'Ana Toral said the bridge was closed.'),
      'kept',
    )
  })
})
