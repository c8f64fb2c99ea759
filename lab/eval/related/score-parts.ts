import { proposeMerges } from '../../../src/story/related/propose-merges.ts'
import { relate, storylineReasons } from '../../../src/story/related/related.ts'
import type { RelationSummary } from '../../../src/story/related/relation-summary.ts'
import { poolOf, type StoryPool } from '../../../src/story/story-pool.ts'
import type { EvalResult } from '../result.ts'
import type { StoryPart } from './story-parts.ts'

const DAY_MS = 86_400_000
/** As the product asks: among the stories of ten days around. */
const days = 10

/** What was shown to one asked part as of the same storyline, and whether each is the other half of its story. */
export type Shown = {
  readonly asked: string
  readonly shown: readonly { readonly id: string; readonly isRight: boolean }[]
}

/** What the earlier half of every story held out is shown, among the parts of ten days around it, or among all. */
export function showParts(parts: readonly StoryPart[], isWithinDays: boolean): Shown[] {
  const storyOf = new Map<string, string>(parts.map(({ summary, story }) => [summary.id, story]))
  const all = parts.map(({ summary }) => summary)
  const whole = isWithinDays ? undefined : poolOf(all)
  const around = partsAround(all)
  return parts
    .filter((part) => part.isHeldOut && part.half === 'earlier')
    .map(({ summary, story }) => {
      const pool: StoryPool = whole ?? poolOf(around(summary))
      const shown = relate(pool, summary.id).filter(({ reason }) => storylineReasons.has(reason))
      return { asked: summary.id, shown: shown.map(({ id }) => ({ id, isRight: storyOf.get(id) === story })) }
    })
}

/** A pair that is wrong by the set, and whether a reader of both texts found them to be of one affair. Names of parts only. */
export type Judged = { readonly a: string; readonly b: string; readonly isSameAffair: boolean }

/** Precision of what is shown, the share of parts that are shown anything, and of those that are shown the right one. */
export function scoreShown(set: string, all: readonly Shown[], judged: readonly Judged[]): EvalResult {
  const shown = all.flatMap((each) => each.shown)
  const affairs = new Set(judged.flatMap(({ a, b, isSameAffair }) => (isSameAffair ? [`${a} ${b}`] : [])))
  const related = all.flatMap((each) =>
    each.shown.filter(({ id, isRight }) => isRight || affairs.has(`${each.asked} ${id}`)),
  )
  return {
    name: 'related',
    set,
    records: all.length,
    figures: {
      precision: shown.filter(({ isRight }) => isRight).length / Math.max(1, shown.length),
      judgedPrecision: related.length / Math.max(1, shown.length),
      coverage: all.filter((each) => each.shown.length > 0).length / all.length,
      recall: all.filter((each) => each.shown.some(({ isRight }) => isRight)).length / all.length,
      shown: shown.length,
    },
    notes: [
      'precision is strict: only the other half of the same story is right; judged: also what a reader found to be of one affair',
      'every wrong pair shown was judged (judged.jsonl); one that is not there counts as wrong',
    ],
    isOwnSet: false,
  }
}

/** Of the pairs proposed as one event, the share that are halves of one story. */
export function scoreProposals(parts: readonly StoryPart[]): EvalResult {
  const known = new Map<string, StoryPart>(parts.map((part) => [part.summary.id, part]))
  const proposals = proposeMerges(parts.map(({ summary }) => summary)).filter(({ a }) => known.get(a)?.isHeldOut)
  const right = proposals.filter(({ a, b }) => known.get(a)?.story === known.get(b)?.story)
  return {
    name: 'related',
    set: 'allsides-merges',
    records: proposals.length,
    figures: { precision: right.length / Math.max(1, proposals.length), proposals: proposals.length },
    notes: ['pairs proposed as the same event, among all parts'],
    isOwnSet: false,
  }
}

/** Finds the parts of ten days around one of them, itself among them. */
export function partsAround(all: readonly RelationSummary[]): (asked: RelationSummary) => RelationSummary[] {
  const times = all.map(({ firstAt, lastAt }) => ({ first: Date.parse(firstAt), last: Date.parse(lastAt) }))
  return ({ firstAt, lastAt }) => {
    const [from, until] = [Date.parse(firstAt) - days * DAY_MS, Date.parse(lastAt) + days * DAY_MS]
    return all.filter((_, at) => times[at]!.last >= from && times[at]!.first <= until)
  }
}
