import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countriesIn } from './country-names.ts'

describe('countriesIn', () => {
  it('knows the names of countries in each language', () => {
    const names = { en: 'germany', fr: 'allemagne', de: 'deutschland', es: 'alemania', ar: 'ألمانيا', ru: 'германия' }
    for (const [language, name] of Object.entries(names)) assert.equal(countriesIn(language).get(name), 'DE', language)
  })

  it('knows none in what is no language', () => {
    assert.equal(countriesIn('not a language!').size, 0)
  })
})
