import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Citation } from '../core/citation.ts'
import type { ChosenWord, CoveragePoint, WordUse } from '../core/coverage.ts'
import type { Document } from '../core/document.ts'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import type { Dossier, Wording } from '../core/story.ts'
import { entity, spanOf, storyInput } from './story-fixture.ts'
import { verify } from './verify.ts'

const text = 'The council met on Monday. “We will build it,” the mayor said. Holm rejected this claim.'
const { document } = storyInput({ id: 'a', title: 'Council meets', text })
const documents = new Map<DocumentId, Document>([[document.id, document]])

const good = (words: string): Citation => ({ documentId: document.id, span: spanOf(text, words), exact: words })
const bad = (words: string): Citation => ({ ...good(words), exact: `${words.slice(0, -1)}?` })
const lost = (words: string): Citation => ({ ...good(words), documentId: asId('gone') })

const wording = (citation: Citation, rest: Partial<Wording> = {}): Wording => ({
  citation,
  kind: 'direct',
  confidence: 0.9,
  pattern: 'cue-right',
  ...rest,
})

const empty: Dossier = {
  storyId: asId<StoryId>('s'),
  headline: { documentId: document.id, title: 'Council meets' },
  language: 'en',
  members: [],
  reports: [],
  brief: [],
  ledger: [],
  unattributed: [],
  timeline: [],
  differences: [],
  commitments: [],
  figures: [],
  droppedCount: 0,
}
const sentence = 'The council met on Monday.'
const words = 'We will build it,'

