import { relationFacts } from '../../../src/story/build-dossier.ts'
import { topicSimilarity } from '../../../src/story/related/related.ts'
import { storySimilarities } from '../../../src/story/related/similarity.ts'
import { readMembers } from '../../../src/story/story-text.ts'
import { membersOf } from '../citations/story-documents.ts'
import type { EvalResult } from '../result.ts'

export type LeeRecord =
  | { readonly kind: 'doc'; readonly id: number; readonly text: string }
  | { readonly kind: 'pair'; readonly a: number; readonly b: number; readonly score: number }

/** Pearson of the likeness of texts with people's judgements, over all pairs of different texts. */
export function scoreLikeness(records: readonly LeeRecord[]): EvalResult {
  const texts = records.filter((each) => each.kind === 'doc')
  const likeness = storySimilarities(
    texts.map(({ id, text }) => {
      const members = membersOf([{ id: String(id), text, story: String(id) }])
      return relationFacts(readMembers(members))
    }),
  )
  const topics = topicSimilarity(likeness)
  const place = new Map(texts.map(({ id }, at) => [id, at]))
  const pairs = records.flatMap((each) => {
    if (each.kind !== 'pair' || each.a === each.b) return []
    const a = place.get(each.a)
    const b = place.get(each.b)
    return a === undefined || b === undefined
      ? []
      : [{ words: likeness.of(a, b), topics: topics(a, b), theirs: each.score }]
  })
  return {
    name: 'related',
    set: 'lee50',
    records: pairs.length,
    figures: {
      pearson: pearson(pairs.map(({ topics, theirs }) => ({ ours: topics, theirs }))),
      pearsonOfWords: pearson(pairs.map(({ words, theirs }) => ({ ours: words, theirs }))),
    },
    notes: [
      'likeness by topic, which keeps related stories apart; of words: that by which stories are found to be one matter',
    ],
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
