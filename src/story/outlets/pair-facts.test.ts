import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Coverage } from '../../core/coverage.ts'
import { asId, type SourceId, type StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { buildDossier } from '../build-dossier.ts'
import { type ArticleFixture, entity, storyInput, syndication } from '../story-fixture.ts'
import { medianOf, pairFacts } from './pair-facts.ts'

const anna = entity('person', 'Anna Lindqvist')
const outlets = [asId<SourceId>('source-Post'), asId<SourceId>('source-Echo')] as const
const said = 'We will open the bridge for everybody in May,'

function article(outlet: string, at: string, rest: Partial<ArticleFixture> = {}): ArticleFixture {
  const id = `${outlet}-${at}`
  const text = `The council approved a bridge. ${outlet} reports it in its own words.\n“${said}” Anna Lindqvist said.`
  const mentions = [['Anna Lindqvist', anna]] as const
  return { id, outlet, at, title: 'A bridge', text, mentions, ...rest }
}

function dossierOf(...fixtures: ArticleFixture[]): Dossier {
  return buildDossier({ storyId: asId<StoryId>('story'), members: fixtures.map(storyInput) })
}

function firstOf(...fixtures: ArticleFixture[]) {
  return pairFacts(dossierOf(...fixtures), outlets)?.first
}

describe('what a story says of two outlets', () => {
  it('is nothing unless both reported it', () => {
    assert.equal(firstOf(article('Post', '2025-03-04T10:00:00Z'), article('Wire', '2025-03-04T11:00:00Z')), undefined)
  })

  it('is which of the two was first, whoever else was earlier, and by how much', () => {
    const wire = article('Wire', '2025-03-04T08:00:00Z')
    const echo = article('Echo', '2025-03-04T10:00:00Z')
    assert.deepEqual(firstOf(wire, echo, article('Post', '2025-03-04T12:30:00+01:00')), {
      kind: 'first',
      side: 1,
      minutes: 90,
    })
    assert.deepEqual(firstOf(wire, echo, article('Post', '2025-03-04T11:00:00+01:00')), { kind: 'same' })
  })

  it('names nobody first if the time of day is unknown, or a running page may have had it earlier', () => {
    const echo = article('Echo', '2025-03-04T10:00:00Z')
    assert.deepEqual(firstOf(article('Post', '2025-03-04'), echo), { kind: 'unknown' })
    assert.deepEqual(firstOf(article('Post', '2025-03-04T09:00:00.000-00:00'), echo), { kind: 'unknown' })
    // Days apart, only by how much is unknown.
    assert.deepEqual(firstOf(article('Post', '2025-03-01'), echo), { kind: 'first', side: 0 })
    const post = article('Post', '2025-03-04T11:00:00Z')
    const live = (at: string) => article('Post', at, { article: { kind: 'live' } })
    assert.deepEqual(firstOf(post, echo, live('2025-03-04T06:00:00Z')), { kind: 'unknown' })
    assert.deepEqual(firstOf(post, echo, live('2025-03-04T12:00:00Z')), { kind: 'first', side: 1, minutes: 60 })
    assert.deepEqual(firstOf(live('2025-03-04T06:00:00Z'), echo), { kind: 'unknown' })
  })

  it('is whose words are its own, and nobody’s where it is undecided who copied whom', () => {
    const post = article('Post', '2025-03-04T10:00:00Z')
    const copied = (kind: 'time' | 'undecided') =>
      pairFacts(
        dossierOf(post, {
          ...article('Echo', '2025-03-04T11:00:00Z'),
          syndications: [syndication('Echo-2025-03-04T11:00:00Z', post.id, { direction: { kind } })],
        }),
        outlets,
      )?.sides.map(({ articles }) => articles.map(({ share }) => share))
    assert.deepEqual(copied('time'), [[1], [0]])
    assert.deepEqual(copied('undecided'), [[undefined], [undefined]])
  })

  it('is whom each quotes, if that is sure', () => {
    const quote = { words: said, speaker: anna, cue: 'said' }
    const facts = pairFacts(
      dossierOf(
        article('Post', '2025-03-04T10:00:00Z', { quotes: [quote] }),
        article('Echo', '2025-03-04T11:00:00Z', { quotes: [{ ...quote, confidence: 0.5 }] }),
      ),
      outlets,
    )
    assert.deepEqual(
      facts?.sides.map((side) => side.said.map(({ speaker, citation }) => [speaker.name, citation.exact])),
      [[['Anna Lindqvist', said]], []],
    )
  })

  it('is a point left out only if two other outlets have it and the dossier says that this one does not', () => {
    const base = dossierOf(
      ...['Post', 'Echo', 'Wire', 'Star'].map((outlet, hour) => article(outlet, `2025-03-04T1${hour}:00:00Z`)),
    )
    const citation = { documentId: base.members[0]!.documentId, span: { start: 0, end: 30 }, exact: 'A point.' }
    const carries: Coverage = { kind: 'carries', citation }
    const leftOut: Coverage = { kind: 'left-out' }
    const unknown: Coverage = { kind: 'not-known', why: 'similar' }
    const pointOf = (...cells: Coverage[]) =>
      ({ of: 'sentence', text: 'A point.', citations: [citation], knownAt: '', isOnlyHere: false, cells }) as const
    const dossier: Dossier = {
      ...base,
      coverage: {
        outlets: ['Post', 'Echo', 'Wire', 'Star'],
        points: [
          pointOf(carries, leftOut, carries, unknown),
          pointOf(carries, leftOut, unknown, unknown),
          pointOf(unknown, carries, carries, carries),
          pointOf(leftOut, leftOut, carries, carries),
        ],
      },
    }
    assert.deepEqual(
      pairFacts(dossier, outlets)?.sides.map((side) => [side.leftOut.length, side.pointCount]),
      [
        [1, 1],
        [2, 3],
      ],
    )
  })
})

it('the median is the middle, or the mean of the two in the middle', () => {
  assert.deepEqual([[], [5], [9, 1, 4], [1, 4, 8, 100]].map(medianOf), [undefined, 5, 4, 6])
})
