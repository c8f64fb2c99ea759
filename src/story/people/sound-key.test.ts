import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { soundKey } from './sound-key.ts'

describe('soundKey', () => {
  const names: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      'Merkulin',
      [
        ['en', 'Merkulin'],
        ['ru', 'Меркулин'],
        ['ru', 'Меркулина'],
        ['ar', 'ميركولين'],
      ],
    ],
    [
      'Strandt',
      [
        ['de', 'Strandt'],
        ['ru', 'Штрандт'],
      ],
    ],
    [
      'Vennick',
      [
        ['en', 'Vennick'],
        ['fr', 'Vennick'],
        ['ar', 'فينيك'],
      ],
    ],
    [
      'Oskar',
      [
        ['fr', 'Oscar'],
        ['ar', 'أوسكار'],
        ['ru', 'Оскар'],
      ],
    ],
    [
      'Weber',
      [
        ['de', 'Weber'],
        ['ru', 'Вебер'],
        ['ar', 'فيبر'],
      ],
    ],
    [
      'Muhammad',
      [
        ['en', 'Mohammed'],
        ['de', 'Muhammad'],
        ['fr', 'Mohamed'],
      ],
    ],
  ]
  for (const [name, forms] of names)
    it(`is one for ${name} however it is written`, () => {
      assert.equal(new Set(forms.map(([language, form]) => soundKey(form, language))).size, 1, JSON.stringify(forms))
    })

  it('tells other names apart', () => {
    assert.notEqual(soundKey('Merkulin', 'en'), soundKey('Меркель', 'ru'))
    assert.notEqual(soundKey('Oskar', 'en'), soundKey('Skar', 'en'))
  })

  it('is nothing for what has no letters it knows', () => {
    assert.equal(soundKey('', 'en'), '')
    assert.equal(soundKey('東京', 'ja'), '')
  })
})
