import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, quotesOf, wordsOf } from '../../test-document.ts'

/** What is reported without marks, and by whom. */
function reported(text: string): (string | undefined)[][] {
  const doc = documentOf([text])
  return quotesOf(doc).flatMap(({ kind, isTopic, span, speaker }) =>
    kind === 'indirect' && !isTopic ? [[speaker?.name, wordsOf(doc, span)]] : [],
  )
}

describe('what is reported', () => {
  it('is not a clause that says of a noun what it is, nor what others say', () => {
    for (const text of [
      'Jane Roe introduced a bill that would make it harder to leave.',
      'Jane Roe defended the plan against criticism that there were no new promises.',
      'Jane Roe wrote it so that most of the loan goes to wages.',
      'Jane Roe claimed an open seat north of Alton.',
      'Jane Roe claimed responsibility for that attack, which was carried out on Monday.',
      'Jane Roe disclosed the location of the town in which the spy found the plan.',
      'Monday was like the attack in Alton, claimed by the group Quill Army.',
      'Jane Roe said little on the call.',
    ])
      assert.deepEqual(reported(text), [], text)
  })

  it('is a clause whose noun is taken for a verb or has a participle beside it', () => {
    assert.deepEqual(reported('Jane Roe reported on Monday that warnings about the bridge were ignored.'), [
      ['Jane Roe', 'that warnings about the bridge were ignored'],
    ])
    assert.deepEqual(reported('Jane Roe argued that having to pay was unfair.'), [
      ['Jane Roe', 'that having to pay was unfair'],
    ])
    assert.deepEqual(reported('Jane Roe said the toll, ranking among the worst, was a shame.'), [
      ['Jane Roe', 'the toll, ranking among the worst, was a shame'],
    ])
  })

  it('is not all of what somebody else reports', () => {
    assert.deepEqual(reported('“Of course,” Jane Roe says, according to the Alton Post.'), [])
  })

  it('is not a party’s where some of its members say it', () => {
    for (const text of [
      'Four Republicans argued that the word had one meaning.',
      'Democrats who lost said that he was out of step.',
    ])
      assert.ok(
        reported(text).every(([name]) => name === undefined),
        text,
      )
    assert.deepEqual(reported('Democrats said that he was out of step.')[0]?.[0], 'Democratic Party')
  })

  it('is whose clause it is in', () => {
    for (const [text, name] of [
      ['She will face Tom Reed, who gave a speech suggesting that he would win.', 'Tom Reed'],
      ['Trucks carry tons of sand over the bridge, said Jane Roe, executive director of the port.', 'Jane Roe'],
      ['Jane Roe, the White House secretary, said the plan was off.', 'Jane Roe'],
    ] as const)
      assert.equal(reported(text).at(-1)?.[0], name, text)
    const spokesman = 'A spokesman for Senate Majority Leader Tom Reed (R-Ky.) said the vote was off.'
    assert.equal(reported(spokesman)[0]?.[0], undefined)
  })
})

describe('whose quoted words are not sure', () => {
  it('are either one’s, or a line’s that leads elsewhere', () => {
    const says = (...text: string[]) => quotesOf(documentOf(text)).at(-1)?.speaker?.name
    assert.equal(says('Tom Reed left. Either he or Jane Roe would call to say, “Send us money.”'), undefined)
    assert.equal(says('The banner: “Curry wants to skip the visit.” Tom Reed wrote at noon.'), undefined)
    const line = 'Jane Roe: Tom Reed left her ‘alone in the rain’'
    assert.equal(says(line, '“All we can say is that we are sorry for all of this.”'), undefined)
    assert.equal(says('Tom Reed again said, “I did not mean it,” and Jack Poe insisted, “You did.”'), 'Jack Poe')
  })
})
