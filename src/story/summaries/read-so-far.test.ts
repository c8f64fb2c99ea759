import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../../analyze/annotate.ts'
import { type ArticleFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { isUnderstood, nothingRead, readOn, referencesOf } from './read-so-far.ts'

const opening = 'The council of Sandvik approved a new harbor bridge on Monday after six hours of debate.'

/** Whether a sentence of an article is understood by who has read the headline and these texts. */
function understands(sentence: string, earlier: string, ...read: string[]): boolean {
  const fixture: ArticleFixture = { id: 'herald', text: `${opening}\n${earlier}\n${sentence}` }
  const input = storyInput(fixture)
  const [member] = readMembers([{ ...input, annotations: annotate(input.document) }])
  const found = member!.sentences.find(({ text }) => text === sentence)!
  return isUnderstood(
    referencesOf(found, member!),
    ['Sandvik council approves harbor bridge', ...read].reduce((so, text) => readOn(so, text), nothingRead),
  )
}

describe('isUnderstood', () => {
  it('wants whoever is called by surname to be named before', () => {
    const mayor = 'Mayor Anna Holm told reporters that she would sign the plan for the bridge.'
    const told = 'Holm called the bridge a gift to the town.'
    assert.equal(understands(told, mayor), false)
    assert.equal(understands(told, mayor, mayor), true)
    assert.equal(understands('The mayor of Halvik, Peter Quist, called the bridge a gift.', mayor), true)
  })

  it('wants what an article calls known to be known', () => {
    const letter = 'Ferry workers sent a letter to the council.'
    const cited = 'The bridge is mentioned twice in the letter.'
    assert.equal(understands(cited, letter), false)
    assert.equal(understands(cited, letter, letter), true)
    assert.equal(understands('The bridge is mentioned twice in the letter that Quist sent.', letter), true)
  })

  it('refuses pronouns and pointers without anything to stand for', () => {
    const earlier = 'Ferry workers fear for their jobs.'
    for (const lost of [
      'Over the next years, he would cross the bridge.',
      'By this reasoning, the bridge needs no permit.',
      'Of those, 40 work on the bridge.',
      'According to the plan, they will get work on the bridge.',
      'Certainly, the bridge of Sandvik is a risk for the council.',
    ])
      assert.equal(understands(lost, earlier), false, lost)
    assert.equal(understands('The bridge of Sandvik opens this summer.', earlier), true)
    assert.equal(understands('The bridge brings a toll for those who drive.', earlier), true)
  })

  it('wants the surname of somebody called by it, not the given name of somebody else', () => {
    const mayor = 'Mayor Anna Holm told reporters that she would sign the plan for the bridge.'
    assert.equal(
      understands('Holm called the bridge a gift to the town.', mayor, 'Anna Quist built the bridge.'),
      false,
    )
  })

  it('refuses words of somebody that lean on what was said before, and an account of an occasion', () => {
    const earlier = 'Ferry workers fear for their jobs.'
    for (const lost of [
      '“We have seen it many times on this bridge,” Peter Quist of Sandvik said.',
      '“Nobody asked them about the bridge,” Peter Quist of Sandvik said.',
      'Speaking at the harbor of Sandvik, Peter Quist praised the bridge.',
      'Late on Monday, they closed the bridge of Sandvik.',
    ])
      assert.equal(understands(lost, earlier), false, lost)
    for (const clear of [
      '“The bridge is ours, and it will be free,” Peter Quist of Sandvik said.',
      '“It is time to build the bridge,” Peter Quist of Sandvik said.',
    ])
      assert.equal(understands(clear, earlier), true, clear)
  })

  it('refuses words of somebody that share none with what was read', () => {
    assert.equal(understands('“Many people like coffee in winter,” Peter Quist of Sandvik said.', 'It rained.'), false)
  })

  it('refuses a sentence that shares no word with what was read', () => {
    assert.equal(understands('Many people like coffee in winter.', 'It rained.'), false)
  })
})
