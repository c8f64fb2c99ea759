import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agencyName, creditName } from '../count-reports.ts'

describe('agencyName', () => {
  it('knows agencies by their short and long names', () => {
    assert.equal(agencyName('PA'), 'PA')
    assert.equal(agencyName('Press  Association'), 'PA')
    assert.equal(agencyName('the Associated Press'), 'AP')
    assert.equal(agencyName('reuters'), 'Reuters')
  })

  it('does not take an outlet for an agency', () => {
    assert.equal(agencyName('The Sandvik Herald'), undefined)
    assert.equal(agencyName(undefined), undefined)
  })
})

describe('creditName', () => {
  it('keeps the name of an agency it does not know', () => {
    assert.equal(creditName(' Norsk Nyhetsbyrå '), 'Norsk Nyhetsbyrå')
    assert.equal(creditName('AFP'), 'AFP')
  })

  it('is nothing for an empty credit line', () => {
    assert.equal(creditName('  '), undefined)
    assert.equal(creditName(undefined), undefined)
  })
})
