import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../core/ids.ts'
import { buildDossier } from './build-dossier.ts'
import { type RelationSummary, relate, summarizeForRelation } from './related.ts'
import { entity, storyInput } from './story-fixture.ts'

type Summary = { id: string; day?: number; people?: string[]; places?: string[]; words?: string }

function summary({ id, day = 10, people = [], places = [], words = '' }: Summary): RelationSummary {
  const at = `2025-03-${String(day).padStart(2, '0')}T10:00:00Z`
  const named = (kind: 'person' | 'place', names: string[]) =>
    names.map((name) => ({ id: entity(kind, name).id, name, kind, count: 2 }))
  return {
    id: asId(id),
    title: id,
    firstAt: at,
    lastAt: at,
    entities: [...named('person', people), ...named('place', places)],
    words: words.split(' ').filter(Boolean),
  }
}

/** Stories that have nothing to do with anything, so that names have their weight. */
const others = Array.from({ length: 12 }, (_, i) =>
  summary({ id: `other${i}`, people: [`Person${i} Name${i}`], places: [`Town${i}`], words: `word${i} thing${i}` }),
)
const story = summary({
  id: 'story',
  people: ['Anna Lindqvist'],
  places: ['Sandvik'],
  words: 'council approv bridg harbor cost ferry',
})
const matter = { people: ['Anna Lindqvist'], places: ['Sandvik'], words: 'council debat bridg harbor ferry plan' }

const reasons = (...candidates: RelationSummary[]) =>
  relate(story, [...candidates, ...others]).map(({ id, reason }) => [id, reason])

describe('relate', () => {
  it('says that an earlier story on the matter leads to this one, and a later one follows', () => {
    assert.deepEqual(reasons(summary({ id: 'before', day: 7, ...matter })), [['before', 'leads to']])
    assert.deepEqual(reasons(summary({ id: 'after', day: 12, ...matter })), [['after', 'follows']])
  })

  it('does not order stories that lie weeks apart', () => {
    assert.deepEqual(reasons(summary({ id: 'old', day: 31, ...matter })), [['old', 'same people']])
  })

  it('names the same people where the matter is another', () => {
    assert.deepEqual(reasons(summary({ id: 'other', people: ['Anna Lindqvist'], words: 'school fire roof' })), [
      ['other', 'same people'],
    ])
  })

  it('names the same place when words are shared too', () => {
    assert.deepEqual(reasons(summary({ id: 'other', places: ['Sandvik'], words: 'harbor storm boat' })), [
      ['other', 'same place'],
    ])
    assert.deepEqual(reasons(summary({ id: 'other', places: ['Sandvik'], words: 'football cup final' })), [])
  })

  it('gives nothing rather than filler', () => {
    assert.deepEqual(reasons(), [])
  })

  it('does not relate by a name that is everywhere', () => {
    const everywhere = Array.from({ length: 10 }, (_, i) =>
      summary({ id: `s${i}`, people: ['Anna Lindqvist'], words: `alpha${i} beta${i}` }),
    )
    assert.deepEqual(relate(story, [...everywhere, ...others.slice(0, 2)]), [])
  })

  it('never relates a story to itself and keeps to six', () => {
    const many = Array.from({ length: 9 }, (_, i) => summary({ id: `m${i}`, day: 12, ...matter }))
    const far = Array.from({ length: 60 }, (_, i) => summary({ id: `far${i}`, people: [`X${i} Y${i}`] }))
    const related = relate(story, [story, ...many, ...far])
    assert.equal(related.length, 6)
    assert.ok(related.every(({ id }) => id !== story.id))
  })
})

describe('summarizeForRelation', () => {
  it('holds names, words and times', () => {
    const anna = entity('person', 'Anna Lindqvist')
    const dossier = buildDossier({
      storyId: asId('s'),
      now: '2025-03-04T18:00:00Z',
      members: [
        storyInput({
          id: 'a',
          title: 'Council approves bridge',
          text: 'Anna Lindqvist and the council of Sandvik approved the harbor bridge on Monday.',
          mentions: [['Anna Lindqvist', anna]],
        }),
      ],
    })
    const times = { firstAt: '2025-03-04T10:00:00Z', lastAt: '2025-03-04T11:00:00Z' }
    const made = summarizeForRelation(dossier, times)
    assert.equal(made.title, 'Council approves bridge')
    assert.deepEqual([made.firstAt, made.lastAt], [times.firstAt, times.lastAt])
    assert.deepEqual(made.entities, [{ id: anna.id, name: 'Anna Lindqvist', kind: 'person', count: 1 }])
    assert.ok(made.words.includes('council') && made.words.includes('harbor'))
  })
})
