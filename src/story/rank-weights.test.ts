import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asId, type StoryId } from '../core/ids.ts'
import { type RankingFactor, rankingFactors } from '../core/ranking.ts'
import { defaultWeights, type Rankable, rankToday, type Weights } from './rank-today.ts'

const now = '2026-03-10T12:00:00.000Z'
const HOUR_MS = 3_600_000
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()

const rankables = fc
  .array(
    fc.record({
      minutes: fc.array(fc.integer({ min: 0, max: 2880 }), { minLength: 1, maxLength: 9 }),
      isFollowed: fc.boolean(),
      isOfMySources: fc.boolean(),
      isDiffering: fc.boolean(),
      lift: fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((all) =>
    all.map(
      ({ minutes, ...rest }, index): Rankable => ({
        id: asId<StoryId>(`s${index}`),
        reportTimes: minutes.map(minutesAgo),
        ...rest,
      }),
    ),
  )
const percent = fc.integer({ min: 0, max: 200 }).map((value) => value / 100)
const weights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(rankingFactors.map((factor) => [factor, percent])) as Record<RankingFactor, typeof percent>,
)
const ids = (stories: readonly Rankable[], given?: Weights) => rankToday(stories, now, given).map(({ item }) => item.id)

/** The order as it was before there were sliders. */
function plainOrder(stories: readonly Rankable[]): readonly StoryId[] {
  const placed = stories.map((item) => {
    const times = item.reportTimes.map((time) => Date.parse(time))
    const newest = Math.max(...times)
    const recent = times.filter((time) => Date.parse(now) - time < 3 * HOUR_MS).length
    const score =
      Math.log2(1 + times.length) +
      Math.log2(1 + recent) / 2 -
      (Date.parse(now) - newest) / HOUR_MS / 8 +
      (item.isFollowed ? 2 : 0)
    return { id: item.id, reports: times.length, newest, score }
  })
  return placed
    .sort(
      (a, b) =>
        Number(b.reports > 1) - Number(a.reports > 1) ||
        b.score - a.score ||
        b.newest - a.newest ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id)
}

describe('sliders', () => {
  it('that nobody moved leave the order exactly as it is', () => {
    fc.assert(
      fc.property(rankables, (stories) => {
        const unraised = stories.map(({ lift: _lift, ...story }) => story)
        assert.deepEqual(ids(unraised, defaultWeights), plainOrder(unraised))
        assert.deepEqual(ids(unraised), plainOrder(unraised))
      }),
    )
  })

  it('moved up never lower a story against another that has no more of that factor', () => {
    fc.assert(
      fc.property(rankables, weights, fc.constantFrom(...rankingFactors), percent, (stories, given, factor, more) => {
        const raised = { ...given, [factor]: given[factor] + more }
        // How much a story has of a factor: what the factor adds at weight 1.
        const has = new Map(
          rankToday(stories, now, { ...given, [factor]: 1 }).map(({ item, parts }) => [item.id, parts[factor]]),
        )
        const [before, after] = [ids(stories, given), ids(stories, raised)]
        for (const [place, id] of before.entries())
          for (const below of before.slice(place + 1)) {
            const isClear = has.get(id)! - has.get(below)! > 1e-9 || has.get(id) === has.get(below)
            const scores = new Map(rankToday(stories, now, raised).map(({ item, score }) => [item.id, score]))
            // Sums that differ only in the last digits may be rounded either way.
            if (isClear && has.get(id)! >= has.get(below)! && Math.abs(scores.get(id)! - scores.get(below)!) > 1e-9)
              assert.ok(after.indexOf(id) < after.indexOf(below), `${id} fell below ${below} by ${factor}`)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('never set a single source above what two report', () => {
    fc.assert(
      fc.property(rankables, weights, (stories, given) => {
        const counts = rankToday(stories, now, given).map(({ reports }) => reports > 1)
        assert.deepEqual(
          counts,
          counts.toSorted((a, b) => Number(b) - Number(a)),
        )
      }),
    )
  })

  it('add up to the score', () => {
    fc.assert(
      fc.property(rankables, weights, (stories, given) => {
        for (const { score, parts } of rankToday(stories, now, given))
          assert.ok(Math.abs(Object.values(parts).reduce((sum, part) => sum + part, 0) - score) < 1e-9)
      }),
    )
  })

  it('raise and lower single things', () => {
    const alike = (id: string, lift: number): Rankable => ({ id: asId<StoryId>(id), reportTimes: [now, now], lift })
    assert.deepEqual(ids([alike('low', -0.5), alike('none', 0), alike('high', 0.5)]), ['high', 'none', 'low'])
  })
})
