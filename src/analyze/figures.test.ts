import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from './annotate.ts'
import { documentOf } from './test-document.ts'

function read(text: string, language = 'en'): unknown[] {
  const doc = documentOf([text], { language })
  return (annotate(doc).figures?.items ?? []).map(({ value, unit, counted, isCumulative }) => [
    value,
    unit,
    ...(counted ? [doc.text.slice(counted.start, counted.end)] : []),
    ...(isCumulative ? ['grows'] : []),
  ])
}

describe('figures', () => {
  it('are tolls, with the people they count', () => {
    assert.deepEqual(read('The blast killed 12 people and injured 30.'), [
      [12, 'people killed', 'people', 'grows'],
      [30, 'people injured', 'grows'],
    ])
    assert.deepEqual(read('There are now 31 confirmed cases of measles.'), [
      [31, 'cases of measles', 'confirmed cases of measles', 'grows'],
    ])
  })

  it('are counts of things, by the noun', () => {
    assert.deepEqual(read('The storm flooded 1,500 wooden homes, and 41 of the 120 boats sank.'), [
      [1500, 'homes', 'wooden homes'],
      [41, 'boats', 'boats'],
      [120, 'boats', 'boats'],
    ])
    assert.deepEqual(read('Doctors treated 64 patients, four of them children.'), [
      [64, 'patients', 'patients'],
      [4, 'children', 'children'],
    ])
  })

  it('are shares of something, and sums for something', () => {
    assert.deepEqual(read('Some 41 percent of renters moved. Council tax will rise by 4.9%.'), [
      [41, '%', 'renters'],
      [4.9, '%', 'Council tax'],
    ])
    assert.deepEqual(read('Leaders agreed a $61bn aid package. The mill pays $18 an hour.'), [
      [61e9, '$ aid package', 'aid package'],
      [18, '$'],
    ])
  })

  it('are counts that changed, by what changed', () => {
    assert.deepEqual(read('Burglaries dropped from 1,204 to 903.'), [
      [1204, 'burglaries', 'Burglaries'],
      [903, 'burglaries', 'Burglaries'],
    ])
  })

  it('are no dates, durations or bare numbers', () => {
    assert.deepEqual(read('On 3 May 1998 the bridge was shut for 12 days. The answer was 42.'), [])
  })

  it('take a part of a toll for a count of its own', () => {
    assert.deepEqual(read('The crash killed 45 people, including 6 minors.'), [
      [45, 'people killed', 'people', 'grows'],
      [6, 'minors', 'minors'],
    ])
  })

  it('are read in English only', () => {
    assert.deepEqual(read('Die Flut tötete 12 Menschen.', 'de'), [])
  })
})
