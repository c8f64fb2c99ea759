import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from '../count-reports.ts'
import { mergeEntities } from '../people/merge-entities.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { findDifferences } from './find-differences.ts'

const anna = entity('person', 'Anna Lindqvist')
const erik = entity('person', 'Erik Holm')

function differences(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return findDifferences(texts, countReports(texts).members, mergeEntities(texts))
}

const reversal: ArticleFixture = {
  id: 'a',
  text: `The mayor seemed to share conflicting views on whether a tunnel was necessary.
“I don’t think we need a tunnel,” Anna Lindqvist had said, before explaining that “everybody would obviously prefer a short tunnel while we plan the bridge”.`,
  mentions: [['Anna Lindqvist', anna]],
  quotes: [
    { words: 'I don’t think we need a tunnel,', speaker: anna },
    { words: 'everybody would obviously prefer a short tunnel while we plan the bridge', kind: 'mixed' },
  ],
}

describe('a reversal', () => {
  it('is both statements of the speaker and the sentence that says they conflict', () => {
    const [difference, ...rest] = differences(reversal)
    assert.deepEqual(rest, [])
    assert.equal(difference?.kind, 'reversal')
    assert.equal(difference?.a.citation.exact, 'I don’t think we need a tunnel,')
    assert.match(difference?.b.citation.exact ?? '', /prefer a short tunnel/)
    assert.equal(difference?.a.speaker, 'Anna Lindqvist')
    assert.equal(difference?.b.speaker, 'Anna Lindqvist')
    assert.match(difference?.signal?.exact ?? '', /conflicting views/)
    assert.match(difference?.why ?? '', /opposite sides/)
  })

  it('is not asserted without the reporter’s word', () => {
    const text = reversal.text.replace('share conflicting views on', 'weigh for a long time')
    assert.deepEqual(differences({ ...reversal, text }), [])
  })

  it('is not asserted when the signal stands three sentences away', () => {
    const [signal, quotes] = reversal.text.split('\n')
    const text = `${signal}\nThe harbor was quiet. The ferry sailed on time.\n${quotes}`
    assert.deepEqual(differences({ ...reversal, text }), [])
  })

  it('is told once though a copy tells it again', () => {
    assert.equal(differences(reversal, { ...reversal, id: 'b', at: '2025-03-04T12:00:00Z' }).length, 1)
  })

  it('needs one speaker: opposite stances of two people under a signal are a dispute', () => {
    const [difference] = differences({
      id: 'a',
      text: 'The two gave conflicting statements. “We support the tunnel,” said Anna Lindqvist. “We reject the tunnel,” said Erik Holm.',
      quotes: [
        { words: 'We support the tunnel,', speaker: anna },
        { words: 'We reject the tunnel,', speaker: erik },
      ],
    })
    assert.equal(difference?.kind, 'dispute')
    assert.equal(difference?.b.speaker, 'Erik Holm')
  })

  it('is not read into an opinion piece', () => {
    assert.deepEqual(differences({ ...reversal, article: { kind: 'opinion' } }), [])
  })
})

