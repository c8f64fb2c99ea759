import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { poolOf } from '../story-pool.ts'
import { linkByWords } from './link-by-words.ts'
import { relationSummary, unrelated } from './relation-fixture.ts'
import type { RelationSummary } from './relation-summary.ts'

const fire = relationSummary({
  id: 'fire',
  title: 'Furniture factory burns down in Hallweiler',
  words: 'firefighters flames smoke windows residents police',
  marks: ['w:HLFLR'],
})
const brand = relationSummary({
  id: 'brand',
  language: 'de',
  title: 'Möbelfabrik in Hallweiler abgebrannt',
  words: 'Feuerwehr Flammen Rauch Fenster Anwohner Polizei',
  marks: ['w:HLFLR'],
})
const incendio = relationSummary({
  id: 'incendio',
  language: 'es',
  title: 'Un incendio destruye una fábrica de muebles en Hallweiler',
  words: 'bomberos llamas humo ventanas vecinos policía',
  marks: ['w:HLFLR'],
})
const links = (stories: readonly RelationSummary[], of?: string) =>
  linkByWords(poolOf([...stories, ...unrelated]), of === undefined ? undefined : asId(of))
const ends = (stories: readonly RelationSummary[], of?: string) => links(stories, of).map(({ a, b }) => [a, b])

describe('linkByWords', () => {
  it('links an English story with German and Spanish ones whose words mean the same, from both sides', () => {
    assert.deepEqual(ends([fire, brand, incendio], 'fire').toSorted(), [
      ['fire', 'brand'],
      ['fire', 'incendio'],
    ])
    assert.deepEqual(ends([fire, brand, incendio], 'brand'), [['brand', 'fire']])
    assert.deepEqual(ends([fire, brand, incendio], 'incendio'), [['incendio', 'fire']])
    assert.equal(links([fire, brand, incendio]).length, 2)
    assert.deepEqual(ends([fire, brand], 'none'), [])
  })

  it('says by which words, each as its story writes it', () => {
    const [link] = links([fire, brand], 'fire')
    assert.equal(link?.words.length, 4)
    assert.ok(link?.words.some(({ here, there }) => here === 'flames' && there === 'flammen'))
    const [back] = links([fire, brand], 'brand')
    assert.ok(back?.words.some(({ here, there }) => here === 'flammen' && there === 'flames'))
  })

  it('links no story with a place and a few words in common', () => {
    const theft = relationSummary({
      id: 'theft',
      language: 'de',
      title: 'Dieb in Hallweiler gefasst',
      words: 'Polizei Juwelier Beute Fenster Gefängnis',
      marks: ['w:HLFLR'],
    })
    assert.deepEqual(links([fire, theft]), [])
  })

  it('links each with its nearest only, and only when that holds both ways', () => {
    const less = { ...brand, id: asId<RelationSummary['id']>('less'), terms: brand.terms.slice(1) }
    assert.deepEqual(ends([fire, less, brand]), [['brand', 'fire']])
  })

  it('links none that is more than a day apart', () => {
    const later = (hour: number) => ({
      ...brand,
      firstAt: `2025-03-11T${hour}:00:00Z`,
      lastAt: `2025-03-11T${hour}:00:00Z`,
    })
    assert.equal(links([fire, later(10)]).length, 1)
    assert.deepEqual(links([fire, later(11)]), [])
    assert.deepEqual(links([fire, { ...brand, firstAt: '', lastAt: '' }]), [])
  })

  it('links no German story with a Spanish one, and none in other languages', () => {
    assert.deepEqual(links([brand, incendio]), [])
    assert.deepEqual(links([fire, { ...brand, language: 'nl' }]), [])
  })
})
