import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { identifyLanguage } from './language.ts'

describe('identifyLanguage', () => {
  it('tells English, French, German and Arabic apart', () => {
    assert.equal(identifyLanguage('The council voted on Tuesday to close the old bridge for repairs.'), 'en')
    assert.equal(identifyLanguage('Le conseil municipal a voté mardi la fermeture du vieux pont pour travaux.'), 'fr')
    assert.equal(identifyLanguage('Der Stadtrat hat am Dienstag beschlossen, die alte Brücke zu schließen.'), 'de')
    assert.equal(identifyLanguage('صوت المجلس يوم الثلاثاء على إغلاق الجسر القديم لإجراء إصلاحات'), 'ar')
  })

  it('takes the declared language under four words', () => {
    assert.equal(identifyLanguage('Pont fermé', 'fr'), 'fr')
    assert.equal(identifyLanguage('Bridge closed', 'en-GB'), 'en-GB')
  })

  it('abstains under four words when none is declared', () => {
    assert.equal(identifyLanguage('Bridge closed'), 'und')
    assert.equal(identifyLanguage(''), 'und')
    assert.equal(identifyLanguage('12 345 !!'), 'und')
  })

  it('keeps the declared region when the language is right', () => {
    const text = 'The council voted on Tuesday to close the old bridge for repairs.'
    assert.equal(identifyLanguage(text, 'en-GB'), 'en-GB')
    assert.equal(identifyLanguage(text, 'en_US'), 'en_US')
  })

  it('corrects a declared language that is wrong', () => {
    assert.equal(
      identifyLanguage('Le conseil municipal a voté mardi la fermeture du vieux pont pour travaux.', 'en'),
      'fr',
    )
  })
})
