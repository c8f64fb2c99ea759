import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseLanguage, chooseTheme, interfaceLanguages, wordsIn } from './reader.ts'
import { en } from './words/en.ts'

describe('chooseLanguage', () => {
  it('takes the reader’s own choice first', () => {
    assert.equal(chooseLanguage('ar', 'fr'), 'ar')
  })

  it('takes the best language of the browser that there is', () => {
    assert.equal(chooseLanguage(undefined, 'nl-NL, ar;q=0.5, fr-CA;q=0.9'), 'fr')
    assert.equal(chooseLanguage(undefined, 'de-AT, en;q=0.5'), 'de')
    assert.equal(chooseLanguage(undefined, 'es-MX, en;q=0.5'), 'es')
    assert.equal(chooseLanguage('xx', 'ar-EG'), 'ar')
    assert.equal(chooseLanguage(undefined, 'fr;q=0, ar;q=0.1'), 'ar')
  })

  it('falls back to English', () => {
    for (const header of [undefined, '', '*', 'nl', ';;;q=,', 'fr;q=0'])
      assert.equal(chooseLanguage(undefined, header), 'en', header)
  })
})

describe('chooseTheme', () => {
  it('knows light and dark, and follows the system otherwise', () => {
    assert.deepEqual(['light', 'dark', 'auto', 'blue', undefined].map(chooseTheme), [
      'light',
      'dark',
      'auto',
      'auto',
      'auto',
    ])
  })
})

describe('words', () => {
  for (const { code } of interfaceLanguages) {
    it(`of ${code} have no empty entry, and counts read with their number`, () => {
      const words = wordsIn(code)
      for (const [name, value] of Object.entries(words))
        if (typeof value === 'string') assert.notEqual(value.trim(), '', name)
      for (const count of [0, 5, 11, 27, 100, 1234]) {
        for (const name of [
          'articles',
          'reports',
          'copies',
          'quotes',
          'stories',
          'sourcesCount',
          'feedsCount',
        ] as const)
          assert.ok(words[name](count).includes(words.number(count)), `${name} ${count}`)
      }
      assert.deepEqual(Object.keys(words.patterns), Object.keys(en.patterns))
    })

    it(`of ${code} explain the same things under the same anchors`, () => {
      assert.deepEqual(
        wordsIn(code).explanations.map(({ id }) => id),
        wordsIn('en').explanations.map(({ id }) => id),
      )
    })
  }

  it('tell one from many', () => {
    assert.equal(en.articles(1), '1 article')
    assert.equal(en.articles(2), '2 articles')
    assert.equal(wordsIn('fr').copies(0), '0 copie')
    assert.deepEqual([0, 1, 2, 1234].map(wordsIn('de').stories), ['0 Storys', '1 Story', '2 Storys', '1.234 Storys'])
    assert.deepEqual([0, 1, 2].map(wordsIn('es').stories), ['0 historias', '1 historia', '2 historias'])
    assert.equal(wordsIn('ar').stories(2), 'قصتان')
    assert.equal(wordsIn('ar').stories(3), '3 قصص')
  })
})
