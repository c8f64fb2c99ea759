import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { quotedPart, quotedWords } from './compare-quotation.ts'
import { closestPlace, exactPlaces, readWords } from './text-words.ts'

const said = 'We will rebuild every house on this street before the winter, whatever it costs.'
const wordsAt = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end))
const placesOf = (wanted: string, text: string) => exactPlaces(quotedWords(wanted), readWords(text))
const compare = (wanted: string, text: string) => {
  const found = closestPlace(wanted, quotedWords(wanted), readWords(text))
  if (!found) return undefined
  return {
    passage: text.slice(found.span.start, found.span.end),
    differs: wordsAt(
      wanted,
      found.changes.flatMap(({ given }) => given ?? []),
    ),
    instead: wordsAt(
      text,
      found.changes.flatMap(({ found: words }) => words ?? []),
    ),
    kinds: found.changes.map(({ kind }) => kind),
  }
}

describe('comparing a quotation with a text', () => {
  it('finds the same words wherever they are, in any capitals and punctuation', () => {
    const text = `“${said}” Again: we will rebuild.`
    assert.deepEqual(wordsAt(text, placesOf('WE WILL  rebuild …', text)), ['We will rebuild', 'we will rebuild'])
    assert.deepEqual(placesOf('we rebuild', text), [])
    assert.deepEqual(placesOf('', text), [])
  })

  it('takes another number, sign or part of a word for another word', () => {
    const text = 'It will cost $5 million, 12.5% of it this year.'
    const has = (wanted: string) => placesOf(wanted, text).length === 1
    assert.ok(has('cost $5 million'))
    for (const wanted of ['cost €5 million', 'cost 5 million', 'cost $-5 million', '12.4%', '12.5 of it', 'ost $5'])
      assert.equal(has(wanted), false, wanted)
  })

  it('reads Arabic with and without vowel signs, and scripts without spaces sign by sign', () => {
    assert.equal(placesOf('قال الوزير', 'قَالَ الوَزِيرُ أمس').length, 1)
    assert.equal(placesOf('再建する', '家を再建すると述べた').length, 1)
  })

  it('says which words differ, on both sides', () => {
    assert.deepEqual(compare('We will rebuild every home on this street before the summer, whatever it costs', said), {
      passage: said.slice(0, -1),
      differs: ['home', 'summer'],
      instead: ['house', 'winter'],
      kinds: ['words', 'words'],
    })
    assert.deepEqual(compare('They will rebuild every house on this street', said), {
      passage: 'We will rebuild every house on this street',
      differs: ['They'],
      instead: ['We'],
      kinds: ['words'],
    })
    assert.deepEqual(compare('We will not rebuild every house', said)?.differs, ['not'])
  })

  it('tells another number and a denial from other words', () => {
    const text = 'It will cost 5 million crowns, and we won’t ask the state for a single one of them.'
    const kinds = (wanted: string) => compare(wanted, text)?.kinds
    assert.deepEqual(kinds('It will cost 9 million crowns, and we won’t ask the state'), ['number'])
    assert.deepEqual(kinds('It will cost five million crowns, and we won’t ask the state'), ['words'])
    assert.deepEqual(kinds('It will cost 5 million crowns, and we will ask the state'), ['negation'])
    assert.deepEqual(kinds('It will cost 5 million crowns, and we won’t ask the city'), ['words'])
  })

  it('takes one changed word for changed, and words left out for left out', () => {
    const text = 'The council met on Monday. Nobody asked those who built the thing and have to live with it.'
    assert.deepEqual(compare('The asked those who built the thing', text)?.instead, ['Nobody'])
    assert.deepEqual(compare('Nobody asked those who built the thing and live with it', text), {
      passage: 'Nobody asked those who built the thing and have to live with it',
      differs: [],
      instead: ['have to'],
      kinds: ['words'],
    })
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
