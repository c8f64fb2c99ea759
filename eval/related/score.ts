import { likenessOf, relate } from '../../src/story/related.ts'
import { contentStems, wordsOf } from '../../src/story/words.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type DatedRecord, storyParts } from './story-parts.ts'

type LeeRecord =
  | { readonly kind: 'doc'; readonly id: number; readonly text: string }
  | { readonly kind: 'pair'; readonly a: number; readonly b: number; readonly score: number }

/**
 * Scores related stories. Lee50: Pearson of the likeness of texts with people's judgements. AllSides: every story is cut in two
 * by date, and the later half must be among the first three related to the earlier one, out of all halves.
 */
export async function run(_options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const lee = findSet('related/lee50.jsonl.zst')
  const stories = findSet('clustering/allsides-train.jsonl.zst')
  return [
    ...(lee ? [scoreLikeness(readRecords<LeeRecord>(lee))] : []),
    ...(stories ? [scoreParts(readRecords<DatedRecord>(stories))] : []),
  ]
}

function scoreLikeness(records: readonly LeeRecord[]): EvalResult {
  const stems = new Map(
    records.flatMap((each) => (each.kind === 'doc' ? [[each.id, contentStems(wordsOf(each.text))] as const] : [])),
  )
  const pairs = records.flatMap((each) => {
    if (each.kind !== 'pair' || each.a === each.b) return []
    const a = stems.get(each.a)
    const b = stems.get(each.b)
    return a && b ? [{ ours: likenessOf(a, b), theirs: each.score }] : []
  })
  return {
    name: 'related',
    set: 'lee50',
    records: pairs.length,
    figures: { pearson: pearson(pairs) },
    notes: [],
    isOwnSet: false,
  }
}

function scoreParts(records: readonly DatedRecord[]): EvalResult {
  const parts = storyParts(records)
  const summaries = parts.map(({ summary }) => summary)
  const storyOf = new Map(parts.map(({ summary, story }) => [summary.id, story]))
  const asked = parts.filter(({ half }) => half === 'earlier')
  let first = 0
  let firstThree = 0
  for (const { summary, story } of asked) {
    const rank = relate(summary, summaries).findIndex(({ id }) => storyOf.get(id) === story)
    if (rank === 0) first++
    if (rank >= 0 && rank < 3) firstThree++
  }
  return {
    name: 'related',
    set: 'allsides-train',
    records: parts.length,
    figures: { first: first / asked.length, firstThree: firstThree / asked.length },
    notes: ['both halves tell one event, often of one day; the product asks among the stories of ten days around only'],
    isOwnSet: false,
  }
}

function pearson(pairs: readonly { readonly ours: number; readonly theirs: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(pairs.map(({ ours }) => ours))
  const y = mean(pairs.map(({ theirs }) => theirs))
  const sum = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((total, { ours, theirs }) => total + of(ours - x, theirs - y), 0)
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy))
}
