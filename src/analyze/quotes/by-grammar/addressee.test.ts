import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** Whom the first quote was said to. */
function to(...paragraphs: string[]): string | undefined {
  const doc = documentOf(paragraphs)
  const quote = quotesOf(doc).find(({ kind }) => kind !== 'indirect') ?? quotesOf(doc)[0]
  return wordsOf(doc, quote?.addressee)
}

describe('whom it was said to', () => {
  it('is the object of a verb of telling', () => {
    assert.equal(to('“We won,” Ms Roe told reporters.'), 'reporters')
    assert.equal(to("Mr Roe told the BBC: 'We won.'"), 'the BBC')
    assert.equal(to('“We won,” he told members of the council.'), 'members of the council')
    assert.equal(to('He warned the government that it was “late”.'), 'the government')
    assert.equal(to('“Why?” Ms Roe asked the mayor.'), 'the mayor')
  })

  it('takes no time and no place along', () => {
    assert.equal(to('“We won,” she told Fox News Sunday.'), 'Fox News')
    assert.equal(to('“We won,” Ms Roe told reporters outside the court on Monday.'), 'reporters')
  })

  it('takes nothing of what was said along', () => {
    assert.equal(to('Mr Roe told Parliament the plan was “dead”.'), 'Parliament')
    assert.equal(to('Mr Roe told voters that he had “won”.'), 'voters')
  })

  it('stands behind to', () => {
    assert.equal(to('“I was wrong,” he said to his wife.'), 'his wife')
    assert.equal(to('Speaking to reporters in Geneva, Ms Roe said: “We won.”'), 'reporters')
  })

  it('is who gets a letter or leads an interview', () => {
    assert.equal(to("In a letter to the council, Ms Roe wrote: 'We won.'"), 'the council')
    assert.equal(to('“We won,” Mr Roe said in an interview with Le Monde.'), 'Le Monde')
  })

  it('is whom a report without marks was told', () => {
    assert.equal(to('Ms Roe told the inquiry that the bridge was closed.'), 'the inquiry')
  })

  it('is none when a verb has another object', () => {
    assert.equal(to('Ms Roe told the truth: “We lost.”'), undefined)
    assert.equal(to('She told her story: “We won.”'), undefined)
    assert.equal(to('Mr Roe asked one question: “Why?”'), undefined)
    assert.equal(to('“We won,” Ms Roe said.'), undefined)
    assert.equal(to('“We won,” Ms Roe said to applause.'), undefined)
  })
})
