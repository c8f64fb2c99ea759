import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeEntities } from '../people/merge-entities.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { findCommitments } from './find-commitments.ts'

const anna = entity('person', 'Anna Lindqvist')
const norway = entity('place', 'Norland')
const sweden = entity('place', 'Sudland')

function commitments(...fixtures: Partial<ArticleFixture>[]) {
  const texts = readMembers(
    fixtures.map((fixture, index) =>
      storyInput({ id: `d${index}`, text: '', at: `2025-03-04T1${index}:00:00Z`, ...fixture }),
    ),
  )
  return findCommitments(texts, mergeEntities(texts))
}

const parties: NonNullable<ArticleFixture['mentions']> = [
  ['Norland', norway],
  ['Sudland', sweden],
  ['Anna Lindqvist', anna],
]

function by(text: string, fixture: Partial<ArticleFixture> = {}): string[] {
  return commitments({ text, mentions: parties.filter(([words]) => text.includes(words)), ...fixture }).map(
    (commitment) => commitment.by,
  )
}

describe('findCommitments', () => {
  it('finds what a party pledged, agreed or promised to do', () => {
    assert.deepEqual(by('Norland has pledged to send engineers to the harbor.'), ['Norland'])
    assert.deepEqual(by('Anna Lindqvist promised to publish the report.'), ['Anna Lindqvist'])
    assert.deepEqual(by('Sudland agreed to withdraw its ships.'), ['Sudland'])
  })

  it('names parties that promise together', () => {
    assert.deepEqual(by('Norland and Sudland have pledged to commit forces to the border.'), ['Norland and Sudland'])
  })

  it('finds the speaker’s own will', () => {
    const words = 'We will build the bridge and we will open it in May,'
    assert.deepEqual(by(`“${words}” Anna Lindqvist said.`, { quotes: [{ words, speaker: anna }] }), ['Anna Lindqvist'])
  })

  it('does not take the will of somebody unknown', () => {
    const words = 'We will build the bridge and we will open it in May.'
    assert.deepEqual(by(`“${words}”`, { quotes: [{ words }] }), [])
  })

  it('finds what is said of a party, and by whom', () => {
    const text = 'Anna Lindqvist said Norland will accept the offer of engineers.'
    const [commitment] = commitments({
      text,
      mentions: [
        ['Anna Lindqvist', anna],
        ['Norland', norway],
      ],
      quotes: [{ words: 'Norland will accept the offer of engineers', speaker: anna, kind: 'indirect' }],
    })
    assert.equal(commitment?.by, 'Norland')
    assert.equal(commitment?.reportedBy, 'Anna Lindqvist')
    assert.equal(commitment?.statement.text, text)
  })

  it('finds what a party agreed that it would do', () => {
    assert.deepEqual(by('Norland agreed that Sudland would receive help and Sudland would accept observers.'), [
      'Sudland',
    ])
  })

  it('reads he would as the speaker', () => {
    assert.deepEqual(
      by('Anna Lindqvist said she would resign in May.', {
        quotes: [{ words: 'she would resign in May', speaker: anna, kind: 'indirect' }],
      }),
      ['Anna Lindqvist'],
    )
  })

  it('cites condition and due time', () => {
    const [commitment] = commitments({
      text: 'Norland has pledged to send engineers by Friday if a deal is done, officials said.',
      mentions: [['Norland', norway]],
      times: [['by Friday', '2025-03-07']],
    })
    assert.equal(commitment?.condition?.exact, 'if a deal is done')
    assert.equal(commitment?.due?.exact, 'by Friday')
  })

  it('does not take the time of saying for a due time', () => {
    const [commitment] = commitments({
      text: 'Norland pledged to send engineers, Anna Lindqvist said on Monday.',
      mentions: [['Norland', norway]],
      times: [['on Monday', '2025-03-03']],
    })
    assert.equal(commitment?.due, undefined)
  })

  it('leaves predictions, hopes, questions and possibilities aside', () => {
    for (const text of [
      'Norland will win the match on Sunday.',
      'Norland will be the host of the games.',
      'Anna Lindqvist hopes that Norland will send engineers.',
      'Will Norland send engineers, and if so, Norland will send whom?',
      'It is unclear whether Norland will send engineers.',
      'Norland might have pledged to send engineers.',
      'Norland has not agreed to send engineers.',
      'The election will take place in Norland.',
      'Norland refused to send engineers.',
      'It is unclear whether in the end Anna Lindqvist will send engineers.',
      'Sudland may stay if Norland agrees to send engineers.',
      'Many speculated that Norland offered to send engineers.',
      'The battle for control of Norland will take a new turn on Monday.',
      'A handful of members who had backed Anna Lindqvist vowed to press for a vote.',
    ])
      assert.deepEqual(by(text), [], text)
  })

  it('tells a promise once and cites every article that has it', () => {
    const found = commitments(
      { text: 'Norland has pledged to send engineers to the harbor of Sandvik.', mentions: [['Norland', norway]] },
      { text: 'Norland pledged to send engineers to the Sandvik harbor.', mentions: [['Norland', norway]] },
    )
    assert.equal(found.length, 1)
    assert.deepEqual(
      found[0]?.statement.citations.map(({ documentId }) => documentId),
      ['d0', 'd1'],
    )
  })

  it('takes nothing from opinion pieces', () => {
    assert.deepEqual(by('Norland has pledged to send engineers.', { article: { kind: 'opinion' } }), [])
  })

  it('keeps what one says another will do only for states and bodies that consent', () => {
    const words = 'Norland will win the talks and Norland will destroy the harbor'
    const quoted = (words: string) => ({
      text: `Anna Lindqvist said ${words}.`,
      mentions: [
        ['Anna Lindqvist', anna],
        ['Norland', norway],
      ] as const,
      quotes: [{ words, speaker: anna, kind: 'indirect' as const }],
    })
    assert.deepEqual(commitments(quoted(words)), [])
    assert.deepEqual(
      commitments(quoted('Norland will sign the treaty')).map((commitment) => [commitment.by, commitment.reportedBy]),
      [['Norland', 'Anna Lindqvist']],
    )
  })

  it('does not take a hint for a promise, nor it for a person', () => {
    const hint = 'She would resign in May, Anna Lindqvist hinted.'
    const quote = { words: 'She would resign in May', speaker: anna, kind: 'indirect' } as const
    assert.deepEqual(by(hint, { quotes: [{ ...quote, cue: 'hinted' }] }), [])
    const it = 'As Anna Lindqvist notes, it will change the town.'
    assert.deepEqual(by(it, { quotes: [{ words: 'it will change the town', speaker: anna, kind: 'indirect' }] }), [])
  })

  it('takes no condition from even if, had once or you', () => {
    for (const [text, condition] of [
      ['Norland has pledged to send engineers even if the talks fail.', undefined],
      ['Norland has pledged to send engineers unless the talks fail.', 'unless the talks fail'],
      ['Norland has pledged to send engineers once the talks end, it said.', 'once the talks end'],
      ['Norland, which had once said no, has pledged to send engineers.', undefined],
    ] as const) {
      const [commitment] = commitments({ text, mentions: [['Norland', norway]] })
      assert.equal(commitment?.condition?.exact, condition, text)
    }
  })

  it('reads a body that nothing names, with condition and due time', () => {
    for (const [text, condition, due, time] of [
      [
        'The government has pledged to rebuild the bridge by 26 April if parliament approves the funds.',
        'if parliament approves the funds',
        'by 26 April',
        ['26 April', '2025-04-26', 'date'],
      ],
      [
        'The ministry has promised to pay each household within ten days, unless the court objects.',
        'unless the court objects',
        'within ten days',
        ['ten days', 'P10D', 'duration'],
      ],
      [
        'The union has promised to hold no strikes before 8 September, provided that its members agree.',
        'provided that its members agree',
        'before 8 September',
        ['8 September', '2024-09-08', 'date'],
      ],
      [
        'The company has promised to begin building once the permit is granted.',
        'once the permit is granted',
        undefined,
        undefined,
      ],
    ] as const) {
      const [commitment] = commitments({ text, ...(time ? { times: [time] } : {}) })
      assert.equal(commitment?.statement.text, text)
      assert.equal(commitment?.condition?.exact, condition)
      assert.equal(commitment?.due?.exact, due)
    }
  })

  it('reads It as what the sentence before is about', () => {
    const text =
      'Sandvik Ferries, which runs the boats, has stopped them. It has pledged to pay the costs, if its insurers agree.'
    assert.deepEqual(by(text), ['Sandvik Ferries'])
    assert.deepEqual(by('In the harbor the boats lay still. It has pledged to pay the costs.'), [])
  })

  it('takes no promise from a plan', () => {
    assert.deepEqual(by('The plan has promised to cut taxes. The reform promises to bring jobs.'), [])
  })

  it('is one for two outlets that word the same promise otherwise', () => {
    const found = commitments(
      { text: 'Norland has pledged to send engineers to the harbor of Sandvik.', mentions: [['Norland', norway]] },
      {
        text: 'After three days of talks in the capital, Norland promised to send engineers to Sandvik harbor, a spokesman said.',
        mentions: [['Norland', norway]],
      },
    )
    assert.deepEqual(
      found.map(({ statement }) => statement.citations.length),
      [2],
    )
  })

  it('keeps what a later article says became of it, word for word', () => {
    const withdrawn = 'Norland has withdrawn its pledge to send engineers to the harbor.'
    const [commitment] = commitments(
      { text: 'Norland has pledged to send engineers to the harbor.', mentions: [['Norland', norway]] },
      { text: withdrawn, mentions: [['Norland', norway]] },
    )
    assert.deepEqual(
      commitment?.changes?.map(({ kind, at, citation }) => [kind, at, citation.exact]),
      [['withdrawn', '2025-03-04T11:00:00Z', withdrawn]],
    )
  })

  it('keeps the new date of one that was moved', () => {
    const [commitment] = commitments(
      {
        text: 'Norland has pledged to open the harbor by 1 May.',
        mentions: [['Norland', norway]],
        times: [['1 May', '2025-05-01']],
      },
      {
        text: 'Norland has delayed the opening of the harbor to 1 June.',
        mentions: [['Norland', norway]],
        times: [['1 June', '2025-06-01']],
      },
    )
    assert.equal(commitment?.dueDate, '2025-05-01')
    assert.deepEqual(
      commitment?.changes?.map(({ kind, due, dueDate }) => [kind, due?.exact, dueDate]),
      [['changed', '1 June', '2025-06-01']],
    )
  })

  it('leaves it open where another did it, or nobody says that it was done', () => {
    const promised = {
      text: 'Norland has pledged to send engineers to the harbor.',
      mentions: [['Norland', norway]] as const,
    }
    for (const text of [
      'Sudland sent engineers to the harbor, while Norland waits.',
      'Norland may have sent engineers to the harbor.',
      'If Norland sent engineers to the harbor, ships could leave.',
      'Norland sent doctors to the harbor, but no engineers.',
      'Norland denied that it had withdrawn its pledge to send engineers.',
      'Norland could withdraw its pledge to send engineers.',
      'Has Norland sent engineers to the harbor?',
    ]) {
      const mentions = parties.filter(([words]) => text.includes(words))
      assert.deepEqual(commitments(promised, { text, mentions })[0]?.changes ?? [], [], text)
    }
  })

  it('takes an accusation for no proof', () => {
    const promised = {
      text: 'Norland has pledged to send engineers to the harbor.',
      mentions: [['Norland', norway]] as const,
    }
    const words = 'Norland has broken its promise to send engineers'
    const accused = {
      text: `“${words},” Anna Lindqvist said.`,
      mentions: [
        ['Norland', norway],
        ['Anna Lindqvist', anna],
      ] as const,
      quotes: [{ words, speaker: anna }],
    }
    assert.deepEqual(commitments(promised, accused)[0]?.changes ?? [], [])
  })
})
