import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ArticleFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { isOverdue, whenOf } from './telling-order.ts'

function first(fixture: ArticleFixture) {
  const [member] = readMembers([storyInput(fixture)])
  return { member: member!, sentence: member!.sentences[0]! }
}

function whenIs(text: string, times: ArticleFixture['times']) {
  const { sentence, member } = first({ id: 'herald', at: '2025-03-04T08:00:00Z', text, times: times ?? [] })
  return whenOf(sentence, member)
}

describe('whenOf', () => {
  it('tells news, plans and background apart by the main clause', () => {
    assert.equal(whenIs('The council approved the bridge on Monday.', [['Monday', '2025-03-03']]), 'now')
    assert.equal(whenIs('The council meets on Saturday.', [['Saturday', '2025-03-08']]), 'planned')
    assert.equal(whenIs('An inspector warned in 2021 of the wall.', [['2021', '2021']]), 'background')
    assert.equal(whenIs('Brandt ordered an inquiry, after a warning in 2021 was found.', [['2021', '2021']]), 'now')
  })
})

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
