import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cutPlace } from './cut-sentence.ts'

const cut = (text: string, most = 80) => {
  const at = cutPlace(text, most)
  return at === undefined ? undefined : text.slice(0, at)
}

describe('a sentence in a list', () => {
  it('is whole when it fits, and otherwise ends with a clause', () => {
    assert.equal(cut('Linnet Athletic have won the Corran Cup.'), undefined)
    assert.equal(
      cut('Corran and Ostvala agreed to share the mackerel of the Skerran Bank, ending a dispute of two months.'),
      'Corran and Ostvala agreed to share the mackerel of the Skerran Bank',
    )
    assert.equal(
      cut('اتفقت كوران وأوستفالا يوم الاثنين على تقاسم صيد سمك الإسقمري، بعد ثلاثة أيام من المحادثات في المدينة.'),
      'اتفقت كوران وأوستفالا يوم الاثنين على تقاسم صيد سمك الإسقمري',
    )
  })

  it('keeps who said it, conditions, and quotations that it begins', () => {
    for (const text of [
      'The chalice has been stolen from the museum by thieves who came through the roof, police said on Sunday.',
      'The government has pledged to publish every report by 22 December, unless the judge asks for more time.',
      'The minister called it “a day for the whole valley, for its farms and for all who live below the dam” on Monday.',
    ])
      assert.equal(cut(text), undefined, text)
  })

  it('is not cut so early that it says nothing', () => {
    assert.equal(
      cut('On Monday, the two houses of the assembly of Ostvala will decide about a treaty that took ten long years.'),
      undefined,
    )
  })
})
