import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { linkLanguages } from './link-languages.ts'
import { relationSummary } from './relation-fixture.ts'

const bridge = ['p:KLR FNK', 'w:TRSNT', 'n:320', 'n:14', 'd:2025-03-10']
const english = relationSummary({ id: 'en', people: ['Clara Vennick'], marks: bridge })
const french = relationSummary({ id: 'fr', language: 'fr', marks: ['p:KLR FNK', 'w:TRSNT', 'n:320', 'd:2025-03-10'] })
const links = (...stories: (typeof english)[]) => linkLanguages(stories).map(({ a, b }) => [a, b])

describe('linkLanguages', () => {
  it('links what shares names and a number, and says what both have', () => {
    const [link, ...rest] = linkLanguages([english, french])
    assert.deepEqual(rest, [])
    assert.deepEqual([link?.a, link?.b, link?.names], ['en', 'fr', ['Clara Vennick']])
    assert.deepEqual([link?.days, link?.numbers], [['2025-03-10'], [320]])
  })

  it('names the links of one story, from its side and in the other’s spelling when it has none', () => {
    const [link] = linkLanguages([english, french], asId('fr'))
    assert.deepEqual([link?.a, link?.b, link?.names], ['fr', 'en', ['Clara Vennick']])
    assert.deepEqual(linkLanguages([english, french], asId('none')), [])
  })

  it('links none that shares names alone, days alone or numbers alone', () => {
    const make = (marks: string[]) => relationSummary({ id: 'fr', language: 'fr', marks })
    assert.deepEqual(links(english, make(['p:KLR FNK', 'w:TRSNT', 'n:31', 'd:2025-03-12'])), [])
    assert.deepEqual(links(english, make(['p:KLR FNK', 'w:TRSNT', 'd:2025-03-10'])), [])
    assert.deepEqual(links(english, make(['n:320', 'n:14', 'd:2025-03-10'])), [])
  })

  it('links none of the same language or of another week', () => {
    assert.deepEqual(links(english, { ...french, language: 'en' }), [])
    assert.deepEqual(links(english, relationSummary({ id: 'fr', language: 'fr', day: 20, marks: bridge })), [])
  })

  it('links each with its nearest only, when that holds both ways', () => {
    const less = relationSummary({
      id: 'less',
      language: 'fr',
      marks: ['p:KLR FNK', 'n:14', 'n:99', 'w:ASLN', 'w:PRKN'],
    })
    assert.deepEqual(links(english, less, french), [['en', 'fr']])
  })
})