describe('verify', () => {
  it('drops the sentence under the headline when it is not in its document', () => {
    const lead = { text: 'Nobody met.', citations: [{ ...good(sentence), exact: 'Nobody met.' }] as const, outlets: [] }
    const verified = verify({ ...empty, lead }, documents)
    assert.ok(!('lead' in verified))
    assert.equal(verified.droppedCount, 1)
    const right = { text: sentence, citations: [good(sentence)] as const, outlets: ['Herald'] }
    assert.deepEqual(verify({ ...empty, lead: right }, documents).lead, right)
  })

  it('leaves a dossier whose citations hold as it is', () => {
    const dossier: Dossier = {
      ...empty,
      brief: [{ text: sentence, citations: [good(sentence)], outlets: ['Herald'] }],
      ledger: [
        {
          speaker: entity('person', 'Anna Lindqvist'),
          role: good('mayor'),
          utterances: [{ wordings: [wording(good(words), { cue: good('said') })], outlets: ['Herald'] }],
        },
      ],
      unattributed: [{ wordings: [wording(good(words))], outlets: ['Herald'] }],
      timeline: [
        {
          text: sentence,
          citations: [good(sentence)],
          date: '2025-03-03',
          expression: good('on Monday'),
          isPlanned: false,
        },
      ],
      differences: [
        {
          kind: 'dispute',
          a: { citation: good(sentence) },
          b: { citation: good(words) },
          signal: good('rejected this claim'),
          why: 'x',
        },
      ],
      commitments: [{ by: 'Anna', statement: { text: words, citations: [good(words)] }, due: good('on Monday') }],
      figures: [
        {
          unit: 'people',
          readings: [
            { at: 'x', value: 1, citation: good(sentence) },
            { at: 'y', value: 2, citation: good(words) },
          ],
        },
      ],
    }
    assert.deepEqual(verify(dossier, documents), dossier)
  })

  it('drops a point whose text is not what its citation says, and counts it', () => {
    const verified = verify(
      {
        ...empty,
        brief: [
          { text: 'The council met.', citations: [good(sentence)], outlets: [] },
          { text: sentence, citations: [bad(sentence)], outlets: [] },
          { text: sentence, citations: [lost(sentence)], outlets: [] },
          { text: sentence, citations: [good(sentence)], outlets: [] },
        ],
      },
      documents,
    )
    assert.equal(verified.brief.length, 1)
    assert.equal(verified.droppedCount, 3)
  })

  it('drops a further citation alone, with its outlet', () => {
    const member = { documentId: document.id, sourceName: 'Herald' } as Dossier['members'][number]
    const verified = verify(
      {
        ...empty,
        members: [member],
        brief: [{ text: sentence, citations: [good(sentence), lost(sentence)], outlets: ['Herald', 'Post'] }],
      },
      documents,
    )
    assert.deepEqual(verified.brief[0]?.outlets, ['Herald'])
    assert.equal(verified.brief[0]?.citations.length, 1)
    assert.equal(verified.droppedCount, 1)
  })

  it('drops a quotation letter by letter, and a speaker nothing is left of', () => {
    const ledger = [
      {
        speaker: entity('person', 'Anna Lindqvist'),
        role: bad('mayor'),
        utterances: [
          { wordings: [wording(bad(words)), wording(good(words))] as const, outlets: ['Herald'] },
          { wordings: [wording(bad(words))] as const, outlets: ['Herald'] },
        ],
      },
      {
        speaker: entity('person', 'Erik Holm'),
        utterances: [{ wordings: [wording(bad(words))] as const, outlets: [] }],
      },
    ]
    const verified = verify(
      { ...empty, ledger, unattributed: [{ wordings: [wording(lost(words))], outlets: [] }] },
      documents,
    )
    assert.equal(verified.ledger.length, 1)
    assert.equal(verified.ledger[0]?.role, undefined)
    assert.equal(verified.ledger[0]?.utterances.length, 1)
    assert.equal(verified.ledger[0]?.utterances[0]?.wordings.length, 1)
    assert.deepEqual(verified.unattributed, [])
    assert.equal(verified.droppedCount, 5)
  })

  it('drops cue, addressee, place, channel and time of saying alone', () => {
    const parts = {
      cue: bad('said'),
      addressee: bad('said'),
      place: lost('on Monday'),
      channel: lost('said'),
      when: bad('on Monday'),
    }
    const verified = verify(
      { ...empty, unattributed: [{ wordings: [wording(good(words), parts)], outlets: [] }] },
      documents,
    )
    assert.deepEqual(verified.unattributed[0]?.wordings[0], wording(good(words)))
    assert.equal(verified.droppedCount, 5)
    const place = { place: good('on Monday') }
    const kept = verify(
      { ...empty, unattributed: [{ wordings: [wording(good(words), place)], outlets: [] }] },
      documents,
    )
    assert.deepEqual(kept.unattributed[0]?.wordings[0], wording(good(words), place))
  })

  it('drops an event whose date’s words do not stand there', () => {
    const event = { text: sentence, citations: [good(sentence)] as const, date: '2025-03-03', isPlanned: false }
    const verified = verify({ ...empty, timeline: [{ ...event, expression: bad('on Monday') }] }, documents)
    assert.deepEqual([verified.timeline, verified.droppedCount], [[], 1])
  })

  it('drops a difference when either side or the signal falls', () => {
    const sides = { kind: 'dispute', why: 'x' } as const
    const verified = verify(
      {
        ...empty,
        differences: [
          { ...sides, a: { citation: bad(sentence) }, b: { citation: good(words) } },
          { ...sides, a: { citation: good(sentence) }, b: { citation: bad(words) } },
          { ...sides, a: { citation: good(sentence) }, b: { citation: good(words) }, signal: lost('Holm') },
        ],
      },
      documents,
    )
    assert.deepEqual([verified.differences, verified.droppedCount], [[], 3])
  })

  it('drops a commitment with its statement, its condition alone', () => {
    const statement = { text: words, citations: [good(words)] as const }
    const verified = verify(
      {
        ...empty,
        commitments: [
          { by: 'Anna', statement, condition: bad('on Monday'), due: good('on Monday') },
          { by: 'Anna', statement: { text: words, citations: [bad(words)] } },
        ],
      },
      documents,
    )
    assert.equal(verified.commitments.length, 1)
    assert.equal(verified.commitments[0]?.condition, undefined)
    assert.equal(verified.commitments[0]?.due?.exact, 'on Monday')
    assert.equal(verified.droppedCount, 2)
  })

  it('drops a figure left with one reading', () => {
    const readings = [
      { at: 'x', value: 1, citation: good(sentence) },
      { at: 'y', value: 2, citation: bad(words) },
    ]
    const verified = verify({ ...empty, figures: [{ unit: 'people', readings }] }, documents)
    assert.deepEqual([verified.figures, verified.droppedCount], [[], 1])
  })

  it('puts the document’s own title where the headline is not one', () => {
    const verified = verify({ ...empty, headline: { documentId: document.id, title: 'Council quarrels' } }, documents)
    assert.deepEqual([verified.headline.title, verified.droppedCount], ['Council meets', 1])
  })

  it('adds to what was dropped before', () => {
    const brief = [{ text: 'x', citations: [bad(sentence)] as const, outlets: [] }]
    assert.equal(verify({ ...empty, brief, droppedCount: 4 }, documents).droppedCount, 5)
  })

  it('shows what two articles have in common only by sentences that hold on both sides', () => {
    const ids = { documentId: document.id, otherId: asId<DocumentId>('b') }
    const holding = { here: good(sentence), there: good(words) }
    const pairs = [holding, { here: bad(sentence), there: good(words) }, { here: good(sentence), there: lost(words) }]
    const shared = { ...ids, kind: 'cut-copy', count: 3, passages: pairs } as const
    const retelling = { ...ids, share: 0.5, figures: 2, pairs: pairs.slice(1) }
    const verified = verify({ ...empty, shared: [shared], retellings: [retelling] }, documents)
    assert.deepEqual(verified.shared, [{ ...shared, passages: [holding] }])
    assert.deepEqual(verified.retellings, [])
    assert.equal(verified.droppedCount, 4)
    assert.equal('shared' in verify(empty, documents), false)
  })

  it('drops a point of the matrix with its own citation, and takes back what rests on a passage that fell', () => {
    const point = (first: Citation, cell: Citation): CoveragePoint => ({
      of: 'sentence',
      text: sentence,
      citations: [first],
      knownAt: document.publishedAt,
      isOnlyHere: false,
      cells: [{ kind: 'carries', citation: cell }, { kind: 'left-out' }],
    })
    const coverage = {
      outlets: ['A', 'B'],
      points: [point(good(sentence), bad(sentence)), point(bad(sentence), good(sentence))],
    }
    const verified = verify({ ...empty, coverage }, documents)
    assert.deepEqual(
      verified.coverage?.points.map(({ cells }) => cells),
      [[1, 2].map(() => ({ kind: 'not-known', why: 'unverified' }))],
    )
    assert.equal(verified.droppedCount, 2)
  })

  it('drops a use of a word that does not stand there, and a choice left with one word', () => {
    const use = (word: string, rest: Partial<WordUse>): ChosenWord => ({
      word,
      uses: [{ outlet: 'A', documentId: document.id, span: { start: 0, end: 7 }, ...rest }],
    })
    const inTitle = use('council', { title: 'Council meets' })
    const inText = use('council', { citation: good(sentence), span: { start: 4, end: 11 } })
    const kept = verify({ ...empty, wordChoices: [{ words: [inTitle, inText] }] }, documents)
    assert.equal(kept.wordChoices?.length, 1)
    for (const fallen of [
      use('council', { title: 'Council met' }),
      use('council', { citation: bad(sentence), span: { start: 4, end: 11 } }),
      use('mayor', { title: 'Council meets' }),
    ]) {
      const verified = verify({ ...empty, wordChoices: [{ words: [inTitle, fallen] }] }, documents)
      assert.deepEqual(verified.wordChoices, [])
      assert.equal(verified.droppedCount, 1)
    }
  })

  it('drops what became of a commitment with its sentence, and a date with the words that gave it', () => {
    const at = '2026-03-01T10:00:00Z'
    const verified = verify(
      {
        ...empty,
        commitments: [
          {
            by: 'Anna',
            statement: { text: words, citations: [good(words)] },
            due: bad('on Monday'),
            dueDate: '2026-03-02',
            changes: [
              { kind: 'kept', at, citation: bad(sentence) },
              { kind: 'changed', at, citation: good(sentence), due: lost('on Monday'), dueDate: '2026-03-02' },
            ],
          },
        ],
      },
      documents,
    )
    assert.deepEqual(verified.commitments[0]?.changes, [{ kind: 'changed', at, citation: good(sentence) }])
    assert.equal(verified.commitments[0]?.dueDate, undefined)
    assert.equal(verified.droppedCount, 3)
  })

  it('drops corrections of outlets and moves of dates whose words do not hold', () => {
    const event = {
      text: sentence,
      citations: [good(sentence)] as const,
      date: '2026-03-02',
      expression: good('on Monday'),
    }
    const verified = verify(
      {
        ...empty,
        timeline: [
          {
            ...event,
            isPlanned: true,
            movedFrom: { date: '2026-03-01', expression: bad('on Monday') },
            movedTo: { date: '2026-03-05', citation: good(words) },
          },
        ],
        amendments: [
          { kind: 'correction', citation: good(sentence) },
          { kind: 'update', citation: lost(sentence) },
        ],
      },
      documents,
    )
    assert.equal(verified.timeline[0]?.movedFrom, undefined)
    assert.equal(verified.timeline[0]?.movedTo?.citation.exact, words)
    assert.deepEqual(
      verified.amendments?.map(({ kind }) => kind),
      ['correction'],
    )
    assert.equal(verified.droppedCount, 2)
  })
})