describe('a dispute', () => {
  const dispute: ArticleFixture = {
    id: 'a',
    text: 'Erik Holm said the bridge would sink into the harbor within a year. In the town hall, Anna Lindqvist rejected this notion, saying the ground was firm.',
    mentions: [
      ['Erik Holm', erik],
      ['Anna Lindqvist', anna],
    ],
    quotes: [{ words: 'the bridge would sink into the harbor within a year', speaker: erik, kind: 'indirect' }],
  }

  it('is the statement before and the sentence that rejects it', () => {
    const [difference, ...rest] = differences(dispute)
    assert.deepEqual(rest, [])
    assert.equal(difference?.kind, 'dispute')
    assert.equal(difference?.a.speaker, 'Erik Holm')
    assert.equal(difference?.b.speaker, 'Anna Lindqvist')
    assert.match(difference?.a.citation.exact ?? '', /^Erik Holm said/)
    assert.match(difference?.b.citation.exact ?? '', /^In the town hall/)
    assert.equal(difference?.signal?.exact, 'rejected this notion')
  })

  it('needs to know who rejects', () => {
    assert.deepEqual(differences({ ...dispute, mentions: [['Erik Holm', erik]] }), [])
  })

  it('needs a statement of somebody else before it', () => {
    const text = 'The harbor was quiet on Monday morning. In the town hall, Anna Lindqvist rejected this notion.'
    assert.deepEqual(differences({ id: 'a', text, mentions: [['Anna Lindqvist', anna]] }), [])
    const own = 'Anna Lindqvist said the ground was firm. Anna Lindqvist rejected this notion.'
    assert.deepEqual(
      differences({
        id: 'a',
        text: own,
        mentions: [['Anna Lindqvist', anna]],
        quotes: [{ words: 'the ground was firm', speaker: anna, kind: 'indirect' }],
      }),
      [],
    )
  })

  it('is not asserted for what somebody may do or has not done', () => {
    for (const words of ['may reject this notion', 'has not rejected this notion', 'refused to reject this notion'])
      assert.deepEqual(differences({ ...dispute, text: dispute.text.replace('rejected this notion', words) }), [])
  })

  it('is not asserted where the rejecting sentence carries its own claim', () => {
    const text = dispute.text.replace(
      'rejected this notion, saying',
      'rejected the notion that the mayor slept, saying',
    )
    assert.deepEqual(differences({ ...dispute, text }), [])
  })

  it('is not asserted for allegations that were made somewhere else', () => {
    const text = 'Erik Holm said the harbor was a fine place to live. Anna Lindqvist denied the allegations.'
    const words = 'the harbor was a fine place to live'
    const mentions = dispute.mentions ?? []
    assert.deepEqual(differences({ id: 'a', text, mentions, quotes: [{ words, speaker: erik, kind: 'indirect' }] }), [])
  })

  it('is not asserted for somebody who is only a pronoun', () => {
    const text = dispute.text.replace('Anna Lindqvist rejected', 'she rejected')
    const mentions = [['Erik Holm', erik] as const, ['she', anna, 'pronoun'] as const]
    assert.deepEqual(differences({ ...dispute, text, mentions }), [])
  })

  it('is not asserted in a text taken from somebody else’s, a ruling or a letter', () => {
    for (const words of ['[In another case] Anna Lindqvist', '… Anna Lindqvist']) {
      const text = dispute.text.replace('In the town hall, Anna Lindqvist', words)
      assert.deepEqual(differences({ ...dispute, text }), [], words)
    }
  })

  it('does not lay an accusation at the door of the one who tells of it', () => {
    const text =
      'As Erik Holm has reported, workers alleged that the mayor knew of the cracks. Anna Lindqvist denied those allegations.'
    const words = 'workers alleged that the mayor knew of the cracks'
    const mentions = dispute.mentions ?? []
    const [difference] = differences({ id: 'a', text, mentions, quotes: [{ words, speaker: erik, kind: 'indirect' }] })
    assert.equal(difference?.a.speaker, undefined)
    assert.equal(difference?.b.speaker, 'Anna Lindqvist')
  })

  it('is not asserted for a proposal that is turned down', () => {
    const text = dispute.text.replace('this notion', 'that proposal')
    assert.deepEqual(differences({ ...dispute, text }), [])
  })

  it('is not asserted where nobody known makes two accusations', () => {
    const text =
      'The suit alleges that a paper lied when it accused the mayor of hiding the cracks. Erik Holm denied the accusations.'
    assert.deepEqual(differences({ id: 'a', text, mentions: [['Erik Holm', erik]] }), [])
  })

  it('is told once though two outlets tell it in their own words', () => {
    const words = 'the bridge may sink in a year, harbor and all'
    const again: ArticleFixture = {
      id: 'b',
      at: '2025-03-04T12:00:00Z',
      text: `Erik Holm warned that ${words}. Anna Lindqvist denied that claim on Monday and spoke of firm ground.`,
      mentions: dispute.mentions ?? [],
      quotes: [{ words, speaker: erik, kind: 'indirect' }],
    }
    assert.equal(differences(again).length, 1)
    assert.equal(differences(dispute, again).length, 1)
  })

  it('names an office as the sentence writes it', () => {
    const text = dispute.text.replace('Anna Lindqvist rejected', 'Anna Lindqvist’s office rejected')
    assert.equal(differences({ ...dispute, text })[0]?.b.speaker, 'Anna Lindqvist’s office')
  })

  it('is asserted for an accusation whose author is not named', () => {
    const [difference] = differences({
      id: 'a',
      text: 'A letter accused the company of hiding the cracks. Erik Holm denied these allegations on Monday.',
      mentions: [['Erik Holm', erik]],
    })
    assert.equal(difference?.kind, 'dispute')
    assert.equal(difference?.a.speaker, undefined)
  })
})
