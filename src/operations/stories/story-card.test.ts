import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../../core/citation.ts'
import { type ArticleId, asId, type DocumentId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Commitment, Difference, Dossier, Member } from '../../core/story.ts'
import { outlineOf } from '../../core/story-outline.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { badgesOf, cardOf } from './story-card.ts'

const now = new Date('2026-03-10T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()

function memberOf(name: string, more: Partial<Member> = {}): Member {
  return {
    articleId: asId<ArticleId>(`a-${name}`),
    documentId: asId<DocumentId>(`d-${name}`),
    sourceId: asId<SourceId>(`s-${name}`),
    sourceName: name,
    title: `${name} on the bridge`,
    publishedAt: hoursAgo(10),
    kind: 'article',
    completeness: { kind: 'complete' },
    own: 1,
    group: 0,
    role: 'original',
    ...more,
  }
}
const citationOf = (name: string, exact: string): Citation => ({
  documentId: asId<DocumentId>(`d-${name}`),
  span: { start: 0, end: exact.length },
  exact,
})
const difference: Difference = {
  kind: 'dispute',
  a: { citation: citationOf('Gazette', 'It is safe') },
  b: { citation: citationOf('Echo', 'It is not safe') },
  signal: citationOf('Echo', 'But'),
  why: 'The reporter sets them against each other.',
}

function dossierOf(more: Partial<Dossier> = {}): Dossier {
  return {
    storyId: asId<StoryId>('st1'),
    headline: { documentId: asId<DocumentId>('d-Gazette'), title: 'Bridge opens' },
    language: 'en',
    members: [memberOf('Gazette')],
    reports: [],
    brief: [],
    ledger: [],
    unattributed: [],
    timeline: [],
    differences: [],
    commitments: [],
    figures: [],
    droppedCount: 0,
    ...more,
  }
}
const rowOf = (more: Partial<StoryRow> = {}): StoryRow => ({
  id: asId<StoryId>('st1'),
  title: 'Bridge opens',
  language: 'en',
  firstAt: hoursAgo(30),
  lastAt: hoursAgo(20),
  changedAt: hoursAgo(20),
  articleCount: 3,
  reportCount: 2,
  ...more,
})
const cardIn = (dossier: Dossier, more: Partial<StoryRow> = {}) =>
  cardOf({ ...rowOf(more), outline: outlineOf(dossier) }, now)

const cases: readonly { readonly what: string; readonly row: Partial<StoryRow>; readonly badges: readonly string[] }[] =
  [
    { what: 'an old and quiet story of two reports has no badge', row: {}, badges: [] },
    {
      what: 'a story is new for its first six hours',
      row: { firstAt: hoursAgo(5), lastAt: hoursAgo(1) },
      badges: ['new'],
    },
    { what: 'a story still growing after that is developing', row: { lastAt: hoursAgo(2) }, badges: ['developing'] },
    { what: 'one article alone does not develop', row: { lastAt: hoursAgo(2), articleCount: 1 }, badges: [] },
    { what: 'copies of one report are one source', row: { reportCount: 1 }, badges: ['one source only'] },
  ]
for (const { what, row, badges } of cases)
  test(what, () => {
    assert.deepEqual(badgesOf(rowOf(row), dossierOf(), now), badges)
  })

test('a story in which accounts differ says so, beside being new', () => {
  const badges = badgesOf(rowOf({ firstAt: hoursAgo(1) }), dossierOf({ differences: [difference] }), now)
  assert.deepEqual(badges, ['new', 'differs'])
})

test('outlets stand once each: those who reported by time, then those who copied', () => {
  const members = [
    memberOf('Copier', { role: 'copy', publishedAt: hoursAgo(12) }),
    memberOf('Later', { publishedAt: hoursAgo(3) }),
    memberOf('Earlier', { publishedAt: hoursAgo(9) }),
    memberOf('Later', { publishedAt: hoursAgo(2) }),
  ]
  const card = cardIn(dossierOf({ members }))
  assert.deepEqual(card.outlets, ['Earlier', 'Later', 'Copier'])
  assert.equal(card.copyCount, 1)
})

test('outlets are ordered by the moment, not by how its zone is written', () => {
  const members = [
    memberOf('East', { publishedAt: '2026-03-10T10:30:00+05:00' }),
    memberOf('West', { publishedAt: '2026-03-10T06:00:00Z' }),
  ]
  assert.deepEqual(cardIn(dossierOf({ members })).outlets, ['East', 'West'])
})

test('the line of a card is the first point of the brief, with the document it is cited from', () => {
  const citation = citationOf('Gazette', 'The bridge opens on Monday.')
  const dossier = dossierOf({ brief: [{ text: citation.exact, citations: [citation], outlets: ['Gazette'] }] })
  const card = cardIn(dossier, { section: 'World' })
  assert.equal(card.line?.citation, citation)
  assert.equal(card.line?.document.sourceName, 'Gazette')
  assert.equal(card.section, 'World')
})

test('the line of a card is the sentence chosen for the headline, when there is one', () => {
  const chosen = citationOf('Gazette', 'The bridge opens on Monday.')
  const other = citationOf('Gazette', 'It rained.')
  const point = (citation: typeof chosen) => ({ text: citation.exact, citations: [citation] as const, outlets: [] })
  assert.equal(cardIn(dossierOf({ lead: point(chosen), brief: [point(other)] })).line?.citation, chosen)
})

test('articles that print one text are counted only when there is one such text', () => {
  const copies = [memberOf('Wire'), memberOf('A', { role: 'copy' }), memberOf('B')]
  const [wire, a, b] = copies.map(({ documentId }) => documentId)
  const report = (...documentIds: DocumentId[]) => ({ group: 0, originName: 'Wire', how: 'time', documentIds }) as const
  const shared = cardIn(dossierOf({ members: copies, reports: [report(wire!, a!), report(b!)] }))
  assert.deepEqual([shared.groups, shared.sameTextCount], [[2, 1], 2])
  // Two articles of one outlet are one report, but not one text.
  assert.equal(cardIn(dossierOf({ members: copies, reports: [report(wire!, b!), report(a!)] })).sameTextCount, 0)
})

test('a point cited from a document that is no member gives no line rather than an unnamed one', () => {
  const citation = citationOf('Stranger', 'The bridge opens on Monday.')
  const dossier = dossierOf({ brief: [{ text: citation.exact, citations: [citation], outlets: [] }] })
  assert.ok(!('line' in cardIn(dossier)))
})

test('changed while an article has just told what became of a promise or corrected itself', () => {
  const citation = citationOf('Gazette', 'It was kept.')
  const promise = (at: string): Commitment => ({
    by: 'Norland',
    statement: { text: citation.exact, citations: [citation] },
    changes: [{ kind: 'kept', at, citation }],
  })
  const isChanged = (dossier: Dossier) => badgesOf(rowOf({}), dossier, now).includes('changed')
  assert.equal(isChanged(dossierOf({ commitments: [promise(hoursAgo(2))] })), true)
  assert.equal(isChanged(dossierOf({ commitments: [promise(hoursAgo(9))] })), false)
  const members = [memberOf('Gazette', { publishedAt: hoursAgo(2) })]
  assert.equal(isChanged(dossierOf({ members, amendments: [{ kind: 'correction', citation }] })), true)
  assert.equal(isChanged(dossierOf({ members })), false)
})
