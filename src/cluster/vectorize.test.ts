import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { eachFeature, featureOfWord, featuresOf, languageKey } from './vectorize.ts'

const article = {
  title: 'Port Alder bridge shut',
  text: 'Engineers closed the harbour bridge. Mayor Ada Lindqvist said the bridges stay shut.',
  language: 'en-GB',
}

function weightOf(doc: typeof article, word: string): number {
  const { features, weights } = featuresOf(doc)
  return weights[features.indexOf(featureOfWord(word))] ?? 0
}

function surfaces(doc: typeof article): string[] {
  const found: string[] = []
  eachFeature(doc, ({ surface }) => found.push(surface))
  return found
}

describe('featuresOf', () => {
  it('gives non-zero features in ascending order, each once, with a weight each', () => {
    const { features, weights } = featuresOf(article)
    assert.equal(features.length, weights.length)
    assert.ok(features.length > 5)
    for (const [i, feature] of features.entries()) {
      assert.notEqual(feature, 0)
      if (i > 0) assert.ok(feature > (features[i - 1] as number))
      assert.ok((weights[i] as number) > 0)
    }
  })
  it('counts words of the title three times, and stems of one word together', () => {
    assert.equal(weightOf(article, 'engineers'), 1)
    assert.equal(weightOf(article, 'bridge'), 3 + 1 + 1)
  })
  it('counts capitalized words inside a sentence a little more', () => {
    assert.ok(Math.abs(weightOf(article, 'lindqvist') - 1.3) < 1e-6)
  })
  it('takes neighboring capitalized words as a name', () => {
    assert.ok(surfaces(article).includes('Ada Lindqvist'))
    assert.ok(surfaces(article).includes('Port Alder'))
    assert.ok(!surfaces(article).includes('Alder bridge'))
  })
  it('leaves out stop words and what is one letter long', () => {
    const words = surfaces({ ...article, title: '', text: 'The mayor said that it is a B.' })
    assert.deepEqual(words, ['mayor'])
  })
  it('reads no more than 250 words of the text', () => {
    const text = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ')
    assert.equal(featuresOf({ title: '', text, language: 'en' }).features.length, 250)
  })
  it('drops the possessive', () => {
    assert.equal(weightOf({ ...article, title: '', text: 'the mayor’s office' }, 'mayor'), 1)
  })
  it('takes off an article that lost its vowel, in languages that write so', () => {
    const french = { title: '', text: 'L’eau du lac, jusqu’à Brisane, et qu’Oskar Delbrin l’a vue', language: 'fr' }
    assert.deepEqual(surfaces(french), ['eau', 'lac', 'Brisane', 'Oskar', 'Delbrin', 'Oskar Delbrin', 'vue'])
    assert.deepEqual(surfaces({ title: '', text: "dell'acqua", language: 'it' }), ['acqua'])
    assert.deepEqual(surfaces({ title: '', text: 'the D’Arcy house', language: 'en' }), ['D’Arcy', 'house'])
    assert.deepEqual(surfaces({ title: '', text: 'aujourd’hui', language: 'fr' }), ['aujourd’hui'])
  })
  it('makes features of pairs of characters where words have no spaces', () => {
    assert.deepEqual(surfaces({ title: '', text: '橋を閉鎖', language: 'ja' }), ['橋を', 'を閉', '閉鎖'])
  })
  it('is empty for an empty document', () => {
    assert.equal(featuresOf({ title: '', text: '', language: 'und' }).features.length, 0)
  })
  it('never throws and is the same each time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, text) => {
        const doc = { title, text, language: 'en' }
        assert.deepEqual(featuresOf(doc), featuresOf(doc))
      }),
    )
  })
})

describe('languageKey', () => {
  it('is the first tag in lower case', () => {
    assert.equal(languageKey('en-GB'), 'en')
    assert.equal(languageKey('AR'), 'ar')
    assert.equal(languageKey('pt_BR'), 'pt')
    assert.equal(languageKey(''), 'und')
  })
})
