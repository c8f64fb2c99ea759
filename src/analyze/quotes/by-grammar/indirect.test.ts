import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, told, wordsOf } from '../../test-document.ts'

/** What is reported without marks: content, speaker, cue. */
function reported(...paragraphs: string[]): (string | undefined)[][] {
  return toldOf(paragraphs).flatMap(({ isTopic, ...told }) => (isTopic ? [] : [Object.values(told)]))
}

/** What is only spoken of. */
function spokenOf(...paragraphs: string[]): (string | undefined)[][] {
  return toldOf(paragraphs).flatMap(({ isTopic, ...told }) => (isTopic ? [Object.values(told)] : []))
}

function toldOf(paragraphs: readonly string[]) {
  const doc = documentOf(paragraphs)
  return quotesOf(doc)
    .filter(({ kind }) => kind === 'indirect')
    .map(({ span, speaker, source, cue, isTopic }) => ({
      words: wordsOf(doc, span),
      by: speaker?.name ?? wordsOf(doc, source),
      cue: wordsOf(doc, cue),
      isTopic: isTopic ?? false,
    }))
}

describe('reported speech', () => {
  it('follows the cue, with or without that', () => {
    assert.deepEqual(reported('Jane Roe said the bridge was old.'), [['the bridge was old', 'Jane Roe', 'said']])
    assert.deepEqual(reported('Jane Roe argued that the bridge was old.'), [
      ['that the bridge was old', 'Jane Roe', 'argued'],
    ])
  })

  it('stands before the cue', () => {
    assert.deepEqual(reported('The bridge was old and unsafe, Jane Roe said.'), [
      ['The bridge was old and unsafe', 'Jane Roe', 'said'],
    ])
  })

  it('stands before or after according to', () => {
    assert.deepEqual(reported('The bridge was old, according to Jane Roe.'), [
      ['The bridge was old', 'Jane Roe', 'according to'],
    ])
    assert.deepEqual(reported('According to Jane Roe, the bridge was old.'), [
      ['the bridge was old', 'Jane Roe', 'According to'],
    ])
  })

  it('leaves out whom it was told to', () => {
    assert.deepEqual(reported('Jane Roe told the council that the bridge was old.'), [
      ['that the bridge was old', 'Jane Roe', 'told'],
    ])
  })

  it('ends where another report begins', () => {
    assert.deepEqual(reported('Jane Roe said the bridge was old, adding that it had to close.'), [
      ['the bridge was old', 'Jane Roe', 'said'],
      ['that it had to close', 'Jane Roe', 'adding'],
    ])
  })

  it('holds the words quoted within it', () => {
    assert.deepEqual(reported("Jane Roe said the bridge was 'too old' for cars."), [
      ["the bridge was 'too old' for cars", 'Jane Roe', 'said'],
    ])
  })

  it('is not told twice of words between marks', () => {
    assert.deepEqual(reported('“The bridge is old,” Jane Roe said.'), [])
    assert.deepEqual(reported("Jane Roe said: 'The bridge is old.'"), [])
    assert.deepEqual(reported("Jane Roe said 'the bridge is old'."), [])
  })

  it('is not what somebody did', () => {
    assert.deepEqual(reported('Jane Roe accepted the prize. She continued the work. He described the bridge.'), [])
  })

  it('may be a promise', () => {
    assert.deepEqual(reported('Jane Roe pledged to close the bridge.'), [
      ['to close the bridge', 'Jane Roe', 'pledged'],
    ])
  })

  it('is less sure with a weaker verb', () => {
    const sure = (text: string) => told(documentOf([text])).length
    assert.equal(sure('Jane Roe said the bridge was old.'), 1)
    assert.equal(sure('Jane Roe decided that the bridge was old.'), 1)
    assert.equal(sure('Jane Roe decided the bridge was old.'), 0)
  })

  it('is nobody’s when it was not said', () => {
    assert.deepEqual(reported('Jane Roe did not say that the bridge was old.'), [])
    assert.deepEqual(reported('Jane Roe never said the bridge was old.'), [])
    assert.deepEqual(reported('Jane Roe was told that the bridge was old.'), [])
  })
})

describe('what is spoken of', () => {
  it('is judged', () => {
    assert.deepEqual(spokenOf('Jane Roe criticized the new bridge, and the crowd left.'), [
      ['the new bridge', 'Jane Roe', 'criticized'],
    ])
    assert.deepEqual(spokenOf('Jane Roe accused Adam Poe of neglect.'), [
      ['Adam Poe of neglect', 'Jane Roe', 'accused'],
    ])
    assert.deepEqual(spokenOf('Jane Roe praised Adam Poe for his courage.'), [
      ['Adam Poe for his courage', 'Jane Roe', 'praised'],
    ])
    assert.deepEqual(spokenOf('Jane Roe saw the vote as a warning.'), [['the vote as a warning', 'Jane Roe', 'saw']])
  })

  it('is judged in the passive by whom by names', () => {
    assert.deepEqual(spokenOf('The plan has been dismissed by the council.'), [
      ['The plan', 'the council', 'dismissed'],
    ])
  })

  it('is named after a preposition', () => {
    assert.deepEqual(spokenOf('Jane Roe called for a new bridge.'), [['a new bridge', 'Jane Roe', 'called']])
    assert.deepEqual(spokenOf('Jane Roe warned of floods while the band played.'), [['floods', 'Jane Roe', 'warned']])
    assert.deepEqual(spokenOf('Jane Roe spoke about the flood.'), [['the flood', 'Jane Roe', 'spoke']])
    assert.deepEqual(spokenOf('Jane Roe referred to the flood.'), [['the flood', 'Jane Roe', 'referred']])
  })

  it('is what one will not do or talk of', () => {
    assert.deepEqual(spokenOf('Jane Roe declined to give a date.'), [['to give a date', 'Jane Roe', 'declined']])
    assert.deepEqual(spokenOf('Jane Roe refused to open the bridge.'), [['to open the bridge', 'Jane Roe', 'refused']])
  })

  it('is nobody’s when it has not come about, or the writer’s', () => {
    assert.deepEqual(spokenOf('Jane Roe will criticize the bridge.'), [])
    assert.deepEqual(spokenOf('We criticized the bridge.'), [])
  })
})

