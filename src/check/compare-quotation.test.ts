import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { closestPassage, placesOf, quotedPart, quotedWords } from './compare-quotation.ts'

const said = 'We will rebuild every house on this street before the winter, whatever it costs.'
const wordsAt = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end))
const compare = (wanted: string, text: string) => {
  const found = closestPassage(quotedWords(wanted), quotedWords(text))
  if (!found) return undefined
  const passage = text.slice(found.span.start, found.span.end)
  return {
    passage,
    differs: wordsAt(wanted, found.differs),
    instead: wordsAt(text, found.instead),
  }
}

describe('comparing a quotation with a text', () => {
  it('finds the same words wherever they are, in any capitals and punctuation', () => {
    const text = `“${said}” Again: we will rebuild.`
    assert.deepEqual(wordsAt(text, placesOf(quotedWords('WE WILL  rebuild …'), quotedWords(text))), [
      'We will rebuild',
      'we will rebuild',
    ])
    assert.deepEqual(placesOf(quotedWords('we rebuild'), quotedWords(text)), [])
    assert.deepEqual(placesOf([], quotedWords(text)), [])
  })

  it('takes another number, sign or part of a word for another word', () => {
    const text = 'It will cost $5 million, 12.5% of it this year.'
    const has = (wanted: string) => placesOf(quotedWords(wanted), quotedWords(text)).length === 1
    assert.ok(has('cost $5 million'))
    for (const wanted of ['cost €5 million', 'cost 5 million', 'cost $-5 million', '12.4%', '12.5 of it', 'ost $5'])
      assert.equal(has(wanted), false, wanted)
  })

  it('reads Arabic with and without vowel signs, and scripts without spaces sign by sign', () => {
    assert.equal(placesOf(quotedWords('قال الوزير'), quotedWords('قَالَ الوَزِيرُ أمس')).length, 1)
    assert.equal(placesOf(quotedWords('再建する'), quotedWords('家を再建すると述べた')).length, 1)
  })

  it('says which words differ, on both sides', () => {
    assert.deepEqual(compare('We will rebuild every home on this street before the summer, whatever it costs', said), {
      passage: said.slice(0, -1),
      differs: ['home', 'summer'],
      instead: ['house', 'winter'],
    })
    assert.deepEqual(compare('They will rebuild every house on this street', said), {
      passage: 'We will rebuild every house on this street',
      differs: ['They'],
      instead: ['We'],
    })
    assert.deepEqual(compare('We will not rebuild every house', said)?.differs, ['not'])
  })

  it('finds nothing close in other words, few words, or words strewn over a long text', () => {
    assert.equal(compare('We will close every school in this town before the spring', said), undefined)
    assert.equal(compare('We will build every', said), undefined)
    const strewn = said.split(' ').join(' and so on and on ')
    assert.equal(compare(said, strewn), undefined)
  })

  it('checks what a passage has between quotation marks, if it has any', () => {
    assert.equal(quotedPart('“We will rebuild it,” the mayor said. “Soon.”'), 'We will rebuild it,')
    assert.equal(quotedPart('« Nous reconstruirons » a dit la maire'), 'Nous reconstruirons')
    assert.equal(quotedPart(' We will rebuild the "Rex" '), 'We will rebuild the "Rex"')
    assert.equal(quotedPart(said), said)
  })
})
