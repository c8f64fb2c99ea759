import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saidBy } from '../../test-document.ts'

describe('a speaker without a verb', () => {
  it('stands before a colon, as in a headline', () => {
    assert.deepEqual(saidBy('# Roe: ‘We are ready’', 'Jane Roe spoke on Monday.'), [['We are ready', 'Jane Roe']])
  })

  it('stands in capitals at the start of a transcript', () => {
    assert.deepEqual(saidBy('Jane Roe was heard.', '“ROE: I never said it.”'), [['ROE: I never said it.', 'Jane Roe']])
  })

  it('stands after a dash', () => {
    assert.deepEqual(saidBy('“All rivers run to the sea.” — Jane Roe'), [['All rivers run to the sea.', 'Jane Roe']])
  })

  it('is not what a hyphen joins to the words', () => {
    const [[, by]] = saidBy('“We Will All Rise Again”-Star Jane Roe sang.') as [[string, string | undefined]]
    assert.equal(by, undefined)
    assert.deepEqual(saidBy('“All rivers run to the sea.” - Jane Roe'), [['All rivers run to the sea.', 'Jane Roe']])
  })

  it('is not any word before a colon', () => {
    assert.deepEqual(saidBy('The sign on the old door was plain: “Closed”.')[0]?.[0], 'Closed')
  })
})