describe('a frame of two words', () => {
  it('tells what was made clear or pointed out', () => {
    assert.deepEqual(reported('Jane Roe made clear she would stay.'), [['she would stay', 'Jane Roe', 'made clear']])
    assert.deepEqual(reported('Jane Roe made it clear that she would stay.'), [
      ['that she would stay', 'Jane Roe', 'made it clear'],
    ])
    assert.deepEqual(reported('Jane Roe pointed out that the bridge was old.'), [
      ['that the bridge was old', 'Jane Roe', 'pointed'],
    ])
  })

  it('names what somebody spoke out against or took issue with', () => {
    assert.deepEqual(spokenOf('Jane Roe spoke out against the bridge.'), [['the bridge', 'Jane Roe', 'spoke out']])
    assert.deepEqual(spokenOf('Jane Roe took issue with the bridge.'), [['the bridge', 'Jane Roe', 'took issue']])
  })

  it('has a noun for speech', () => {
    assert.deepEqual(spokenOf('Jane Roe issued a long statement on the bridge.'), [
      ['a long statement on the bridge', 'Jane Roe', 'issued'],
    ])
    assert.deepEqual(spokenOf('Jane Roe issued a ticket.'), [])
  })
})

describe('what stands around its cue', () => {
  it('is told as a whole', () => {
    assert.deepEqual(reported('The old bridge, Jane Roe said, would be closed to cars by the end of the year.'), [
      ['The old bridge, Jane Roe said, would be closed to cars by the end of the year', 'Jane Roe', 'said'],
    ])
  })

  it('may end with a title before the name', () => {
    assert.deepEqual(reported('The old bridge was often closed, Mr. Roe said.'), [
      ['The old bridge was often closed', 'Roe', 'said'],
    ])
  })

  it('leaves out where and when it was said', () => {
    assert.deepEqual(reported('Jane Roe said in a letter on Monday, the bridge was old.'), [
      ['the bridge was old', 'Jane Roe', 'said'],
    ])
  })
})

describe('what is held true or wanted', () => {
  it('is told of whom holds it', () => {
    assert.deepEqual(reported('Jane Roe suspects that the bridge is old.'), [
      ['that the bridge is old', 'Jane Roe', 'suspects'],
    ])
    assert.deepEqual(reported('Jane Roe hopes to close the bridge.'), [['to close the bridge', 'Jane Roe', 'hopes']])
  })

  it('is told of an agency that understands, not of a person', () => {
    assert.deepEqual(reported('The local news agency understands the mayor will resign.'), [
      ['the mayor will resign', 'The local news agency', 'understands'],
    ])
    assert.deepEqual(reported('Jane Roe understands the bridge is old.'), [])
  })

  it('is told with an adjective', () => {
    assert.deepEqual(reported('Jane Roe is confident that the bridge will hold.'), [
      ['that the bridge will hold', 'Jane Roe', 'confident'],
    ])
  })

  it('is asked by nobody when nobody is named', () => {
    assert.deepEqual(spokenOf('Asked whether the bridge was old, Jane Roe left.'), [
      ['whether the bridge was old', undefined, 'Asked'],
    ])
  })

  it('is told of nobody when nobody is named', () => {
    assert.deepEqual(reported('The bridge is expected to close in May.'), [['to close in May', undefined, 'expected']])
  })
})

describe('what stands around a verb of saying', () => {
  it('is told whole where a condition stands in front', () => {
    assert.deepEqual(reported('If she is elected, Lena Marsh said, she will freeze rents for two years.'), [
      ['If she is elected, Lena Marsh said, she will freeze rents for two years', 'Lena Marsh', 'said'],
    ])
  })

  it('is not told where it only leads to who speaks', () => {
    const memoir =
      'In her memoir, the former cook Edith Lamb writes that the king wept when told of the fire and said “let it burn”.'
    assert.deepEqual(reported(memoir), [['that the king wept when told of the fire', 'Edith Lamb', 'writes']])
    const nurse =
      '“Tell my wife,” the hostage, Paul Renner, had told her, said the nurse, Lucia Moran, who was freed on Sunday.'
    assert.ok(reported(nurse).every(([words]) => !words?.startsWith('the nurse')))
  })
})

describe('what is no report', () => {
  it('is a clause set behind one, a request turned down, to whom something was told, and how bad it is said to be', () => {
    for (const text of [
      'Troops had come, Jane Roe said on Friday, while the mayor was away at sea.',
      'The court denied a bid by the owners to stop it.',
      'Jane Roe told a paper of the harbor town.',
      'If the storm was as bad as she says, the bridge would have gone.',
    ])
      assert.deepEqual(
        reported(text).filter(([words]) => !words?.startsWith('Troops')),
        [],
        text,
      )
  })

  it('ends where another begins to report', () => {
    assert.deepEqual(
      reported(
        'Jane Roe confirmed that the bridge was closed, and officials told the paper that it would stay so.',
      ).map(([words]) => words),
      ['that the bridge was closed', 'that it would stay so'],
    )
  })
})
