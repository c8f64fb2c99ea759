import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** Channel and time of the first quote between marks. */
function of(...paragraphs: string[]): [string | undefined, string | undefined] {
  const doc = documentOf(paragraphs)
  const quote = quotesOf(doc).find(({ kind }) => kind !== 'indirect')
  return [wordsOf(doc, quote?.channel), wordsOf(doc, quote?.when)]
}

describe('the channel of a quote', () => {
  it('is the platform somebody posted on, also in front', () => {
    assert.equal(of("Posting on his Truth Social platform after the vote, Mr Roe said: 'We won.'")[0], 'Truth Social')
    assert.equal(of("Responding on X, Ms Roe said: 'We won.'")[0], 'X')
    assert.equal(of('“We won,” Ms Roe wrote on her social media platform Telegram.')[0], 'Telegram')
    assert.equal(of('“We won,” she said in a message on WhatsApp.')[0], 'WhatsApp')
  })

  it('is the outlet told', () => {
    assert.equal(of('“We won,” Ms Roe told the BBC.')[0], 'the BBC')
    assert.equal(of("Mr Roe told Fox News: 'We won.'")[0], 'Fox News')
    assert.equal(of('“We won,” Ms Roe told Sky News on Monday.')[0], 'Sky News')
  })

  it('is an outlet nobody has on a list, by the shape of its name', () => {
    assert.equal(of('“We won,” Ms Roe told the Marl Valley Courier in 2004.')[0], 'the Marl Valley Courier')
    assert.equal(of('“We won,” Ms Roe told Radio Marl on Monday.')[0], 'Radio Marl')
    assert.equal(of('“We won,” Ms Roe told Channel 9 News.')[0], 'Channel 9 News')
    assert.equal(of('“We won,” Ms Roe said on KQAX-TV.')[0], 'KQAX-TV')
    assert.equal(of('“We won,” Ms Roe told Emma Star.')[0], undefined)
  })

  it('is the station asking or broadcasting', () => {
    assert.equal(of("Asked by Marl FM whether it was over, Ms Roe said: 'We won.'")[0], 'Marl FM')
    assert.equal(of('“We won,” Ms Roe said in a speech broadcast on Marl One.')[0], 'Marl One')
    assert.equal(of('“We won,” Ms Roe said in a speech broadcast on Monday.')[0], undefined)
  })

  it('is the outlet of an interview, without its full stop', () => {
    assert.equal(of('Ms Roe said they would “do more”, in comments to Fox News.')[0], 'Fox News')
    assert.equal(of('“We won,” Ms Roe said in an interview with the Financial Times.')[0], 'the Financial Times')
    assert.equal(of('Speaking to CNN, Ms Roe said: “We won.”')[0], 'CNN')
  })

  it('is a statement, a letter or a press conference', () => {
    assert.equal(of('In a joint statement, the owners said: “We won.”')[0], 'statement')
    assert.equal(of('“We won,” Ms Roe wrote in an open letter.')[0], 'letter')
    assert.equal(of('“We won,” Ms Roe said in a statement.')[0], 'statement')
    assert.equal(of('“We won,” Ms Roe told a press conference.')[0], 'press conference')
  })

  it('is none when people are told', () => {
    assert.equal(of('“We won,” Ms Roe told reporters.')[0], undefined)
    assert.equal(of('“We won,” Ms Roe told Tom Poe.')[0], undefined)
  })

  it('is not read out of the words quoted', () => {
    assert.equal(of('“He wrote on X, then told CNN,” Ms Roe said.')[0], undefined)
  })
})

describe('the time of a quote', () => {
  it('stands beside the verb', () => {
    assert.equal(of('“We won,” Ms Roe said on Monday.')[1], 'on Monday')
    assert.equal(of('“We won,” Ms Roe told CNN over the weekend, as she left.')[1], 'over the weekend')
    assert.equal(of('“We won,” Ms Roe said earlier this week.')[1], 'earlier this week')
  })

  it('stands in front, or at the end, for words that follow the verb', () => {
    assert.equal(of("On Friday, Ms Roe said: 'We won.'")[1], 'on Friday'.replace('o', 'O'))
    assert.equal(of("Ms Roe introduced him as a 'friend' on Monday.")[1], 'on Monday')
  })

  it('is not read out of the words quoted', () => {
    assert.equal(of('“We won on Monday,” Ms Roe said.')[1], undefined)
  })
})
