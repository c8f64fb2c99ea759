import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readForeign } from './read-foreign.ts'

const termsOf = (words: string) => words.split(' ').map((word) => ({ stem: word.toLowerCase(), word, weight: 1 }))
const read = (language: string, words: string) =>
  (readForeign(language, termsOf(words)) ?? []).map(({ translation }) => translation.map(([stem]) => stem))

describe('words of other languages in English', () => {
  it('are read in German and Spanish, and in no other language', () => {
    const [fire, bridge] = read('de', 'Feuer Brücken')
    assert.ok(fire?.includes('fire') && bridge?.includes('bridg'))
    const [strike, firefighter] = read('es', 'huelgas bomberos')
    assert.ok(strike?.includes('strik') && firefighter?.includes('firefighter'))
    assert.equal(readForeign('fr', termsOf('pompiers')), undefined)
    assert.equal(readForeign('en', termsOf('fire')), undefined)
    assert.equal(readForeign('', termsOf('fire')), undefined)
  })

  it('are read in every form', () => {
    for (const form of ['Gericht', 'Gerichte', 'Gerichten']) assert.ok(read('de', form)[0]?.includes('court'), form)
    for (const form of ['decidir', 'decidió', 'decidirá']) assert.ok(read('es', form)[0]?.includes('decid'), form)
    for (const form of ['huelga', 'huelgas']) assert.ok(read('es', form)[0]?.includes('strik'), form)
    for (const form of ['morir', 'murió', 'mueren']) assert.equal(read('es', form)[0]?.[0], 'die', form)
  })

  it('are read by the parts of a German compound that the list does not have', () => {
    const [stems] = read('de', 'Brückengericht')
    assert.ok(stems?.includes('bridg') && stems.includes('court'))
  })

  it('are taken as they are, or with an English ending, when unknown', () => {
    assert.deepEqual(read('de', 'Torsund'), [['torsund']])
    assert.ok(read('es', 'desnuclearización')[0]?.includes('desnuclearization'))
  })

  it('are no form of another word: sábado is Saturday', () => {
    assert.equal(read('es', 'sábado')[0]?.[0], 'saturday')
  })

  it('are counted together in all their forms, without function words', () => {
    const terms = readForeign('de', [
      { stem: 'brück', word: 'Brücke', weight: 1 },
      { stem: 'brücken', word: 'Brücken', weight: 1 },
      { stem: 'wurd', word: 'wurde', weight: 2 },
    ])
    assert.equal(terms?.length, 1)
    assert.deepEqual([terms?.[0]?.word, terms?.[0]?.weight], ['Brücke', 1 + Math.log(2)])
  })

  it('are read once for a story', () => {
    const terms = termsOf('Feuer')
    assert.equal(readForeign('de', terms), readForeign('de', terms))
  })

  it('may be anything', () => {
    assert.deepEqual(read('de', '٥٨٠٠ 火事 ÅÄÖ -'), [['٥٨٠٠'], ['火事'], ['aao'], ['-']])
  })
})
