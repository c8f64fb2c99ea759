import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Dossier, Member } from '../core/story.ts'
import { followedNews, isOfTopic, type NewsRow } from './followed-news.ts'

const within = { since: '2026-03-10T12:00:00Z', now: '2026-03-10T18:00:00Z' }

function member(document: string, publishedAt: string, sourceId: string, role: Member['role'] = 'original'): Member {
  return {
    documentId: document,
    articleId: document,
    sourceId,
    sourceName: sourceId,
    title: document,
    publishedAt,
    role,
  } as never
}

function row(
  id: string,
  members: readonly Member[],
  more: Partial<Dossier> & { readonly section?: string } = {},
): NewsRow {
  const { section, ...rest } = more
  const dossier = {
    storyId: id,
    headline: { documentId: members[0]!.documentId, title: id },
    language: 'en',
    members,
    reports: members.map(({ documentId }, group) => ({
      group,
      documentIds: [documentId],
      originName: '',
      how: 'alone',
    })),
    brief: [],
    ledger: [],
    unattributed: [],
    timeline: [],
    differences: [],
    commitments: [],
    figures: [],
    droppedCount: 0,
    ...rest,
  }
  return { id, dossier, ...(section && { section }) } as never
}

const old = member('old', '2026-03-10T11:00:00Z', 'varn')
const fresh = member('fresh', '2026-03-10T13:00:00Z', 'varn')
const copy = member('copy', '2026-03-10T14:00:00Z', 'pell', 'copy')
const late = member('late', '2026-03-10T19:00:00Z', 'varn')
const news = (kind: never, target: string, ...rows: readonly NewsRow[]) => followedNews({ kind, target }, rows, within)
const berg = { id: 'person:anna-berg', kind: 'person', name: 'Anna Berg' }
const said = (...documents: readonly string[]) => ({
  wordings: documents.map((documentId) => ({
    citation: { documentId, span: { start: 0, end: 3 }, exact: documentId.slice(0, 3) },
    kind: 'direct',
    confidence: 1,
    pattern: '',
  })),
  outlets: [],
})

describe('news of what is followed', () => {
  it('of a source is what it reported in words of its own', () => {
    const rows = [row('a', [old, fresh, copy, late]), row('b', [copy])]
    const [found, ...others] = news('source' as never, 'varn', ...rows)
    assert.deepEqual([found?.row.id, found?.articles.map(({ title }) => title), others], ['a', ['fresh'], []])
    assert.deepEqual(news('source' as never, 'pell', ...rows), [], 'a copy is no report of its own')
  })

  it('of a person is what nobody carried before', () => {
    const entities = [{ entity: berg, documentCount: 1 }]
    const ledger = [{ speaker: berg, utterances: [said('old', 'fresh'), said('copy'), said('fresh', 'copy')] }]
    const rows = [row('a', [old, fresh, copy], { entities, ledger } as never), row('b', [fresh])]
    const [found, ...others] = news('entity' as never, berg.id, ...rows)
    assert.deepEqual(others, [])
    assert.deepEqual(
      found?.quotes.map(({ member: { title } }) => title),
      ['copy', 'fresh'],
    )
    assert.equal(found?.count, 2)
  })

  it('of a topic is of its section, under its name or its code', () => {
    assert.ok(isOfTopic('Sport', 'sport') && isOfTopic('Sport', '15000000'))
    assert.ok(!isOfTopic('Sport', 'World') && !isOfTopic(undefined, '15000000') && !isOfTopic('Sport', 'constructor'))
    const rows = [
      row('a', [fresh], { section: 'Sport' }),
      row('b', [fresh], { section: 'World' }),
      row('c', [old], { section: 'Sport' }),
    ]
    assert.deepEqual(
      news('topic' as never, 'Sport', ...rows).map(({ row: { id } }) => id),
      ['a'],
    )
  })

  it('of a story is all that changed, and comes the newest first', () => {
    const rows = [row('a', [old, fresh, copy]), row('b', [old])]
    assert.deepEqual(
      news('story' as never, 'a', ...rows).map(({ at, count }) => [at, count]),
      [[copy.publishedAt, 2]],
    )
    assert.deepEqual(news('story' as never, 'b', ...rows), [])
    const both = news(
      'topic' as never,
      'Sport',
      row('x', [fresh], { section: 'Sport' }),
      row('y', [copy], { section: 'Sport' }),
    )
    assert.deepEqual(
      both.map(({ row: { id } }) => id),
      ['y', 'x'],
    )
  })
})
