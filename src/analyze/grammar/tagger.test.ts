import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { englishTagger } from './english-tagger.ts'
import { loadTagger, type Tagger, tagWords } from './tagger.ts'
import { FEATURE_COUNT, featureBuckets, shapeOf } from './tagger-features.ts'

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

/** The tagger as it is defined, one feature after another, with nothing kept. */
function tagPlainly({ labels, bits, weights }: Tagger, words: readonly string[]): string[] {
  const tags: string[] = []
  const buckets = new Int32Array(FEATURE_COUNT)
  const state = { words, lowers: words.map((word) => word.toLowerCase()), shapes: words.map(shapeOf), tags }
  for (let i = 0; i < words.length; i++) {
    featureBuckets({ ...state, i }, (1 << bits) - 1, buckets)
    const scores = labels.map((_, j) =>
      buckets.reduce((sum, bucket) => sum + (weights[bucket * labels.length + j] as number), 0),
    )
    tags.push(labels[scores.indexOf(Math.max(...scores))] as string)
  }
  return tags
}

describe('tagWords with what it keeps', () => {
  it('gives the tags of its definition, whatever the words', () => {
    const known = fc.constantFrom(
      ...'The the mayor Roe said , . " she will not run for U.S. 2,000 <s> </s> É'.split(' '),
    )
    const words = fc.array(fc.oneof(known, fc.string({ minLength: 1, maxLength: 9 })), { maxLength: 30 })
    fc.assert(
      fc.property(words, (some) =>
        assert.deepEqual(tagWords(englishTagger(), some), tagPlainly(englishTagger(), some)),
      ),
    )
  })

  it('keeps no more words than it says, and tags right after it let go', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `word${i}`)
    assert.equal(tagWords(englishTagger(), many).length, many.length)
    assert.equal(tagged('They report the news .')[1], 'VERB')
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
