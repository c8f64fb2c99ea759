import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type StoryId } from '../core/ids.ts'
import { reportTimesOf } from '../core/story-outline.ts'
import { newFirst, type Rankable, rankToday } from './rank-today.ts'

const now = '2026-03-10T12:00:00.000Z'
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const story = (id: string, minutes: readonly number[], isFollowed = false): Rankable => ({
  id: asId<StoryId>(id),
  reportTimes: minutes.map(minutesAgo),
  isFollowed,
})
const order = (...stories: Rankable[]) => rankToday(stories, now).map(({ item }) => item.id)
const ages = fc.array(fc.integer({ min: 0, max: 2880 }), { minLength: 1, maxLength: 12 })
const others = fc.array(ages, { maxLength: 8 })

/** How many stories are above the one named `it`. */
function placeOf(minutes: readonly number[], rest: readonly (readonly number[])[]): number {
  return order(story('it', minutes), ...rest.map((each, index) => story(`other-${index}`, each))).indexOf(
    asId<StoryId>('it'),
  )
}

describe('rankToday', () => {
  it('sets what more outlets report above what fewer do, at the same age', () => {
    assert.deepEqual(order(story('two', [10, 20]), story('five', [10, 20, 30, 40, 50])), ['five', 'two'])
  })

  it('lets what is old fall behind what is new', () => {
    assert.deepEqual(order(story('old', [1500, 1500, 1500]), story('new', [10, 20])), ['new', 'old'])
  })

  it('never sets a single source above what two report', () => {
    assert.deepEqual(order(story('rumor', [0], true), story('old', [2800, 2880])), ['old', 'rumor'])
    assert.deepEqual(order(story('b', [60]), story('a', [0])), ['a', 'b'])
  })

  it('lifts what the reader follows', () => {
    assert.deepEqual(order(story('big', [10, 10, 10]), story('mine', [10, 10], true)), ['mine', 'big'])
  })

  it('says what a place depends on', () => {
    const [first] = rankToday([story('one', [20, 200, 500])], now)
    assert.deepEqual([first?.reports, first?.recent, first?.newestMs], [3, 1, Date.parse(minutesAgo(20))])
  })

  it('counts only what was published until then', () => {
    const [first] = rankToday(
      [{ id: asId<StoryId>('past'), reportTimes: [minutesAgo(0), minutesAgo(600)] }],
      minutesAgo(300),
    )
    assert.equal(first?.reports, 1)
  })

  it('does not lower a story for one more independent report', () => {
    fc.assert(
      fc.property(ages, fc.integer({ min: 0, max: 2880 }), others, (minutes, more, rest) => {
        assert.ok(placeOf([...minutes, more], rest) <= placeOf(minutes, rest))
      }),
    )
  })

  it('does not raise a story whose reports are older', () => {
    fc.assert(
      fc.property(ages, fc.integer({ min: 0, max: 2880 }), others, (minutes, by, rest) => {
        const older = minutes.map((each) => each + by)
        assert.ok(placeOf(older, rest) >= placeOf(minutes, rest))
      }),
    )
  })

  it('keeps every story, whatever its times', () => {
    const time = fc.oneof(fc.string(), fc.constant(now))
    fc.assert(
      fc.property(fc.array(fc.array(time)), (all) => {
        const stories = all.map((reportTimes, index) => ({ id: asId<StoryId>(`s${index}`), reportTimes }))
        const ranked = rankToday(stories, now)
        assert.equal(ranked.length, stories.length)
        assert.ok(ranked.every(({ score }) => Number.isFinite(score)))
      }),
    )
  })
})

it('a report is as old as the first of its copies', () => {
  const members = [
    { documentId: 'a', publishedAt: minutesAgo(50) },
    { documentId: 'b', publishedAt: minutesAgo(10) },
  ]
  const reports = [{ documentIds: ['b', 'a'] }]
  assert.deepEqual(reportTimesOf({ members, reports } as never), [minutesAgo(50)])
})

describe('for a reader who comes back', () => {
  const story = (id: string, ...minutes: number[]) => ({ id: asId<StoryId>(id), reportTimes: minutes.map(minutesAgo) })
  const ranked = rankToday([story('old', 400, 20), story('grown', 400, 390), story('single', 10)], now)
  const sorted = (...isNew: string[]) => newFirst(ranked, ({ id }) => isNew.includes(id))

  it('what is new stands first, and what one source alone says stays where it was', () => {
    const { ranked: after, newCount } = sorted('grown', 'single')
    assert.deepEqual(
      after.map(({ item }) => item.id),
      ['grown', 'old', 'single'],
    )
    assert.equal(newCount, 1)
  })

  it('nothing moves when nothing is new, or everything is', () => {
    assert.deepEqual(sorted(), { ranked, newCount: 0 })
    const confirmed = ranked.slice(0, 2)
    assert.deepEqual(
      newFirst(confirmed, () => true),
      { ranked: confirmed, newCount: 0 },
    )
  })
})
