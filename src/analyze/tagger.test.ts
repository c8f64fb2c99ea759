import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englishTagger } from './english-tagger.ts'
import { FEATURE_COUNT, featureBuckets, loadTagger, shapeOf, tagWords } from './tagger.ts'

const tagged = (sentence: string): string[] => tagWords(englishTagger(), sentence.split(' '))

describe('tagWords', () => {
  it('tags a plain sentence', () => {
    assert.deepEqual(tagged('The mayor said she would resign .'), [
      'DET',
      'NOUN',
      'VERB',
      'PRON',
      'AUX',
      'VERB',
      'PUNCT',
    ])
  })

  it('tells the verb from the noun by what stands before', () => {
    assert.equal(tagged('They report the news .')[1], 'VERB')
    assert.equal(tagged('The report was late .')[1], 'NOUN')
  })

  it('takes names it never saw for names', () => {
    assert.equal(tagged('Mr Quillfeather said no .')[1], 'PROPN')
  })

  it('tags nothing in no words', () => {
    assert.deepEqual(tagWords(englishTagger(), []), [])
  })
})

describe('loadTagger', () => {
  const packed = (header: string, ...bytes: number[]): Uint8Array =>
    Uint8Array.from([...new TextEncoder().encode(`${header}\n`), ...bytes])

  it('reads gaps of one byte and of more, and signed weights', () => {
    const { weights, labels, bits } = loadTagger(packed('{"labels":["NOUN","VERB"],"bits":8}', 1, 5, 0x82, 1, 0xff))
    assert.deepEqual(labels, ['NOUN', 'VERB'])
    assert.equal(bits, 8)
    assert.equal(weights.length, 512)
    assert.equal(weights[0], 5)
    assert.equal(weights[130], -1)
    assert.equal(weights.filter((weight) => weight !== 0).length, 2)
  })

  it('says what to do when the bytes are no weights', () => {
    assert.throws(() => loadTagger(Uint8Array.from([1, 2, 3])), /pack\.ts/)
  })

  it('loads the asset once', () => {
    assert.equal(englishTagger(), englishTagger())
    assert.equal(englishTagger().labels.length, 17)
  })
})

describe('featureBuckets', () => {
  it('fills every place, within the mask', () => {
    const words = ['One', 'two']
    const buckets = new Int32Array(FEATURE_COUNT).fill(-1)
    featureBuckets({ words, lowers: ['one', 'two'], shapes: words.map(shapeOf), tags: ['NUM'], i: 1 }, 255, buckets)
    assert.ok(buckets.every((bucket) => bucket >= 0 && bucket <= 255))
  })
})

describe('shapeOf', () => {
  it('writes runs of capitals, letters and digits as one sign each', () => {
    assert.equal(shapeOf('Roe'), 'Xx')
    assert.equal(shapeOf('20,000'), 'd,d')
    assert.equal(shapeOf('McRae-2b'), 'XxXx-dx')
    assert.equal(shapeOf('Élan'), 'Xx')
  })
})
