import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { story } from '../../../../test/examples/story.ts'
import { asId, type StoryId } from '../../../core/ids.ts'
import { languageSection, relatedSection, storylineSection } from './story-related.ts'

const reader = exampleReader()

describe('related stories', () => {
  it('stand with their reason, size and time, and with what they share', () => {
    const made = parseMarkup(String(relatedSection(story, reader)))
    assert.equal(made.querySelector('a')?.getAttribute('href'), '/stories/story-2')
    assert.deepEqual(texts(made, 'small'), [
      'led to this story · 12 articles · Mar 15, 5:45 PM',
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
    assert.deepEqual(texts(made, 'li > small'), [
      'led to this story · in common: Lina Orr, quay, storm',
      '“Storm closes the lower quay” · in common: quay',
    ])
  })

  it('is left out when there is none', () => {
    assert.equal(String(storylineSection({ ...story, storyline: [] }, reader)), '')
  })
})

describe('the same event in other languages', () => {
  it('is linked in its own language with what gave it away', () => {
    const made = parseMarkup(String(languageSection(story, reader)))
    const link = made.querySelector('a')
    assert.deepEqual([link?.getAttribute('href'), link?.getAttribute('lang')], ['/stories/story-fr', 'fr'])
    assert.deepEqual(texts(made, 'small'), ['French · 2 articles · in common: Tomas Reyd · Mon, Mar 16, 2026 · 5,800'])
    assert.equal(String(languageSection({ ...story, inOtherLanguages: [] }, reader)), '')
    const [first] = story.inOtherLanguages
    const byModel = { model: 'small <model>', closeness: 0.81 }
    const markup = String(languageSection({ ...story, inOtherLanguages: [{ ...first!, byModel }] }, reader))
    assert.match(markup, /close in meaning by the model <bdi>small &lt;model&gt;<\/bdi>/)
  })

  it('names the words that mean the same, each in its language, and a word that is the same once', () => {
    const [first] = story.inOtherLanguages
    const words = [
      { here: 'toll', there: 'péage' },
      { here: 'Quai', there: 'quai' },
    ]
    const other = { ...first!, names: [], days: [], numbers: [], words }
    const made = parseMarkup(String(languageSection({ ...story, inOtherLanguages: [other] }, reader)))
    assert.deepEqual(texts(made, 'small'), ['French · 2 articles', 'matching words, by dictionary: toll / péage, Quai'])
    assert.deepEqual(
      all(made, 'small bdi').map((word) => word.getAttribute('lang')),
      ['en', 'fr', 'en'],
    )
  })
})
