import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, layersOf, quotesOf, saidBy, told, wordsOf } from './test-document.ts'

describe('the speaker', () => {
  it('stands after the words, either way round', () => {
    assert.deepEqual(saidBy('“We won,” Jane Roe said.'), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy('“We won,” said Jane Roe.'), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy("'We won,' said Jane Roe."), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy("''We won,'' said Jane Roe."), [['We won,', 'Jane Roe']])
  })

  it('has a name that ends like a preposition', () => {
    for (const name of ['Okafor', 'Betwithout', 'Uedefor'])
      assert.deepEqual(saidBy(`“We won,” Jane ${name} said.`), [['We won,', `Jane ${name}`]])
    assert.deepEqual(saidBy('“We won,” Mr Okafor said.'), [['We won,', 'Okafor']])
    assert.deepEqual(saidBy('Jane Okafor came.', '“We won,” Okafor said.'), [['We won,', 'Jane Okafor']])
    assert.deepEqual(saidBy('“Did we win?” Jane Okafor asked.'), [['Did we win?', 'Jane Okafor']])
  })

  it('stands after words in doubled single marks', () => {
    assert.deepEqual(saidBy("''We won,'' said Jane Roe, the coach. ''It was close.''"), [
      ['We won,', 'Jane Roe'],
      ['It was close.', 'Jane Roe'],
    ])
  })

  it('stands before the words', () => {
    assert.deepEqual(saidBy('Jane Roe said: “We won.”'), [['We won.', 'Jane Roe']])
    assert.deepEqual(saidBy('Jane Roe said, “We won.”'), [['We won.', 'Jane Roe']])
    assert.deepEqual(saidBy("Jane Roe said it was a 'great win'."), [['great win', 'Jane Roe']])
  })

  it('speaks both halves of an interrupted quotation', () => {
    assert.deepEqual(saidBy('“We won,” Jane Roe said, “and we will win again.”'), [
      ['We won,', 'Jane Roe'],
      ['and we will win again.', 'Jane Roe'],
    ])
  })

  it('goes on in a quotation that follows with no new cue', () => {
    assert.deepEqual(saidBy('“We won,” Jane Roe said. “It was close.”', '“We are glad.”'), [
      ['We won,', 'Jane Roe'],
      ['It was close.', 'Jane Roe'],
      ['We are glad.', 'Jane Roe'],
    ])
  })

  it('goes on over paragraphs that only the last closes', () => {
    assert.deepEqual(saidBy("Jane Roe said: 'It was a long night for us.", "'It was close.", "'We won.'"), [
      ['It was a long night for us.', 'Jane Roe'],
      ['It was close.', 'Jane Roe'],
      ['We won.', 'Jane Roe'],
    ])
  })

  it('goes on where paragraphs were run together', () => {
    const said = saidBy(
      "Mr Roe told Fox News: 'I hope he is going to be good, or it will be a rough night. 'And I hope she will come.'",
    )
    assert.deepEqual(
      said.map(([, by]) => by),
      ['Roe', 'Roe'],
    )
  })

  it('is whom the pronoun means', () => {
    assert.deepEqual(saidBy('Jane Roe met Tom Poe.', '“We won,” she said.'), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy('Jane Roe met Tom Poe.', '“We won,” he said.'), [['We won,', 'Tom Poe']])
  })

  it('is whom the role means', () => {
    assert.deepEqual(saidBy('US President Jane Roe arrived.', '“We won,” the US president said.'), [
      ['We won,', 'Jane Roe'],
    ])
  })

  it('may be a body', () => {
    assert.deepEqual(saidBy('Downing Street said it “would not wait”.'), [['would not wait', 'Downing Street']])
  })

  it('stays a source in the words of the text when nobody is named', () => {
    const doc = documentOf(['“We won,” said a council spokesman.'])
    const [quote] = quotesOf(doc)
    assert.equal(quote?.speaker, undefined)
    assert.equal(wordsOf(doc, quote?.source), 'a council spokesman')
  })

  it('is not the one whose spokesman or envoy speaks', () => {
    const doc = documentOf(["Jane Roe left. “We won,” Ms Roe's spokesman said."])
    assert.equal(quotesOf(doc)[0]?.speaker, undefined)
  })

  it('is the one named beside the role, not the owner of the role', () => {
    assert.deepEqual(saidBy("Mr Roe's envoy, Tom Poe, said the plan was “dead”."), [['dead', 'Tom Poe']])
  })

  it('is the name that labels the words', () => {
    assert.deepEqual(saidBy('# Jane Roe: ‘We won’'), [['We won', 'Jane Roe']])
    assert.deepEqual(saidBy('“We won by a mile.” — Jane Roe'), [['We won by a mile.', 'Jane Roe']])
  })

  it('is what it goes by in according to', () => {
    assert.deepEqual(saidBy('The plan is “dead”, according to Jane Roe.'), [['dead', 'Jane Roe']])
  })
})

