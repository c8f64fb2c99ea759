import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from './test-document.ts'

function toldIn(paragraph: string): (string | undefined)[] {
  const doc = documentOf([paragraph])
  return quotesOf(doc).flatMap((quote) => (quote.kind === 'indirect' ? [] : [wordsOf(doc, quote.addressee)]))
}

describe('the addressee of a quote', () => {
  it('is whom the verb names', () => {
    assert.deepEqual(toldIn('“We won,” Ms Roe told reporters on Monday.'), ['reporters'])
    assert.deepEqual(toldIn('Ms Roe told the chamber of trade: “We won.”'), ['the chamber of trade'])
    assert.deepEqual(toldIn('“We won,” Ms Roe told Tom Poe. “Again.”'), ['Tom Poe', 'Tom Poe'])
    assert.deepEqual(toldIn('“We won,” Ms Roe told supporters Tuesday.'), ['supporters'])
  })

  it('is none when the channel is told, when nobody is, or inside the words quoted', () => {
    assert.deepEqual(toldIn('“We won,” Ms Roe told the BBC.'), [undefined])
    assert.deepEqual(toldIn('“We won,” Ms Roe said to loud cheers.'), [undefined])
    assert.deepEqual(toldIn('“I told the judge,” Ms Roe said.'), [undefined])
  })
})
