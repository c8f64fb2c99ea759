import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** Where the first quote was said. */
function at(...paragraphs: string[]): string | undefined {
  const doc = documentOf(paragraphs)
  const quote = quotesOf(doc).find(({ kind }) => kind !== 'indirect') ?? quotesOf(doc)[0]
  return wordsOf(doc, quote?.place)
}

describe('where it was said', () => {
  it('stands behind the verb', () => {
    assert.equal(at('“We won,” said Ms Roe in Geneva.'), 'in Geneva')
    assert.equal(at('“We won,” he said from the White House.'), 'from the White House')
    assert.equal(at('“We won,” Ms Roe said outside the High Court in London.'), 'outside the High Court in London')
  })

  it('stands behind whom it was said to, and when', () => {
    assert.equal(at('“We won,” Ms Roe told reporters outside the court on Monday.'), 'outside the court')
    assert.equal(at('“We won,” Ms Roe said on Monday in Paris.'), 'in Paris')
    assert.equal(at("He told MPs in the House of Commons: 'We won.'"), 'in the House of Commons')
    assert.equal(at('Mr Roe told a crowd in Harwood that they had “won”.'), 'in Harwood')
  })

  it('may be what people met for', () => {
    assert.equal(at('“We won,” Mr Roe said at a rally in Ohio on Friday.'), 'at a rally in Ohio')
    assert.equal(at('At a rally in Ohio, Mr Roe said: “We won.”'), 'At a rally in Ohio')
  })

  it('stands in front when somebody speaks there', () => {
    assert.equal(at("Speaking in Geneva, Ms Roe said: 'We won.'"), 'in Geneva')
    assert.equal(at("Speaking to reporters in Geneva, Ms Roe said: 'We won.'"), 'in Geneva')
    assert.equal(at("Speaking outside Downing Street on Tuesday, Mr Roe said: 'We won.'"), 'outside Downing Street')
  })

  it('is that of a report without marks too', () => {
    assert.equal(at('Ms Roe told reporters in Geneva that the bridge was closed.'), 'in Geneva')
  })

  it('is none when it may be part of what was said, or what it is about', () => {
    assert.equal(at('Mr Roe said in Washington politicians are “lazy”.'), undefined)
    assert.equal(at('In Germany, officials said it was “over”.'), undefined)
    assert.equal(at('“We won,” he said in English.'), undefined)
    assert.equal(at('He told the conference in May that it was “over”.'), undefined)
    assert.equal(at('“We won,” Mr Roe said at a press conference.'), undefined)
    assert.equal(at('“We won,” Mr Roe said at once.'), undefined)
  })
})
