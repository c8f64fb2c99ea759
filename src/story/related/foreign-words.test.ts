import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exactKey, foldWord, foreignKey, isFunctionWord, regularForm } from './foreign-words.ts'

describe('keys of foreign words', () => {
  it('are the same for the forms of a word', () => {
    const key = (language: 'de' | 'es') => (words: string) =>
      new Set(words.split(' ').map((word) => foreignKey(language, word)))
    assert.equal(key('de')('Brücke Brücken').size, 1)
    for (const forms of ['huelga huelgas', 'retirar retiró retiran retirará retirado', 'incendio incendios'])
      assert.equal(key('es')(forms).size, 1, forms)
  })

  it('of irregular verbs are those of the infinitive', () => {
    assert.equal(regularForm('de', 'starben'), 'sterben')
    assert.equal(regularForm('es', 'Murió'), 'morir')
    assert.equal(regularForm('es', 'starben'), 'starben')
  })

  it('leave short words whole, and tell ñ from n', () => {
    assert.equal(foreignKey('de', 'Tote'), 'tote')
    assert.equal(foreignKey('es', 'mar'), 'mar')
    assert.notEqual(foldWord('leña'), foldWord('Lena'))
    assert.equal(foldWord('Größe'), 'grosse')
    assert.equal(exactKey('Sábado'), '=sabado')
  })
})

describe('function words', () => {
  it('are those of German and Spanish, each in its language', () => {
    assert.ok(isFunctionWord('de', 'wurde') && isFunctionWord('es', 'según'))
    assert.ok(!isFunctionWord('de', 'según') && !isFunctionWord('es', 'wurde') && !isFunctionWord('fr', 'wurde'))
    assert.ok(!isFunctionWord('de', 'brücke') && !isFunctionWord('', 'der'))
  })
})
