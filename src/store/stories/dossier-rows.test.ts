import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type DocumentId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Dossier, Member } from '../../core/story.ts'
import { foldedName, rowsOfDossier } from './dossier-rows.ts'

const member = (id: string, source: number, minutes: number, rest: Partial<Member> = {}): Member => ({
  articleId: `a-${id}` as never,
  documentId: asId<DocumentId>(id),
  sourceId: asId<SourceId>(String(source)),
  sourceName: `Outlet ${source}`,
  title: id,
  publishedAt: new Date(Date.parse('2026-03-10T12:00:00+02:00') + minutes * 60_000).toISOString(),
  kind: 'article',
  completeness: { kind: 'complete' },
  own: 1,
  group: 0,
  role: 'original',
  ...rest,
})

const dossier = (members: readonly Member[], rest: Partial<Dossier> = {}): Dossier => ({
  storyId: asId<StoryId>('s'),
  headline: { documentId: members[0]!.documentId, title: '' },
  language: 'en',
  members,
  reports: [
    { group: 0, originName: 'CPA', how: 'credit', documentIds: [] },
    { group: 1, originName: 'Outlet 2', how: 'time', documentIds: [] },
  ],
  brief: [],
  ledger: [],
  unattributed: [],
  timeline: [],
  differences: [],
  commitments: [],
  figures: [],
  droppedCount: 0,
  ...rest,
})

describe('outlets of a dossier', () => {
  it('are as far behind as their first article is, and one of them is first', () => {
    const { outlets } = rowsOfDossier(dossier([member('a', 1, 30), member('b', 2, 0), member('c', 1, 10)]))
    assert.deepEqual(
      outlets.map((row) => [row.source_id, row.is_first, row.behind_minutes]),
      [
        [1, 0, 10],
        [2, 1, 0],
      ],
    )
  })

  it('are neither first nor behind by what was dated with a day alone', () => {
    const noon = '2026-03-10T12:00:00+00:00'
    const { outlets } = rowsOfDossier(
      dossier([member('a', 1, 0, { publishedAt: noon }), member('b', 2, 240), member('c', 3, 4000)]),
    )
    assert.deepEqual(
      outlets.map((row) => [row.source_id, row.is_first, row.behind_minutes]),
      [
        [1, 0, null],
        [2, 0, null],
        [3, 0, null],
      ],
    )
    const later = rowsOfDossier(
      dossier([member('a', 1, 5000, { publishedAt: '2026-03-13T12:00:00+00:00' }), member('b', 2, 0)]),
    )
    assert.deepEqual(
      later.outlets.map((row) => [row.source_id, row.is_first, row.behind_minutes]),
      [
        [1, 0, null],
        [2, 1, 0],
      ],
    )
  })

  it('are behind nobody where there is one report', () => {
    const [report] = dossier([member('a', 1, 0)]).reports
    const { outlets } = rowsOfDossier(dossier([member('a', 1, 0), member('b', 2, 9)], { reports: [report!] }))
    assert.deepEqual(
      outlets.map((row) => row.behind_minutes),
      [null, null],
    )
  })

  it('copy the agency they credit, else whom they copied; what is undecided copies nobody', () => {
    const { outlets } = rowsOfDossier(
      dossier([
        member('a', 1, 0, { role: 'copy' }),
        member('b', 2, 1, { group: 1 }),
        member('c', 3, 2, { group: 1, role: 'copy', copiedFrom: asId<DocumentId>('b') }),
        member('d', 4, 3, { group: 1, role: 'undecided' }),
        member('e', 5, 4, { group: 1, role: 'copy', copiedFrom: asId<DocumentId>('gone') }),
      ]),
    )
    assert.deepEqual(
      outlets.map((row) => [row.origin, row.origin_id]),
      [
        ['CPA', null],
        [null, null],
        ['Outlet 2', 2],
        [null, null],
        [null, null],
      ],
    )
  })

  it('are no copies of an agency that another outlet alone credits', () => {
    const copies = [member('a', 1, 0, { role: 'copy' }), member('b', 2, 1, { role: 'copy' })]
    const [credited] = dossier(copies).reports
    const { outlets } = rowsOfDossier(dossier(copies, { reports: [{ ...credited!, claimedBy: 'Outlet 2' }] }))
    assert.deepEqual(
      outlets.map((row) => row.origin),
      [null, 'CPA'],
    )
  })
})

describe('entities of a dossier', () => {
  it('are the named and those who speak, in the order of their ids', () => {
    const [b, a] = ['person:b', 'person:a'].map((id) => ({
      id: id as never,
      kind: 'person' as const,
      name: id.slice(7),
    }))
    const citation = { documentId: asId<DocumentId>('x'), span: { start: 0, end: 1 }, exact: 'x' }
    const { inStory, aliases, entities } = rowsOfDossier(
      dossier([member('x', 1, 5)], {
        entities: [{ entity: b!, documentCount: 3, names: ['B.'], sameAs: ['person:bb' as never] }],
        ledger: [
          {
            speaker: a!,
            utterances: [{ wordings: [{ citation, kind: 'direct', confidence: 1, pattern: 'colon' }], outlets: [] }],
          },
        ],
        commitments: [{ by: 'x, b and a', statement: { text: '', citations: [citation] } }],
        differences: [{ kind: 'reversal', a: { speaker: 'b', citation }, b: { speaker: 'b', citation }, why: '' }],
      }),
    )
    assert.deepEqual(
      entities.map(({ id }) => id),
      ['person:a', 'person:b'],
    )
    assert.deepEqual(
      inStory.map((row) => [
        row.article_count,
        row.quote_count,
        row.said_at,
        row.promise_count,
        row.change_count,
        row.names,
      ]),
      [
        [1, 1, '2026-03-10T10:05:00.000Z', 1, 0, null],
        [3, 0, null, 1, 1, '["B."]'],
      ],
    )
    assert.deepEqual(aliases, [{ id: 'person:bb', entity_id: 'person:b' }])
  })

  it('are found by names without marks and spellings', () => {
    assert.equal(foldedName('  Volodymyr  Zelenskyy '), foldedName('volodymyr zelensky'))
    assert.equal(foldedName('Zoë Åkerström'), 'zoe akerstrom')
  })
})
