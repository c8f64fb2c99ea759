import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isEarlier, overlapsOf, ownShareOf } from './measure-overlap.ts'
import { storyInput, syndication } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const text = 'One two three four. Five six seven eight. Nine ten eleven twelve.'
const early = { id: 'early', text, at: '2025-03-04T10:00:00Z' }
const late = { id: 'late', text, at: '2025-03-04T11:00:00Z' }

describe('overlapsOf', () => {
  it('turns around what only one side tells', () => {
    const told = syndication('late', 'early', { share: 0.9, otherShare: 0.4, kind: 'cut-copy' })
    const texts = readMembers([storyInput(early), storyInput({ ...late, syndications: [told] })])
    const [ofEarly, ofLate] = overlapsOf(texts)
    assert.deepEqual(
      ofEarly?.map(({ first, share, other }) => [first, share, other]),
      [['this', 0.4, 1]],
    )
    assert.deepEqual(
      ofLate?.map(({ first, share, other }) => [first, share, other]),
      [['other', 0.9, 0]],
    )
  })

  it('does not count an overlap twice when both sides tell', () => {
    const texts = readMembers([
      storyInput({ ...early, syndications: [syndication('early', 'late', { isCopyOfOther: false })] }),
      storyInput({ ...late, syndications: [syndication('late', 'early')] }),
    ])
    assert.deepEqual(
      overlapsOf(texts).map((overlaps) => overlaps.length),
      [1, 1],
    )
  })

  it('keeps a document outside the story without an index', () => {
    const texts = readMembers([storyInput({ ...early, syndications: [syndication('early', 'elsewhere')] })])
    const [overlap] = overlapsOf(texts)[0] ?? []
    assert.equal(overlap?.other, undefined)
    assert.equal(overlap?.otherId, 'elsewhere')
  })
})

describe('ownShareOf', () => {
  const share = (facts: Parameters<typeof syndication>[2]) => {
    const texts = readMembers([
      storyInput(early),
      storyInput({ ...late, syndications: [syndication('late', 'early', facts)] }),
    ])
    const member = texts[1]
    if (!member) throw new Error('Two members are needed')
    return ownShareOf(member, overlapsOf(texts)[1] ?? [])
  }
  const passage = (start: number, end: number, isQuotation = false) => ({
    span: { start, end },
    otherSpan: { start, end },
    isQuotation,
  })

  it('is what stands in no earlier document, by sentences', () => {
    const own = share({ kind: 'shares-passages', share: 0.33, passages: [passage(0, 19)] })
    assert.equal(own.sentences, 2)
    assert.ok(Math.abs(own.share - 8 / 12) < 1e-9)
  })

  it('does not count a quotation both carry, except in a copy', () => {
    assert.equal(share({ kind: 'shares-passages', share: 0.33, passages: [passage(0, 19, true)] }).share, 1)
    assert.ok(share({ kind: 'cut-copy', share: 0.3, passages: [passage(0, 19, true)] }).share < 0.7)
  })

  it('is never more than a copy leaves', () => {
    assert.ok(share({ kind: 'whole-copy', share: 0.95, passages: [] }).share <= 0.06)
  })

  it('goes by the order of publication when the direction is not known', () => {
    const undecided = { kind: 'undecided' } as const
    assert.ok(share({ kind: 'whole-copy', share: 0.9, direction: undecided }).share < 0.2)
    assert.equal(
      isEarlier(
        { otherId: early.id as never, kind: 'whole-copy', share: 1, first: 'unknown', passages: [], other: 0 },
        1,
      ),
      true,
    )
    assert.equal(
      isEarlier({ otherId: early.id as never, kind: 'whole-copy', share: 1, first: 'unknown', passages: [] }, 1),
      false,
    )
  })
})
