import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { asId, type StoryId } from '../../../core/ids.ts'
import { languageLinks, relatedSection, storylineSection } from './story-related.ts'

const reader = exampleReader()

describe('related stories', () => {
  it('stand with their reason, size and time, and with what they share', () => {
    const made = parseMarkup(String(relatedSection(story, reader)))
    assert.equal(made.querySelector('a')?.getAttribute('href'), '/stories/story-2')
    assert.equal(made.querySelector('time')?.getAttribute('datetime'), '2026-03-15T17:45:00Z')
    assert.deepEqual(texts(made, 'small'), [
      'leads to this story · 12 articles · Mar 15',
      'in common: Lina Orr, quay, storm',
    ])
  })

  it('keep a hostile title a title', () => {
    const related = [{ ...story.related[0]!, id: asId<StoryId>('a"b/c'), title: '"><script>', sharedWords: ['<b>'] }]
    const made = String(relatedSection({ ...story, related }, reader))
    assert.match(made, /href="\/stories\/a%22b%2Fc"/)
    assert.doesNotMatch(made, /<script|<b>/)
  })

  it('are left out when there are none', () => {
    assert.equal(String(relatedSection({ ...story, related: [] }, reader)), '')
  })
})

describe('the storyline', () => {
  const made = parseMarkup(String(storylineSection(story, reader)))

  it('lists its stories in order with this one marked and not linked', () => {
    assert.deepEqual(
      all(made, 'ol > li').map((item) => item.getAttribute('aria-current')),
      [null, null, 'true'],
    )
    assert.equal(made.querySelector('[aria-current] a'), null)
    assert.deepEqual(
      all(made, 'ol a').map((link) => link.getAttribute('href')),
      ['/stories/story-2', '/stories/story-0'],
    )
  })

  it('gives the reason of each, or through which story it belongs here', () => {
    assert.deepEqual(texts(made, 'p.small'), [
      'leads to this story · in common: Lina Orr, quay, storm',
      'through “Storm closes the lower quay” · in common: quay',
    ])
  })

  it('is drawn as a line with a point for each, and says so in words', () => {
    assert.equal(all(made, 'circle').length, 3)
    assert.equal(all(made, '.here circle').length, 1)
    assert.match(textOf(made.querySelector('figcaption')), /^3 stories of one matter from .* this is number 3\.$/)
  })

  it('is not drawn when all began at one time, and left out when there is none', () => {
    const storyline = story.storyline.map((step) => ({ ...step, firstAt: '2026-03-14T18:00:00Z' }))
    assert.doesNotMatch(String(storylineSection({ ...story, storyline }, reader)), /<svg/)
    assert.equal(String(storylineSection({ ...story, storyline: [] }, reader)), '')
  })
})

describe('the same event in other languages', () => {
  it('is linked in its own language with what gave it away', () => {
    const made = parseMarkup(String(languageLinks(story, reader)))
    const link = made.querySelector('a')
    assert.deepEqual([link?.getAttribute('href'), link?.getAttribute('lang')], ['/stories/story-fr', 'fr'])
    assert.deepEqual(texts(made, 'small'), [
      'The same event in French:',
      '2 articles · in common: Tomas Reyd · Mon, Mar 16, 2026 · 5,800',
    ])
    assert.equal(String(languageLinks({ ...story, inOtherLanguages: [] }, reader)), '')
    const [first] = story.inOtherLanguages
    const byModel = { model: 'small <model>', closeness: 0.81 }
    const markup = String(languageLinks({ ...story, inOtherLanguages: [{ ...first!, byModel }] }, reader))
    assert.match(markup, /close in meaning by the model <bdi>small &lt;model&gt;<\/bdi>/)
  })
})
