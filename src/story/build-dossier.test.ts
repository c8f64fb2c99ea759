import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Citation } from '../core/citation.ts'
import { matchesText } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import { buildDossier } from './build-dossier.ts'
import { type ArticleFixture, entity, storyInput, syndication } from './story-fixture.ts'
import { verify } from './verify.ts'

const anna = entity('person', 'Anna Lindqvist')
const storyId = asId<StoryId>('story-1')

const wire: ArticleFixture = {
  id: 'wire',
  outlet: 'Reuters',
  title: 'Sandvik council approves harbor bridge',
  text: `The town council of Sandvik approved a harbor bridge on Monday after a long debate.
Mayor Anna Lindqvist said the bridge would cost 40 million crowns.
“We will open the bridge for everybody in May,” Anna Lindqvist said.`,
  mentions: [['Anna Lindqvist', anna, 'name', 'Mayor']],
  times: [['on Monday', '2025-03-03']],
  quotes: [
    { words: 'the bridge would cost 40 million crowns', speaker: anna, kind: 'indirect' },
    { words: 'We will open the bridge for everybody in May,', speaker: anna, cue: 'said' },
  ],
}
const copy: ArticleFixture = {
  ...wire,
  id: 'copy',
  outlet: 'Herald',
  title: 'A bridge at last',
  at: '2025-03-04T11:00:00Z',
  syndications: [syndication('copy', 'wire')],
}

function build(...fixtures: ArticleFixture[]): { dossier: Dossier; documents: Map<DocumentId, Document> } {
  const members = fixtures.map(storyInput)
  const documents = new Map(members.map(({ document }) => [document.id, document] as const))
  return { dossier: buildDossier({ storyId, members }), documents }
}

/** Every citation of a dossier, in whatever part. */
function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'span' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

describe('buildDossier', () => {
  it('names no agency that a text is credited to among whom the story is about', () => {
    const agency = entity('organization', 'Reuters')
    const text = `${wire.text}\nReuters reported this from Sandvik.`
    const mentions = [...(wire.mentions ?? []), ['Reuters', agency, 'name']] as NonNullable<ArticleFixture['mentions']>
    const { dossier } = build({ ...wire, outlet: 'Gazette', text, mentions, credit: 'Reuters' }, copy)
    assert.deepEqual(
      dossier.reports.map(({ originName, how }) => [originName, how]),
      [['Reuters', 'credit']],
    )
    assert.deepEqual(
      dossier.entities?.map(({ entity: { name } }) => name),
      ['Anna Lindqvist'],
    )
  })

  it('puts every part together', () => {
    const { dossier } = build(wire, copy)
    assert.equal(dossier.storyId, storyId)
    assert.equal(dossier.headline.title, 'Sandvik council approves harbor bridge')
    assert.equal(dossier.language, 'en')
    assert.deepEqual(
      dossier.members.map(({ sourceName, role }) => [sourceName, role]),
      [
        ['Reuters', 'original'],
        ['Herald', 'copy'],
      ],
    )
    assert.equal(dossier.reports.length, 1)
    assert.match(dossier.brief[0]?.text ?? '', /approved a harbor bridge/)
    assert.equal(dossier.ledger[0]?.speaker.name, 'Anna Lindqvist')
    assert.deepEqual(
      dossier.timeline.map(({ date }) => date),
      ['2025-03-03'],
    )
    assert.deepEqual(
      dossier.commitments.map(({ by }) => by),
      ['Anna Lindqvist'],
    )
    assert.equal(dossier.entities?.[0]?.entity.name, 'Anna Lindqvist')
  })

  it('cites nothing that does not hold, so that verification drops nothing', () => {
    const { dossier, documents } = build(wire, copy)
    const citations = citationsIn(dossier)
    assert.ok(citations.length > 10)
    for (const citation of citations) {
      const document = documents.get(citation.documentId)
      assert.ok(document && matchesText(document, citation), citation.exact)
    }
    assert.deepEqual(verify(dossier, documents), dossier)
  })

  it('does not depend on the order members come in', () => {
    assert.deepEqual(build(copy, wire).dossier, build(wire, copy).dossier)
  })

  it('is the same for the same members', () => {
    assert.deepEqual(build(wire, copy).dossier, build(wire, copy).dossier)
  })

  it('survives documents without layers, text or title', () => {
    const bare = { ...storyInput({ id: 'bare', text: '' }), annotations: {} }
    const dossier = buildDossier({ storyId, members: [bare] })
    assert.deepEqual(dossier.brief, [])
    assert.equal(dossier.headline.title, '')
    assert.equal(dossier.reports.length, 1)
  })

  it('refuses a story without members', () => {
    assert.throws(() => buildDossier({ storyId, members: [] }), /has no members/)
  })

  it('holds whatever the text is', () => {
    const piece = fc.constantFrom(
      'The council met.',
      '“We will go,” Anna Lindqvist said.',
      'It killed 12 people.',
      '\n',
      '# Plan',
      'Holm rejected this claim.',
      '😀 é ﷺ',
      "'Half a quote",
      '(Jo/PA)',
      'In 2014.',
    )
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (texts) => {
        const { dossier, documents } = build(
          ...texts.map((pieces, index) => ({ id: `d${index}`, title: pieces[0] ?? '', text: pieces.join(' ') })),
        )
        const verified = verify(dossier, documents)
        assert.equal(verified.droppedCount, 0)
      }),
      { numRuns: 60 },
    )
  })
})
