import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sectionOf } from './sections.ts'

const article = (section?: string, url = 'https://herald.example/a/b') => ({
  article: { url, ...(section === undefined ? {} : { section }) },
})

describe('sectionOf', () => {
  it('takes the section most articles stand in', () => {
    assert.equal(sectionOf([article('World'), article('Politics'), article('International')]), 'World')
  })

  it('says nothing where one outlet of many has a section, or two are equally many', () => {
    assert.equal(
      sectionOf([article('Economy'), ...['News', 'Regions', 'News'].map((name) => article(name))]),
      undefined,
    )
    assert.equal(sectionOf([article('Economy'), article('World'), article('News')]), undefined)
  })

  it('takes the last telling word of a path of sections', () => {
    assert.equal(sectionOf([article('World / Climate')]), 'Climate')
    assert.equal(sectionOf([article('UK sport')]), 'Sport')
  })

  it('reads the folders of the address when the article names no section, but not the headline’s words', () => {
    assert.equal(sectionOf([article(undefined, 'https://herald.example/sport/football/a-win-at-last')]), 'Sport')
    assert.equal(sectionOf([article(undefined, 'https://herald.example/2025/03/world-health-politics')]), undefined)
  })

  it('knows sections in French and Arabic', () => {
    assert.equal(sectionOf([article('Santé')]), 'Health')
    assert.equal(sectionOf([article('رياضة')]), 'Sport')
  })

  it('says nothing when the articles say nothing', () => {
    assert.equal(sectionOf([]), undefined)
    assert.equal(sectionOf([article('Latest'), article('')]), undefined)
    assert.equal(sectionOf([article('Latest', 'not an address')]), undefined)
  })
})
