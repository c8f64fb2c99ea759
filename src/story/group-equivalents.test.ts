import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { areEquivalent, groupEquivalents } from './group-equivalents.ts'
import { storyInput } from './story-fixture.ts'
import { readMembers, type SentenceText } from './story-text.ts'

function sentences(...texts: string[]): SentenceText[] {
  return readMembers(texts.map((text, index) => storyInput({ id: `d${index}`, text }))).flatMap(
    (text) => text.sentences,
  )
}

function areSame(a: string, b: string): boolean {
  const [first, second] = sentences(a, b)
  if (!first || !second) throw new Error('Two sentences are needed')
  return areEquivalent(first, second)
}

describe('areEquivalent', () => {
  it('sees the same sentence through other marks and case', () => {
    assert.ok(areSame('Moscow will “accept” the offer of guarantees.', "Moscow will 'accept' the Offer of guarantees."))
  })

  it('sees a sentence with a few other words', () => {
    assert.ok(
      areSame(
        'The council approved the bridge plan on Monday after a long debate.',
        'After a long debate the council on Monday approved the plan for the bridge.',
      ),
    )
  })

  it('keeps sentences on the same subject apart', () => {
    assert.ok(
      !areSame(
        'The council approved the bridge plan on Monday after a long debate.',
        'The council will debate a plan for new schools on Friday.',
      ),
    )
  })

  it('keeps sentences with other numbers apart', () => {
    assert.ok(
      !areSame(
        'The earthquake near the coast killed 12 people on Monday.',
        'The earthquake near the coast killed 31 people on Monday.',
      ),
    )
  })

  it('keeps a sentence and its negation apart', () => {
    assert.ok(
      !areSame(
        'The minister said the bridge would close for repairs.',
        'The minister said the bridge would not close for repairs.',
      ),
    )
  })
})

describe('groupEquivalents', () => {
  it('groups across documents and leads with the first', () => {
    const groups = groupEquivalents(
      sentences(
        'The council approved the bridge plan on Monday.',
        'Work on the northern road begins in spring.',
        'The council on Monday approved the bridge plan.',
        'The council approved the bridge plan on Monday.',
      ),
    )
    assert.deepEqual(
      groups.map((group) => group.members.map((each) => each.member)),
      [[0, 2, 3], [1]],
    )
    assert.equal(groups[0]?.leader.member, 0)
  })

  it('loses no sentence', () => {
    const all = sentences('One two three.', 'Four five six.', 'One two three.', 'Yes.', 'No.')
    const groups = groupEquivalents(all)
    assert.equal(groups.flatMap((group) => group.members).length, all.length)
  })

  it('does not join unlike ends through a chain', () => {
    const groups = groupEquivalents(
      sentences(
        'alpha bravo charlie delta echo foxtrot golf hotel',
        'charlie delta echo foxtrot golf hotel india juliet',
        'echo foxtrot golf hotel india juliet kilo lima',
      ),
    )
    assert.ok(groups.length >= 2)
  })
})
