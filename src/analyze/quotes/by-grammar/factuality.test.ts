import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, mentionsOf, quotesOf, saidBy, told, wordsOf } from '../../test-document.ts'

/** Between marks, of which the reporter says that they were not said. */
const denied = [
  'Mayor Jane Okafor never said “I will close the library,” aides insisted.',
  'Mayor Jane Okafor denied saying “the library must close” at the meeting.',
  'Police chief Tom Brandt denied that he told officers to “shoot first”.',
  'Tom Brandt might say “enough is enough” next week.',
  'If Tom Brandt had said “I resign at once,” the council would have met.',
  'Tom Brandt, asked whether he had said “the bridge is unsafe”, walked away.',
  'A fake post claiming that Tom Brandt said “the bridge will fall” spread on Tuesday.',
  'A doctored video appears to show Tom Brandt saying “I hate this town”.',
  'Tom Brandt was misquoted as saying “I hate this town”.',
  'Tom Brandt was wrongly quoted as saying “I hate this town”.',
  'Rumours that Tom Brandt said “I hate this town” are false.',
  'There is no evidence that Tom Brandt ever said “I hate this town”.',
  'It is not true that Tom Brandt said “I hate this town”.',
  'Tom Brandt rejected the claim that he had said “I hate this town”.',
  'Tom Brandt stopped short of saying “I hate this town”.',
  'Neither Jane Roe nor Tom Brandt would say “the bridge is unsafe”.',
  'It was not Tom Brandt who said “I hate this town”.',
  'Did Tom Brandt say “let the bridge fall”?',
  'Tom Brandt rejects having told the council “let the bridge fall”.',
  'Had Tom Brandt said “the bridge is safe”, nobody would have left.',
  'At no point did Tom Brandt say “the bridge is safe”.',
  'Nowhere in the minutes is Tom Brandt recorded as saying “the bridge is safe”.',
  'Tom Brandt has yet to say “the bridge is safe”.',
  'Tom Brandt did not at any time call the bridge “a thing to burn down”.',
  'Tom Brandt wished he had said “the bridge is not safe”.',
  'Imagine Tom Brandt telling the council: “Let the bridge fall.”',
  'In the stage version, Tom Brandt tells the council: “Let the bridge fall.”',
  'A meme has Tom Brandt saying “let the bridge fall”.',
  'Tom Brandt will say “the bridge is safe” tonight.',
  'Tom Brandt was expected to tell the council: “The bridge is safe.”',
  'The council had hoped Tom Brandt would say “the bridge is safe”.',
  'Tom Brandt thought about saying “the bridge is safe”.',
  'Someone pretending to be Tom Brandt told callers: “Let the bridge fall.”',
]

describe('what somebody is told not to have said', () => {
  it('is put into nobody’s mouth', () => {
    for (const text of denied) {
      const doc = documentOf([text])
      const marked = quotesOf(doc).filter(({ kind }) => kind !== 'indirect')
      assert.equal(marked.length, 1, text)
      for (const { speaker, source, isTopic } of marked)
        assert.deepEqual([speaker, source, isTopic], [undefined, undefined, true], text)
    }
  })

  it('is no report of theirs without marks either', () => {
    for (const text of [
      'It is not true that Tom Brandt said the bridge was unsafe.',
      'Nobody said the bridge was unsafe.',
    ])
      assert.deepEqual(
        quotesOf(documentOf([text])).map(({ isTopic }) => isTopic),
        [true],
      )
  })

  it('is told of those who did say it', () => {
    assert.deepEqual(saidBy('Tom Brandt condemned the fake video and said: “It is not me.”'), [
      ['It is not me.', 'Tom Brandt'],
    ])
    assert.deepEqual(saidBy('Tom Brandt denied it. “It is not true,” he said.'), [['It is not true,', 'Tom Brandt']])
    assert.deepEqual(saidBy('If elected, Tom Brandt said, “we will build the bridge again”.'), [
      ['we will build the bridge again', 'Tom Brandt'],
    ])
    for (const text of [
      'Not only did Tom Brandt say “the bridge is safe”, he wrote it on a wall.',
      'Tom Brandt did not mince his words, calling the bridge “a disgrace to us all”.',
      'Tom Brandt did not hesitate to say “the bridge is a disgrace”.',
      'After the play ended, Tom Brandt told guests: “The bridge is safe.”',
      'Nobody was surprised when Tom Brandt said “the bridge is safe”.',
      'Tom Brandt went on to say “the bridge is a disgrace”.',
      'Tom Brandt praised an effort that he said was “the best in years”.',
    ])
      assert.deepEqual(
        saidBy(text).map(([, by]) => by),
        ['Tom Brandt'],
        text,
      )
    assert.deepEqual(saidBy('Tom Brandt apologised for saying “the bridge is a disgrace”.'), [
      ['the bridge is a disgrace', 'Tom Brandt'],
    ])
  })
})

