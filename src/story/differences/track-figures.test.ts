import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { differingFigures } from './find-differences.ts'
import { trackFigures } from './track-figures.ts'

/** One article per text, an hour apart. */
function read(...texts: (string | Partial<ArticleFixture>)[]) {
  return readMembers(
    texts.map((each, index) => {
      const fixture = typeof each === 'string' ? { text: each } : each
      return storyInput({ id: `d${index}`, text: '', at: `2025-03-04T1${index}:00:00Z`, ...fixture })
    }),
  )
}

const track = (...texts: (string | Partial<ArticleFixture>)[]) =>
  trackFigures(read(...texts)).map(({ unit, readings }) => [unit, ...readings.map(({ value }) => value)])

function differ(...texts: (string | Partial<ArticleFixture>)[]) {
  const members = read(...texts)
  return differingFigures(members, countReports(members).members)
}

describe('trackFigures', () => {
  it('follows a toll from report to report, with the time and sentence of each', () => {
    const [figure] = trackFigures(read('The flood killed 12 people.', 'At least 31 people were killed in the flood.'))
    assert.equal(figure?.unit, 'people killed')
    assert.deepEqual(
      figure?.readings.map(({ at, value, citation }) => [at, value, citation.exact]),
      [
        ['2025-03-04T10:00:00Z', 12, 'The flood killed 12 people.'],
        ['2025-03-04T11:00:00Z', 31, 'At least 31 people were killed in the flood.'],
      ],
    )
  })

  it('tells an unchanged number once, and leaves out what has one number only', () => {
    assert.deepEqual(track('The flood killed 12 people.', 'The flood killed 12 people.'), [])
    assert.deepEqual(
      track('The flood killed 12 people.', 'The flood killed 12 people.', 'The flood killed 15 people.'),
      [['people killed', 12, 15]],
    )
  })

  it('takes the first number of an article only', () => {
    assert.deepEqual(track('The flood killed 12 people. A fire killed 2 people.', 'The flood killed 14 people.'), [
      ['people killed', 12, 14],
    ])
  })

  it('does not follow a count that cannot be the same', () => {
    assert.deepEqual(track('The flood killed 120 people.', 'In one street it killed 3 people.'), [])
  })

  it('does not follow a count of another day, unless it is said to have grown', () => {
    const first = 'Police arrested 20 people at the march.'
    const other = 'Police arrested 80 people on Wednesday night.'
    const grown = 'Police have now arrested 80 people, most of them on Wednesday night.'
    const next = { at: '2025-03-06T08:00:00Z', times: [['on Wednesday night', '2025-03-05', 'date']] } as const
    assert.deepEqual(track(first, { ...next, text: other }), [])
    const said = 'Police arrested 80 people at the march, officials said on Wednesday night.'
    assert.deepEqual(track(first, { ...next, text: grown }), [['people arrested', 20, 80]])
    assert.deepEqual(track(first, { ...next, text: said }), [['people arrested', 20, 80]])
  })

  it('takes a smaller count for a correction only where its sentence says so', () => {
    const first = 'The flood killed 12 people.'
    assert.deepEqual(track(first, 'The flood killed 11 people.'), [])
    const revised = 'Police revised the toll and said the flood killed 11 people.'
    assert.deepEqual(track(first, revised), [['people killed', 12, 11]])
  })

  it('does not tell numbers of one moment as a change', () => {
    const at = '2025-03-04T00:00:00Z'
    assert.deepEqual(track({ text: 'The gunman injured 12 people.', at }, { text: 'He injured 8 people.', at }), [])
  })

  it('takes nothing from stubs', () => {
    const stub = {
      text: 'The flood killed 15 people.',
      article: { completeness: { kind: 'blurb', reason: 'test' } },
    } as const
    assert.deepEqual(track('The flood killed 12 people.', stub), [])
  })
})

describe('differingFigures', () => {
  const earlier = 'The flood in the Sandvik valley killed 31 people on Monday, police said.'
  const later = 'The flood in the Sandvik valley killed 12 people on Monday, rescuers said.'

  it('are exact counts of one thing at one time in independent reports', () => {
    const [difference, ...rest] = differ(earlier, later)
    assert.deepEqual(rest, [])
    assert.equal(difference?.kind, 'figures')
    assert.equal(difference?.a.citation.exact, earlier)
    assert.equal(difference?.b.citation.exact, later)
    assert.match(difference?.why ?? '', /31.*12/)
  })

  it('are not a toll that grows', () => {
    assert.deepEqual(differ(later, earlier), [])
  })

  it('are not rough numbers', () => {
    assert.deepEqual(differ(earlier, later.replace('12', 'at least 12')), [])
    assert.deepEqual(differ(earlier, later.replace('12', '30')), [])
  })

  it('are not a part and the whole, nor counts of which neither is known to be later', () => {
    assert.deepEqual(differ(earlier.replace('31', '310'), later), [])
    assert.deepEqual(
      differ({ text: earlier, at: '2025-03-04T00:00:00Z' }, { text: later, at: '2025-03-04T00:00:00Z' }),
      [],
    )
  })

  it('are not two numbers of one report', () => {
    assert.deepEqual(differ({ text: earlier, outlet: 'Herald' }, { text: later, outlet: 'Herald' }), [])
  })

  it('are not of another day or another place', () => {
    assert.deepEqual(differ(earlier, { text: later, at: '2025-03-06T10:00:00Z' }), [])
    const one = entity('place', 'Sandvik')
    const other = entity('place', 'Norvik')
    assert.deepEqual(
      differ(
        { text: earlier, mentions: [['Sandvik', one]] },
        { text: later.replace('Sandvik', 'Norvik'), mentions: [['Norvik', other]] },
      ),
      [],
    )
  })

  it('are not numbers of articles that give more than one', () => {
    assert.deepEqual(differ(earlier, `${later} A fire in the town killed 2 people.`), [])
  })
})
