import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cuesIn, subjectOfCue } from '../quotes/by-grammar/cue-places.ts'
import { sentences } from '../sentences.ts'
import { documentOf } from '../test-document.ts'
import { type ParsedSentence, parseDocument } from './parse.ts'
import { mainSubject } from './subjects.ts'

function parse(text: string): ParsedSentence {
  const doc = documentOf([text])
  return parseDocument(doc, sentences.run(doc, {})).sentences[0] as ParsedSentence
}

function words(sentence: ParsedSentence, phrase: { first: number; last: number } | undefined): string | undefined {
  return (
    phrase &&
    sentence.tokens
      .slice(phrase.first, phrase.last + 1)
      .map((token) => token.text)
      .join(' ')
  )
}

/** Each cue of a sentence with its subject. */
function cues(text: string): [string, string | undefined][] {
  const sentence = parse(text)
  return cuesIn(sentence).map((place) => [sentence.tokens[place.at]?.text ?? '', words(sentence, subjectOfCue(place))])
}

function main(text: string): string | undefined {
  const sentence = parse(text)
  return words(sentence, mainSubject(sentence))
}

describe('subjectOfCue', () => {
  it('stands right before the verb, adverbs and auxiliaries between', () => {
    assert.deepEqual(cues('The old mayor had repeatedly said it would rain.'), [['said', 'The old mayor']])
  })

  it('takes a role with its name', () => {
    assert.deepEqual(cues('Council leader Jane Roe said it would rain.'), [['said', 'Council leader Jane Roe']])
  })

  it('takes what the head belongs to', () => {
    assert.deepEqual(cues('The minister of finance said it would rain.'), [['said', 'The minister of finance']])
  })

  it('goes over a part set off by commas', () => {
    assert.deepEqual(cues('Jane Roe, the mayor of Leeds, said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('Mr Roe, meanwhile, said it would rain.'), [['said', 'Mr Roe']])
    assert.deepEqual(cues('Jane Roe, an adviser to Mr. Poe, said it would rain.'), [['said', 'Jane Roe']])
  })

  it('is the name before an age, and no number', () => {
    assert.deepEqual(cues('Jane Roe, 70, who sells bread, said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('Jane Roe, 70, a baker from Marl, said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('Jane Roe, 70, who said it would rain, left.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('It was cold, and 35% said it would rain.'), [['said', undefined]])
  })

  it('goes over a party label and a participle', () => {
    assert.deepEqual(cues('Jane Roe, R-Ohio, speaking on the radio, said it would rain.').at(-1), ['said', 'Jane Roe'])
    assert.deepEqual(cues('Many voters surveyed said it would rain.'), [['said', 'Many voters']])
  })

  it('is a person though the tagger sees none', () => {
    assert.deepEqual(cues('The bridge, aides said, was old.'), [['said', 'aides']])
    assert.deepEqual(cues('“No,” said one former party leadership aide.'), [
      ['said', 'one former party leadership aide'],
    ])
    assert.deepEqual(cues('“No,” said another leading advocate.'), [['said', 'another leading advocate']])
  })

  it('does not take the place in front of a clause for a part set off', () => {
    assert.deepEqual(cues('In Leeds, Roe rejected the plan, saying it would rain.').at(-1), ['saying', 'Roe'])
  })

  it('goes over a relative pronoun', () => {
    assert.deepEqual(cues('It rained on Ms Roe, who told the council about it.').at(-1), ['told', 'Ms Roe'])
  })

  it('stands after the verb when quoted words stand before', () => {
    assert.deepEqual(cues("'It will rain,' said the old mayor."), [['said', 'the old mayor']])
    assert.deepEqual(cues("'It will rain,' said Jane Roe of the council."), [['said', 'Jane Roe of the council']])
  })

  it('is shared by verbs joined with and', () => {
    assert.deepEqual(cues('The mayor said it would rain and added that it would snow.').at(-1), ['added', 'The mayor'])
  })

  it('is that of the reporting verb, not of the verb in what is reported', () => {
    assert.deepEqual(cues("Mr Roe said they were 'ready to go', and added: 'We are.'").at(-1), ['added', 'Mr Roe'])
  })

  it('is that of the clause for a participle', () => {
    assert.deepEqual(cues('The mayor closed the bridge, saying it was old.'), [['saying', 'The mayor']])
  })

  it('is what stands after according to', () => {
    assert.deepEqual(cues('It will rain, according to the Met Office.'), [['according', 'the Met Office']])
  })

  it('goes over “went on to”', () => {
    assert.deepEqual(cues('The letter goes on to say that it will rain.'), [['say', 'The letter']])
  })

  it('goes over when and where', () => {
    assert.deepEqual(cues('Jane Roe on Friday said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('Jane Roe last week said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('The mayor first said no, but in a later interview said it would rain.').at(-1), [
      'said',
      'The mayor',
    ])
    assert.deepEqual(cues("'It will rain,' Jane Roe, Mr. Poe's adviser, said Sunday."), [['said', 'Jane Roe']])
  })

  it('goes over more than one part set off', () => {
    assert.deepEqual(cues('Mr Roe, now 81 and living in Harwood, Mass., said it would rain.'), [['said', 'Mr Roe']])
    assert.deepEqual(cues('Jane Roe, meanwhile, who lost, said it would rain.'), [['said', 'Jane Roe']])
    assert.deepEqual(cues('Tom Poe Jr., the head of the bureau, said it would rain.'), [['said', 'Tom Poe Jr']])
  })

  it('of a participle is that of the clause, not the noun before', () => {
    assert.deepEqual(cues('The bank put out a statement saying it would rain.').at(-1), ['saying', 'The bank'])
    assert.deepEqual(cues('Jane Roe opened the debate saying it would rain.'), [['saying', 'Jane Roe']])
    assert.deepEqual(cues('Jane Roe tied the flood to laws that serve as a ladder, noting it would rain.'), [
      ['noting', 'Jane Roe'],
    ])
    assert.deepEqual(cues('Tom Poe left, and Jane Roe opened the bridge, saying it would rain.').at(-1), [
      'saying',
      'Jane Roe',
    ])
    assert.deepEqual(cues('The vote ended with Jane Roe saying it would rain.'), [['saying', 'Jane Roe']])
  })

  it('of an infinitive is that of the clause', () => {
    assert.deepEqual(cues('Jane Roe took to the stage to say it would rain.'), [['say', 'Jane Roe']])
  })

  it('of a passive is who did it', () => {
    assert.deepEqual(cues('Mr Roe was asked by a reporter whether it would rain.'), [['asked', 'a reporter']])
    assert.deepEqual(cues('Mr Roe was told it would rain.'), [['told', undefined]])
  })

  it('is a person the tagger takes for an adjective, and a name it takes for another word', () => {
    assert.deepEqual(cues("'It will rain,' said a senior official."), [['said', 'a senior official']])
    assert.deepEqual(cues("'It will rain,' said a source involved in the talks."), [['said', 'a source']])
    assert.deepEqual(cues("'It will rain,' Cross wrote."), [['wrote', 'Cross']])
  })

  it('is no verb for an aside or for a time', () => {
    assert.deepEqual(cues('It is no better than, say, the bridge.'), [])
  })

  it('is nobody for a pronoun that cannot speak', () => {
    assert.deepEqual(cues('Moore thanked him for it.'), [['thanked', 'Moore']])
  })
})

describe('cuesIn', () => {
  it('leaves out verbs inside quotation marks', () => {
    assert.deepEqual(cues("'He said no,' she said."), [['said', 'she']])
  })

  it('leaves out nouns that look like verbs', () => {
    assert.deepEqual(cues('The report on his claim is a promise.'), [])
  })

  it('knows a headline verb', () => {
    const doc = documentOf(["# Roe hails ‘great step' in Leeds talks"])
    const sentence = parseDocument(doc, sentences.run(doc, {})).sentences[0] as ParsedSentence
    assert.deepEqual(
      cuesIn(sentence).map(({ at }) => sentence.tokens[at]?.text),
      ['hails'],
    )
  })
})

describe('mainSubject', () => {
  it('is the subject of the first verb', () => {
    assert.equal(main('Jane Roe opened the bridge.'), 'Jane Roe')
  })

  it('skips a clause in front', () => {
    assert.equal(main('When the mayor arrived, Jane Roe opened the old bridge.'), 'Jane Roe')
    assert.equal(main('Asked about the mayor, Jane Roe opened the old bridge.'), 'Jane Roe')
  })

  it('is none without a verb', () => {
    assert.equal(main('A bridge in Leeds.'), undefined)
  })
})
