import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../core/ids.ts'
import { buildDossier } from './build-dossier.ts'
import { summarizeForRelation } from './related/relation-summary.ts'
import { entity, storyInput, syndication } from './story-fixture.ts'

const anna = entity('person', 'Anna Lindqvist')
const times = { firstAt: '2025-03-04T10:00:00Z', lastAt: '2025-03-04T11:00:00Z' }
const approved = storyInput({
  id: 'a',
  title: 'Council approves bridge',
  text: 'Anna Lindqvist and the council of Sandvik approved the harbor bridge on Monday.',
  mentions: [['Anna Lindqvist', anna]],
  syndications: [
    syndication('a', 'b'),
    syndication('a', 'elsewhere'),
    syndication('a', 'near', { kind: 'shares-passages' }),
  ],
})
const second = storyInput({
  id: 'b',
  title: 'Bridge approved',
  text: 'The harbor bridge was approved after a long debate.',
})
const dossier = buildDossier({ storyId: asId('s'), members: [approved, second] })

describe('relationFacts', () => {
  it('weighs the words of all members, those of titles most', () => {
    const terms = dossier.relation?.terms ?? []
    assert.equal(terms[0]?.stem, 'bridg')
    assert.deepEqual([terms[0]?.word, terms[0]?.isInTitle], ['bridge', true])
    assert.ok(terms.some(({ stem }) => stem === 'debat'))
    assert.ok(!terms.some(({ stem }) => stem === 'the'))
    for (const [index, { weight }] of terms.entries()) assert.ok(weight <= (terms[index - 1]?.weight ?? 9))
  })

  it('leaves out function words of German and Spanish, which would take the place of others', () => {
    const words = (language: string, text: string) =>
      buildDossier({
        storyId: asId('s'),
        members: [storyInput({ id: 'de', language, title: text, text })],
      }).relation?.terms.map(({ word }) => word.toLowerCase())
    assert.deepEqual(words('de', 'Die Brücke wurde nach dem Sturm gesperrt.'), ['brücke', 'sturm', 'gesperrt'])
    assert.deepEqual(words('es-MX', 'El puente fue cerrado según la policía.'), ['puente', 'cerrado', 'policía'])
  })

  it('keeps sixty words at most, however long the story', () => {
    const text = Array.from({ length: 240 }, (_, i) => `term${i}`).join(' ')
    const long = buildDossier({
      storyId: asId('s'),
      members: [storyInput({ id: 'l', title: 'Long', text })],
    })
    assert.equal(long.relation?.terms.length, 60)
  })

  it('names the documents outside of which a member is a copy', () => {
    assert.deepEqual(dossier.relation?.copies, ['elsewhere'])
  })
})

describe('summarizeForRelation', () => {
  it('holds names, words, documents and times', () => {
    const made = summarizeForRelation(dossier, times)
    assert.equal(made.title, dossier.headline.title)
    assert.deepEqual([made.firstAt, made.lastAt, made.language], [times.firstAt, times.lastAt, 'en'])
    assert.deepEqual(made.entities, [{ id: anna.id, name: 'Anna Lindqvist', kind: 'person', count: 1 }])
    assert.deepEqual([made.documents, made.copies, made.articleCount], [['a', 'b'], ['elsewhere'], 2])
    assert.equal(made.terms, dossier.relation?.terms)
  })

  it('takes the words of headline and brief of a dossier made before there were others', () => {
    const { relation: _, entities: __, ...old } = dossier
    const made = summarizeForRelation(old, times)
    assert.ok(made.terms.some(({ stem, isInTitle }) => stem === 'bridg' && isInTitle))
    assert.deepEqual([made.entities, made.copies, made.marks], [[], [], []])
  })
})
