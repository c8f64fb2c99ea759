import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Dossier, Member } from '../../core/story.ts'
import { briefStory, wordCount } from './brief-story.ts'

const day = { from: '2026-03-17T00:00:00Z', until: '2026-03-17T23:59:59Z' }

function member(name: string, at: string, more: Partial<Member> = {}): Member {
  return {
    articleId: `a-${name}`,
    documentId: `d-${name}`,
    sourceId: name,
    sourceName: name,
    title: name,
    publishedAt: at,
    kind: 'article',
    completeness: { kind: 'complete' },
    own: 1,
    group: 0,
    role: 'original',
    ...more,
  } as Member
}

const cite = (name: string, exact: string, start = 0) =>
  ({
    documentId: `d-${name}`,
    span: { start, end: start + exact.length },
    exact,
  }) as Dossier['brief'][number]['citations'][number]
const point = (exact: string, ...names: readonly [string, ...string[]]) =>
  ({
    text: exact,
    citations: names.map((name) => cite(name, exact)),
    outlets: names,
  }) as unknown as Dossier['brief'][number]
const said = (name: string, exact: string, confidence = 0.9, outlets = [name]) => ({
  speaker: { id: 'person:mayor', kind: 'person', name: 'Jane Mayor' },
  utterances: [
    { wordings: [{ citation: cite(name, exact, 500), kind: 'direct', confidence, pattern: 'cue-right' }], outlets },
  ],
})

function dossier(more: Record<string, unknown>): Dossier {
  return {
    members: [member('One', '2026-03-17T08:00:00Z'), member('Two', '2026-03-17T09:00:00Z')],
    reports: [
      { group: 0, documentIds: ['d-One'] },
      { group: 1, documentIds: ['d-Two'] },
    ],
    headline: { documentId: 'd-One', title: 'One' },
    brief: [],
    ledger: [],
    unattributed: [],
    timeline: [],
    differences: [],
    commitments: [],
    figures: [],
    ...more,
  } as unknown as Dossier
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
const quotation = 'We will rebuild the bridge before the winter comes.'

describe('what a brief tells of a story', () => {
  it('are two sentences, and a third while they are short', () => {
    const long = dossier({ brief: [point(words(30), 'One'), point(words(29), 'Two'), point(words(9), 'One')] })
    const short = dossier({ brief: [10, 11, 12, 13].map((count) => point(words(count), 'One')) })
    assert.equal(briefStory(long, day).points.length, 2)
    assert.equal(briefStory(short, day).points.length, 3)
  })

  it('stands in whole articles only: of others nothing is told', () => {
    const members = [
      member('One', '2026-03-17T08:00:00Z', { completeness: { kind: 'paywalled', reason: 'a wall' } }),
      member('Two', '2026-03-17T09:00:00Z', { kind: 'live' }),
    ]
    const told = briefStory(dossier({ members, brief: [point(words(10), 'One', 'Two')] }), day)
    assert.deepEqual(told.points, [])
    assert.equal(told.isWithheld, true)
  })

  it('was known then: what a later article says is not told of an earlier day', () => {
    const members = [member('One', '2026-03-17T08:00:00Z'), member('Later', '2026-03-18T09:00:00Z')]
    const reports = [
      { group: 0, documentIds: ['d-One'] },
      { group: 1, documentIds: ['d-Later'] },
    ]
    const brief = [point(words(10), 'Later'), point(words(11), 'Later', 'One')]
    const told = briefStory(dossier({ members, reports, brief, ledger: [said('Later', quotation)] }), day)
    assert.deepEqual(
      told.points.map(({ citation, outlets }) => [citation.documentId, outlets]),
      [['d-One', ['One']]],
    )
    assert.equal(told.strongest, undefined)
    assert.deepEqual([told.articleCount, told.reportCount, told.outlets], [1, 1, ['One']])
  })

  it('ends with a quotation whose speaker is sure, and that no sentence above holds already', () => {
    const sure = briefStory(dossier({ ledger: [said('One', quotation)] }), day).strongest
    assert.deepEqual(sure, {
      kind: 'quote',
      speaker: 'Jane Mayor',
      citation: cite('One', quotation, 500),
      isDirect: true,
    })
    assert.equal(briefStory(dossier({ ledger: [said('One', quotation, 0.5)] }), day).strongest, undefined)
    const told = dossier({ ledger: [said('One', quotation)], brief: [point(`“${quotation}” she said.`, 'One')] })
    assert.equal(briefStory(told, day).strongest, undefined)
  })

  it('ends with differing accounts before any quotation; only a direct quotation is marked as one', () => {
    const differences = [
      {
        kind: 'dispute',
        a: { citation: cite('One', quotation, 500) },
        b: { citation: cite('Two', 'It is unsafe.') },
        why: '',
      },
    ]
    const { strongest } = briefStory(dossier({ differences, ledger: [said('One', quotation)] }), day)
    assert.ok(strongest?.kind === 'difference')
    assert.deepEqual([strongest.a.isDirect, strongest.b.isDirect], [true, false])
  })

  it('says what came since the brief before, or that all of it is new', () => {
    const members = [member('One', '2026-03-16T08:00:00Z'), member('Two', '2026-03-17T09:00:00Z')]
    const grown = briefStory(dossier({ members, ledger: [said('Two', quotation)] }), day)
    assert.equal(grown.isNew, false)
    assert.deepEqual(grown.changes, { reports: 1, quote: 1 })
    const fresh = briefStory(dossier({}), day)
    assert.deepEqual([fresh.isNew, fresh.changes], [true, {}])
  })
})

it('words are counted as they are read, also where no spaces part them', () => {
  assert.equal(wordCount('  Two words\n'), 2)
  assert.equal(wordCount('国家统计局周一'), 3.5)
})