describe('mistakes made once', () => {
  it('a role in capitals is not a person of that name', () => {
    assert.deepEqual(saidBy("Sir Keir Starmer arrived. The Prime Minister highlighted 'two great gains'."), [
      ['two great gains', 'Keir Starmer'],
    ])
  })

  it('“welcomed” after a name does not hand the next sentence to another', () => {
    const said = saidBy(
      "During the talks, Sir Keir Starmer welcomed the plan, after Mr Roe introduced him as a 'friend' on Monday.",
      "He said: 'Your promise fits with what we have done.'",
    )
    assert.deepEqual(said, [
      ['friend', 'Roe'],
      ['Your promise fits with what we have done.', 'Keir Starmer'],
    ])
  })

  it('“described … as” reaches words that stand far from it', () => {
    const said = saidBy(
      "Sir Keir Starmer also described the next round of talks in the spring as appearing to be a 'sensible step'.",
    )
    assert.deepEqual(said, [['sensible step', 'Keir Starmer']])
  })

  it('“saying they had” is not said by them', () => {
    assert.deepEqual(saidBy("Jane Roe described the talks as 'really good', saying they had been 'the best' so far."), [
      ['really good', 'Jane Roe'],
      ['the best', 'Jane Roe'],
    ])
  })

  it('“said they were …, and added” is all said by one', () => {
    assert.deepEqual(saidBy("Mr Roe said they were 'willing to go', and added: 'We are willing to help them.'"), [
      ['willing to go', 'Roe'],
      ['We are willing to help them.', 'Roe'],
    ])
  })

  it('a channel in front of the speaker is found', () => {
    const [quote] = told(documentOf(["Responding on X, Mr Roe said: 'This is the heart of it.'"]))
    assert.equal(quote?.by, 'Roe')
    assert.equal(quote?.on, 'X')
  })

  it('a headline verb reports', () => {
    assert.deepEqual(saidBy("# Starmer hails ‘real gains' made in Leeds", 'Sir Keir Starmer was there.')[0], [
      'real gains',
      'Keir Starmer',
    ])
  })

  it('an outlet at the end of a sentence keeps no full stop', () => {
    assert.equal(told(documentOf(["Tom Poe said they would 'do more', in comments to Fox News."]))[0]?.on, 'Fox News')
  })

  it('a nation used as a noun is a person', () => {
    assert.deepEqual(
      saidBy("Ukraine's Olena Roe arrived.", "Early on, the Ukrainian described the talks as 'very good'."),
      [['very good', 'Olena Roe']],
    )
  })

  it('a place in front is not the speaker', () => {
    const doc = documentOf(['In Leeds, Roe rejected the plan, saying it was “too slow”.'])
    assert.equal(wordsOf(doc, quotesOf(doc)[0]?.source), 'Roe')
  })

  it('an object pronoun is not the speaker', () => {
    const doc = documentOf(['Moore thanked him for “stepping up”.'])
    assert.equal(wordsOf(doc, quotesOf(doc)[0]?.source), 'Moore')
  })
})

describe('words that are nobody’s', () => {
  it('are kept without a speaker: so-called, terms, titles', () => {
    for (const text of [
      'Mr Roe joined the so-called “gang of five”.',
      'Mr Roe sang on ABC’s “Good Old Days,” and left.',
      'The “gang of five” met in Leeds.',
    ]) {
      const doc = documentOf([text])
      const [quote] = quotesOf(doc)
      assert.equal(quote?.speaker, undefined, text)
      assert.equal(quote?.source, undefined, text)
      assert.equal(quote?.pattern, 'none', text)
      assert.equal(quote?.kind, 'mixed', text)
      assert.equal(quote?.confidence, 0, text)
    }
  })
})