describe('what others lay at somebody’s door', () => {
  it('is only probably theirs', () => {
    for (const text of [
      'Prosecutors alleged that Tom Brandt said “burn it all down”.',
      'Jane Roe accused Tom Brandt of saying “burn it all down”.',
      'Tom Brandt allegedly said “burn it all down”.',
      '“Burn it all down,” Tom Brandt said, according to Jane Roe.',
      'The Herald insists that Tom Brandt said “burn it all down”.',
      'Jane Roe thought she heard Tom Brandt say “burn it all down”.',
      'Jane Roe said Tom Brandt had called the bridge “a thing to burn down”.',
    ])
      for (const { kind, confidence } of quotesOf(documentOf([text])))
        assert.ok(kind === 'indirect' || confidence < 0.6, `${text} ${confidence}`)
  })
})

describe('who speaks for another', () => {
  it('is not the other', () => {
    for (const who of [
      'a spokesman for Tom Brandt',
      'a lawyer for Tom Brandt',
      'critics of Tom Brandt',
      'the family of Tom Brandt',
      'an aide to Mayor Tom Brandt',
      'a spokesman for Prime Minister Tom Brandt',
    ])
      assert.ok(who.startsWith(saidBy(`“It is over,” said ${who}.`)[0]?.[1] ?? '-'), who)
  })

  it('is not who is named within what tells who speaks', () => {
    for (const who of [
      'Doctors treating Tom Brandt',
      'An impressionist playing Tom Brandt',
      'The lawyer who represents Tom Brandt',
      'People who know Tom Brandt',
      'The campaign against Tom Brandt',
    ])
      assert.equal(quotesOf(documentOf([`${who} said: “It is over.”`]))[0]?.speaker, undefined, who)
  })

  it('is not who quotes', () => {
    const [quote] = quotesOf(documentOf(['Jane Roe quoted her father as saying: “It is over.”'])).filter(
      ({ kind }) => kind !== 'indirect',
    )
    assert.equal(quote?.speaker, undefined)
  })

  it('is the person and not the body that is named behind', () => {
    assert.deepEqual(saidBy('Captain Tom Brandt of the Harbour Police said: “It is time.”'), [
      ['It is time.', 'Tom Brandt'],
    ])
  })

  it('lends nobody an office', () => {
    const roleOf = (text: string) => {
      const doc = documentOf([text])
      return mentionsOf(doc).flatMap(({ role }) => wordsOf(doc, role) ?? [])
    }
    assert.deepEqual(roleOf('An aide to Mayor Jane Roe resigned.'), ['Mayor'])
    assert.deepEqual(roleOf('Acting mayor Jane Roe resigned.'), ['Acting mayor'])
    assert.deepEqual(roleOf('Minister for Health Jane Roe resigned.'), ['Minister for Health'])
  })
})

describe('the mayor', () => {
  it('is not who was it before', () => {
    const doc = documentOf(['Former mayor Jane Roe met mayor Tom Brandt. The mayor said the bridge was safe.'])
    assert.deepEqual(
      quotesOf(doc).map(({ speaker }) => speaker?.name),
      ['Tom Brandt'],
    )
  })
})

describe('a report after a setting', () => {
  it('is what follows the verb', () => {
    for (const setting of [
      'On Monday in the town hall',
      'After the bridge fell',
      'In a letter to the council on Friday',
    ])
      assert.deepEqual(
        told(documentOf([`${setting}, Tom Brandt said he would resign.`])).map(({ words, by }) => [words, by]),
        [['he would resign', 'Tom Brandt']],
      )
  })
})
