import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lightStem } from './stem.ts'

describe('lightStem', () => {
  const cases: Readonly<Record<string, string>> = {
    bridges: 'bridg',
    bridge: 'bridg',
    parties: 'party',
    stopped: 'stop',
    stopping: 'stop',
    calling: 'call',
    classes: 'class',
    bus: 'bus',
    crisis: 'crisis',
    g20s: 'g20s',
    الحكومة: 'حكوم',
    والحكومة: 'حكوم',
    橋: '橋',
  }
  for (const [word, stem] of Object.entries(cases))
    it(`makes ${stem} of ${word}`, () => assert.equal(lightStem(word), stem))
})

describe('lightStem of inflected forms', () => {
  it('lets inflected forms of one word meet', () => {
    assert.equal(lightStem('agreed'), lightStem('agree'))
    assert.equal(lightStem('talks'), lightStem('talk'))
    assert.equal(lightStem('meeting'), lightStem('meet'))
    assert.equal(lightStem('stopped'), lightStem('stop'))
    assert.equal(lightStem('parties'), lightStem('party'))
    assert.equal(lightStem('ceasefires'), lightStem('ceasefire'))
    assert.equal(lightStem('guarantees'), lightStem('guarantee'))
  })

  it('leaves numbers and short words as they are', () => {
    assert.equal(lightStem('2014'), '2014')
    assert.equal(lightStem('bus'), 'bus')
    assert.equal(lightStem('us'), 'us')
  })
})
