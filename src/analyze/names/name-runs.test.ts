import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDocument } from '../grammar/parse.ts'
import { sentences } from '../sentences.ts'
import { documentOf } from '../test-document.ts'
import type { NameRun } from './name-parts.ts'
import { nameRuns } from './name-runs.ts'

function runsOf(text: string): NameRun[] {
  const doc = documentOf([text])
  return parseDocument(doc, sentences.run(doc, {})).sentences.flatMap((sentence) => nameRuns(sentence))
}
const names = (text: string): string[] => runsOf(text).map(({ words }) => words.join(' '))

describe('runs of capitalized words', () => {
  it('are names, one beside the other', () => {
    assert.deepEqual(names('Later Jane Roe met Tom Poe there.'), ['Jane Roe', 'Tom Poe'])
  })

  it('end at a comma and at a small word', () => {
    assert.deepEqual(names('We saw Jane Roe, Tom Poe and Ada Day.'), ['Jane Roe', 'Tom Poe', 'Ada Day'])
  })

  it('take in initials, hyphens and particles', () => {
    assert.deepEqual(names('They elected Jane A. Roe.'), ['Jane A Roe'])
    assert.deepEqual(names('They elected Jean-Paul Poe.'), ['Jean-Paul Poe'])
    assert.deepEqual(names('They elected Ursula von der Roe.'), ['Ursula von der Roe'])
  })

  it('take in a suffix behind a comma and pass over a nickname', () => {
    assert.deepEqual(names('They elected Jane Roe, Jr., again.'), ['Jane Roe Jr'])
    assert.deepEqual(names('They elected Jane “Jo” Roe.'), ['Jane Roe'])
  })

  it('end before a small word with a capital', () => {
    assert.deepEqual(names('A picture of Jane Roe In the hall stood a clock.'), ['Jane Roe'])
    assert.deepEqual(names('Then The Mark On Jane Roe was seen.'), ['Mark', 'Jane Roe'])
  })

  it('are not days and months', () => {
    assert.deepEqual(names('It rained on Monday in March.'), [])
  })

  it('do not take in the first word of a sentence that is no name', () => {
    assert.deepEqual(names('Yesterday Jane Roe left.'), ['Jane Roe'])
  })
})

describe('a run is taken apart', () => {
  it('into titles and name', () => {
    const [run] = runsOf('They met Prime Minister Jane Roe.')
    assert.deepEqual(
      [run?.titles, run?.words],
      [
        ['prime', 'minister'],
        ['Jane', 'Roe'],
      ],
    )
  })

  it('into ranks, roles and names', () => {
    assert.deepEqual(names('They met Trooper First Class Jane Roe.'), ['Jane Roe'])
    assert.deepEqual(names('They met Sgt. 1st Class Jane Roe.'), ['Sgt', 'Jane Roe'])
    assert.deepEqual(names('They met Senate Majority Leader Hollis Roe.'), ['Hollis Roe'])
    assert.deepEqual(names('They met Chief Executive Jane Roe.'), ['Jane Roe'])
    assert.deepEqual(names('They met then-Gov. Jane Roe.'), ['Jane Roe'])
    assert.deepEqual(names('They met Deputy U.S. Attorney General Rodd Roe.'), ['Rodd Roe'])
    assert.deepEqual(names('They met Surfer Jane Roe and Editor-in-Chief Kristinn Roe.'), ['Jane Roe', 'Kristinn Roe'])
    assert.deepEqual(names('They met Rev. Martin King Roe.'), ['Martin King Roe'])
    assert.deepEqual(names('Public Defender Zebulon Roe said so.'), ['Zebulon Roe'])
  })

  it('into country, title and name', () => {
    const [run] = runsOf('They met US President Jane Roe.')
    assert.deepEqual([run?.prefix, run?.titles, run?.words], [['US'], ['president'], ['Jane', 'Roe']])
  })

  it('with small titles before it', () => {
    const [run] = runsOf('It was council leader Jane Roe.')
    assert.ok(run?.titles.includes('leader'))
  })

  it('with whose it is', () => {
    assert.equal(runsOf('They met Ukraine’s Jane Roe.').at(-1)?.possessor, 'Ukraine')
  })
})

describe('a run reads as a person', () => {
  it('by a title or a given name', () => {
    assert.equal(runsOf('They met Mr Quillet.')[0]?.isPersonLike, true)
    assert.equal(runsOf('They met Jane Quillet.')[0]?.isPersonLike, true)
  })

  it('by being said to speak, with a surname that is a title too', () => {
    assert.deepEqual(
      runsOf('“We go,” said Hope Justice, a clerk.').map(({ isPersonLike, words }) => [isPersonLike, words.join(' ')]),
      [[true, 'Hope Justice']],
    )
  })

  it('not by capitals alone', () => {
    assert.equal(runsOf('They met Zorvan Quillet.')[0]?.isPersonLike, false)
  })

  it('not when it is a matter, a people or a slogan', () => {
    for (const text of ['Human Rights said so.', 'Black Americans said so.', 'Fifth Amendment said so.'])
      assert.deepEqual(
        runsOf(text).filter(({ isPersonLike }) => isPersonLike),
        [],
        text,
      )
  })

  it('not when it names a place or a body', () => {
    assert.equal(runsOf('They left New York at dawn.')[0]?.isPersonLike, false)
    assert.equal(runsOf('They left the Roe Foundation at dawn.')[0]?.isPersonLike, false)
  })
})
