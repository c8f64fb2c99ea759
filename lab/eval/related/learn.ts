import { featureNames, matterCandidates } from '../../../src/story/related/same-matter.ts'
import { poolOf, type StoryPool } from '../../../src/story/story-pool.ts'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import { partsAround } from './score-parts.ts'
import { type StoryPart, storyParts } from './story-parts.ts'

/** `node lab/eval/related/learn.ts` learns the weights of `src/story/related/same-matter.ts` on the stories that are not held out. */

type Row = { readonly features: readonly number[]; readonly isSame: boolean }

const rounds = 4_000
const step = 6
const decay = 0.0001

function rowsOf(parts: readonly StoryPart[]): Row[] {
  const all = parts.map(({ summary }) => summary)
  const whole = poolOf(all)
  const around = partsAround(all)
  const storyOf = new Map<string, string>(parts.map(({ summary, story }) => [summary.id, story]))
  return parts
    .filter((part) => !part.isHeldOut && part.half === 'earlier')
    .flatMap(({ summary, story }) =>
      [whole, poolOf(around(summary))].flatMap((pool: StoryPool) => {
        const at = pool.stories.indexOf(summary)
        return matterCandidates(pool, at).map(({ to, features }) => {
          return { features, isSame: storyOf.get(pool.stories[to]?.id ?? '') === story }
        })
      }),
    )
}

/** Logistic regression by gradient ascent, each feature scaled to its largest value. */
function learn(rows: readonly Row[]): number[] {
  const largest = featureNames.map((_, at) =>
    Math.max(1e-9, ...rows.map(({ features }) => Math.abs(features[at] ?? 0))),
  )
  const weights = featureNames.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const gradient = featureNames.map(() => 0)
    for (const { features, isSame } of rows) {
      const scaled = features.map((value, at) => value / (largest[at] ?? 1))
      const z = scaled.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
      const error = Number(isSame) - 1 / (1 + Math.exp(-z))
      for (const [at, value] of scaled.entries()) gradient[at]! += error * value
    }
    for (const [at, value] of gradient.entries())
      weights[at]! += step * (value / rows.length - (at === 0 ? 0 : decay) * (weights[at] ?? 0))
  }
  return weights.map((weight, at) => weight / (largest[at] ?? 1))
}

const file = findSet('clustering/allsides-train.jsonl.zst')
if (!file) throw new Error('The set is not on this machine: put it where lab/eval/read-set.ts looks')
const weights = learn(rowsOf(storyParts(readRecords<ArticleRecord>(file))))
console.log(featureNames.map((name, at) => `${name} ${weights[at]?.toFixed(2)}`).join(', '))
