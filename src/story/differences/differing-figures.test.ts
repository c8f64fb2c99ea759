import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Syndication } from '../../core/syndication.ts'
import { countReports } from '../count-reports.ts'
import { storyInput, syndication } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { differingFigures } from './find-differences.ts'

type Report = { text: string; hour: number; outlet?: string; syndications?: readonly Syndication[] }

function differ(...reports: Report[]) {
  const texts = readMembers(
    reports.map(({ hour, ...report }, index) =>
      storyInput({ id: `d${index}`, at: `2025-03-04T${String(hour).padStart(2, '0')}:00:00Z`, ...report }),
    ),
  )
  return differingFigures(texts, countReports(texts).members)
}

const quake = (magnitude: string) =>
  `An earthquake of magnitude ${magnitude} hit the coast of Norland near the town of Sandvik on Monday.`
const toll = (count: string) =>
  `The fire in the Sandvik theater killed ${count} people on Monday night, firefighters said.`

describe('differingFigures', () => {
  it('sees two magnitudes of one earthquake, whichever came first', () => {
    assert.equal(differ({ text: quake('5.1'), hour: 10 }, { text: quake('6.2'), hour: 14 }).length, 1)
    assert.equal(differ({ text: quake('6.2'), hour: 10 }, { text: quake('5.1'), hour: 14 }).length, 1)
  })

  it('takes close magnitudes for one', () => {
    assert.deepEqual(differ({ text: quake('6.1'), hour: 10 }, { text: quake('6.2'), hour: 14 }), [])
  })

  it('gives each side to its outlet', () => {
    const [difference] = differ(
      { text: toll('31'), hour: 10, outlet: 'Herald' },
      { text: toll('12'), hour: 11, outlet: 'Post' },
    )
    assert.deepEqual([difference?.a.speaker, difference?.b.speaker], ['Herald', 'Post'])
    assert.equal(difference?.signal, undefined)
  })

  it('does not compare a copy with its original', () => {
    const copied = [syndication('d1', 'd0')]
    assert.deepEqual(differ({ text: toll('31'), hour: 10 }, { text: toll('12'), hour: 11, syndications: copied }), [])
  })

  it('leaves sums of money to the reader', () => {
    const aid = (sum: string) => `Norland agreed an aid package of help and a ${sum} aid package for Sandvik on Monday.`
    assert.deepEqual(differ({ text: aid('$140 million'), hour: 10 }, { text: aid('$250 million'), hour: 11 }), [])
  })

  it('does not compare what is told hours apart', () => {
    assert.deepEqual(differ({ text: toll('31'), hour: 8 }, { text: toll('12'), hour: 14 }), [])
  })

  it('tells one difference for each thing counted', () => {
    const found = differ({ text: toll('31'), hour: 10 }, { text: toll('12'), hour: 11 }, { text: toll('5'), hour: 12 })
    assert.equal(found.length, 1)
  })

  it('does not compare sentences that share only the count', () => {
    const other = 'A truck killed 12 people near Brenna.'
    assert.deepEqual(differ({ text: toll('31'), hour: 10 }, { text: other, hour: 11 }), [])
  })

  it('does not compare what may come, or a rate', () => {
    const forecast = toll('12').replace('killed', 'could have killed')
    assert.deepEqual(differ({ text: toll('31'), hour: 10 }, { text: forecast, hour: 11 }), [])
  })
})