describe('the layer', () => {
  it('says direct of whole clauses and mixed of words within the reporter’s own', () => {
    assert.deepEqual(
      told(documentOf(["Jane Roe said: 'We won.' She called it a 'great night'."])).map(({ words, kind }) => [
        words,
        kind,
      ]),
      [
        ['We won.', 'direct'],
        ['great night', 'mixed'],
      ],
    )
  })

  it('says by which pattern the speaker was found, and how sure that is', () => {
    const doc = documentOf(['“We won,” Jane Roe said. “It was close.”', 'Jane Roe said: “We are glad.”'])
    const quotes = quotesOf(doc)
    assert.deepEqual(
      quotes.map(({ pattern }) => pattern),
      ['cue-right', 'run-on', 'colon'],
    )
    for (const { confidence } of quotes) assert.ok(confidence > 0.6 && confidence < 1)
  })

  it('is less sure of a pronoun', () => {
    const [named] = quotesOf(documentOf(['“We won,” Jane Roe said.']))
    const [pronoun] = quotesOf(documentOf(['Jane Roe came.', '“We won,” she said.']))
    assert.ok((pronoun?.confidence ?? 1) < (named?.confidence ?? 0))
  })

  it('never is surer of a continuation than of what it goes on with', () => {
    const doc = documentOf([
      'Jane Roe smiled at the crowd.',
      '“We won the vote by more than anybody thought.”',
      '“It was close.”',
    ])
    const [first, second] = quotesOf(doc)
    assert.equal(first?.pattern, 'previous-subject')
    assert.ok((second?.confidence ?? 1) <= (first?.confidence ?? 0))
  })

  it('points from a continuation to what it goes on with, in the layer', () => {
    const doc = documentOf(['Tom Poe said that it had rained. “We won,” Jane Roe said. “It was close.”'])
    const quotes = quotesOf(doc)
    const last = quotes.at(-1)
    assert.equal(wordsOf(doc, quotes[last?.continues ?? -1]?.span), 'We won,')
  })

  it('hands the channel on to what goes on', () => {
    const said = told(documentOf(["Jane Roe wrote on X: 'It was a long night for us all.", "'We won.'"]))
    assert.deepEqual(
      said.map(({ on }) => on),
      ['X', 'X'],
    )
  })

  it('names the sentence each quote starts in', () => {
    const doc = documentOf(['It rained. “We won,” Jane Roe said.'])
    assert.deepEqual(
      quotesOf(doc).map(({ sentence }) => sentence),
      [1],
    )
    assert.equal(layersOf(doc).sentences?.items.length, 2)
  })

  it('ties no verb to a subject in a run of words too long for a sentence', () => {
    const said = saidBy("'Yes' said Mr Roe, and ".repeat(200))
    assert.equal(said.length, 200)
    assert.ok(said.every(([, by]) => by === undefined))
  })

  it('is said by the person behind a shortened title, not by the title', () => {
    for (const title of [
      'Rep.',
      'Sen.',
      'Gov.',
      'Lt. Gov.',
      'Gen.',
      'Maj. Gen.',
      'Del.',
      'Supt.',
      'Sgt.',
      'Atty. Gen.',
      'the Rev.',
    ])
      assert.deepEqual(saidBy(`“We won,” said ${title} Jane Roe.`), [['We won,', 'Jane Roe']], title)
    assert.deepEqual(saidBy('“We won,” according to Sen. Jane Roe (D-Ariz.).'), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy('“We won,” Rep. Jane Roe, D-N.Y., told reporters.'), [['We won,', 'Jane Roe']])
    assert.deepEqual(saidBy('“We won,” said the mayor. John Poe left.'), [['We won,', 'the mayor']])
  })

  it('is a son’s, not his father’s', () => {
    assert.deepEqual(saidBy('Sam Poe spoke. “I go,” said Sam Poe Jr., his son. “I stay,” Sam Poe said.'), [
      ['I go,', 'Sam Poe Jr'],
      ['I stay,', 'Sam Poe'],
    ])
    // The father is known as a holder of office, the son from the text alone.
    assert.deepEqual(saidBy('Donald Trump Jr. came. “I stay,” Trump said.'), [['I stay,', 'Donald Trump']])
    assert.deepEqual(saidBy('“I go,” said Jane Roe MP. “I stay,” Jane Roe said.'), [
      ['I go,', 'Jane Roe'],
      ['I stay,', 'Jane Roe'],
    ])
  })

  it('is the office holder’s where a surname is used alone before anybody of it is named in full', () => {
    const text =
      '“No,” Trump said. The accounts of Eric Trump and Donald Trump Jr. were asked for, too. “Never,” Trump said.'
    assert.deepEqual(saidBy(text), [
      ['No,', 'Donald Trump'],
      ['Never,', 'Donald Trump'],
    ])
  })

  it('is a son’s also where only his surname and its suffix are given', () => {
    assert.deepEqual(saidBy('Sam Poe Jr. came. “I go,” said Poe Jr. on Monday.'), [['I go,', 'Sam Poe Jr']])
  })
})
