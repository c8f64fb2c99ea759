import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite } from '../../core/citation.ts'
import type { SpeakerLedger, Utterance, Wording } from '../../core/story.ts'
import { entity, spanOf, storyInput } from '../story-fixture.ts'
import { continuedQuotes, joinedQuotes, keyQuotes } from './key-quotes.ts'

const text = `“People were moved out of their beds by something,” Ms Brandt told parliament. “They are owed the name of the drawer.”
“I opened it and read the first page standing up,” Ellen Foss said on Monday evening in the hall of the school.
“We will look into it,” Mr Holt said.
Ms Lind said that nobody had told her.`
const { document } = storyInput({ id: 'herald', text })

function wording(words: string, facts: Partial<Wording> = {}): Wording {
  return {
    citation: cite(document, spanOf(text, words)),
    kind: 'direct',
    confidence: 0.95,
    pattern: 'cue-right',
    ...facts,
  }
}

function said(words: string, outlets: readonly string[], facts: Partial<Wording> = {}): Utterance {
  return { wordings: [wording(words, facts)], outlets }
}

function speaker(name: string, ...utterances: readonly Utterance[]): SpeakerLedger {
  return { speaker: entity('person', name), utterances }
}

const beds = 'People were moved out of their beds by something,'
const drawer = 'They are owed the name of the drawer.'
const page = 'I opened it and read the first page standing up,'
const look = 'We will look into it,'
const brandt = speaker('Ida Brandt', said(beds, ['A', 'B', 'C']), said(drawer, ['A', 'B', 'C']))
const foss = speaker('Ellen Foss', said(page, ['A']))
const continued = () => continuedQuotes([brandt, foss], () => text)

describe('key quotes', () => {
  it('are those of most outlets, then the longest, each of another speaker', () => {
    const other = speaker('Jon Holt', said(look, ['A', 'B']))
    const quotes = keyQuotes([foss, brandt, other], continued(), [])
    assert.deepEqual(
      quotes.map((quote) => quote.speaker.name),
      ['Ida Brandt', 'Ellen Foss'],
      'too short a quotation says little',
    )
  })

  it('are in the speaker’s own words, and surely the speaker’s', () => {
    const lind = speaker('Eva Lind', said('nobody had told her', ['A', 'B', 'C', 'D'], { kind: 'indirect' }))
    const doubtful = speaker('Jon Holt', said(page, ['A', 'B', 'C', 'D'], { confidence: 0.4 }))
    assert.deepEqual(
      keyQuotes([lind, doubtful, brandt], continued(), []).map((quote) => quote.speaker.name),
      ['Ida Brandt'],
    )
  })

  it('joins what goes on after the speaker is named, and keeps every piece’s own citation', () => {
    const [first] = keyQuotes([brandt], continued(), [])
    assert.deepEqual(
      first?.pieces.map(({ citation }) => citation.exact),
      [beds, drawer],
    )
  })

  it('loses no piece, in whatever order they come', () => {
    const utterances = ['d', 'b', 'a', 'c', 'e'].map(
      (outlet, index): Utterance => ({
        wordings: [
          { ...wording(beds), citation: { ...wording(beds).citation, span: { start: index, end: index + 1 } } },
        ],
        outlets: [outlet],
      }),
    )
    const key = (index: number) => `herald ${index} ${index + 1}`
    // a, then b, then c, then d; e stands alone.
    const chain = { [key(1)]: key(2), [key(3)]: key(1), [key(0)]: key(3) }
    assert.deepEqual(
      joinedQuotes(utterances, chain).map((group) => group.flatMap(({ outlets }) => outlets).join('')),
      ['abc', 'd', 'e'],
    )
  })

  it('leaves out words that a sentence above has', () => {
    assert.deepEqual(keyQuotes([foss], continued(), [`“${page}” Ellen Foss said on Monday.`]), [])
  })
})
