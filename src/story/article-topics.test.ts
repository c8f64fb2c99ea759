import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Topic } from '../core/annotation.ts'
import type { Annotations } from '../core/layers.ts'
import { articleTopics, sectionByWords } from './article-topics.ts'

const word = { start: 4, end: 9 }
const topic = (code: string, broader?: string): Topic => ({
  span: word,
  code,
  share: 0.5,
  words: [word],
  ...(broader ? { broader } : {}),
})
const of = (...items: Topic[]): Annotations => ({ topics: { by: 'topics', version: 1, items } })
const url = 'https://herald.example/a'

describe('articleTopics', () => {
  it('puts the section of the outlet first, and finer topics after their broader one', () => {
    const annotations = of(topic('02000000'), topic('15000000'), topic('20000106', '02000000'))
    assert.deepEqual(articleTopics({ section: 'Sport', url }, annotations), [
      { code: '15000000', by: 'section', words: [word] },
      { code: '02000000', by: 'words', words: [word] },
      { code: '20000106', broader: '02000000', by: 'words', words: [word] },
    ])
  })

  it('knows a section by name when the text says nothing', () => {
    assert.deepEqual(articleTopics({ section: 'Santé', url }, {}), [{ code: '07000000', by: 'section', words: [] }])
  })

  it('takes a section that is no topic, such as local news, for none', () => {
    assert.deepEqual(articleTopics({ section: 'Local', url }, {}), [])
  })
})

describe('sectionByWords', () => {
  it('is what most articles are about first', () => {
    const members = [of(topic('07000000')), of(topic('11000000')), of(topic('07000000')), {}]
    assert.equal(sectionByWords(members.map((annotations) => ({ annotations }))), 'Health')
  })

  it('is nothing where most are about what has no section', () => {
    const members = [of(topic('03000000')), of(topic('03000000')), of(topic('04000000'))]
    assert.equal(sectionByWords(members.map((annotations) => ({ annotations }))), undefined)
  })

  it('is nothing when no article tells', () => {
    assert.equal(sectionByWords([{ annotations: {} }, { annotations: of(topic('02000000')) }]), undefined)
  })
})
