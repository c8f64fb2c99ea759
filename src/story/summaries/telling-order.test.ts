import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ArticleFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { isOverdue } from './telling-order.ts'

function first(fixture: ArticleFixture) {
  const [member] = readMembers([storyInput(fixture)])
  return { member: member!, sentence: member!.sentences[0]! }
}

describe('isOverdue', () => {
  it('finds what was announced for a day before the latest article', () => {
    const { member, sentence } = first({
      id: 'herald',
      at: '2025-03-04T08:00:00Z',
      text: 'The council will vote on the bridge on Wednesday.',
      times: [['Wednesday', '2025-03-05']],
    })
    assert.equal(isOverdue(sentence, member, '2025-03-07T08:00:00Z'), true)
    assert.equal(isOverdue(sentence, member, '2025-03-05T08:00:00Z'), false)
    assert.equal(isOverdue(sentence, member, '2025-03-04T20:00:00Z'), false)
  })

  it('finds what is only true for an hour', () => {
    const { member, sentence } = first({ id: 'a', text: 'The ceremony will begin within the hour, the mayor said.' })
    assert.equal(isOverdue(sentence, member, '2025-03-04T09:00:00Z'), true)
  })
})
