import {
  chance,
  type Evidence,
  evidenceFor,
  evidenceNames,
  expectWords,
  keysOf,
} from '../../../src/story/points/expected-words.ts'
import { shortSummary } from '../../../src/story/summaries/short-summary.ts'
import { wordsOf } from '../../../src/story/words.ts'
import { findSet, readRecords } from '../read-set.ts'
import { rouge } from './rouge.ts'
import { readStory, type SummedUpRecord, splitStories } from './stories.ts'

/**
 * `node lab/eval/summaries/learn.ts` learns the weights of `src/story/points/expected-words.ts` on the stories that are not reported, and prints
 * them with the score they get on stories they were not learned on (five folds).
 */

type Row = { readonly features: readonly number[]; readonly isWritten: boolean }
type Weights = { readonly words: readonly number[]; readonly pairs: readonly number[] }

const folds = 5
const rounds = 6
const step = 0.3

const file = findSet('clustering/allsides-train.jsonl.zst')
if (!file) throw new Error('The set is not on this machine: put it where lab/eval/read-set.ts looks')
const stories = splitStories(readRecords<SummedUpRecord>(file)).tuned.map((records) => {
  const story = readStory(records)
  const { words, pairs } = evidenceFor(story.texts, story.members)
  const written = keysOf({ words: wordsOf(story.reference) })
  const rows = (all: readonly Evidence[], keys: ReadonlySet<string>): Row[] =>
    all.map(({ key, features }) => ({ features, isWritten: keys.has(key) }))
  return { story, words: rows(words, written.words), pairs: rows(pairs, written.pairs) }
})

/** Logistic regression by stochastic gradient descent, each weight with steps of its own (AdaGrad); the same order every time. */
function learn(rows: readonly Row[]): number[] {
  const weights = evidenceNames.map(() => 0)
  const squares = evidenceNames.map(() => 1e-3)
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < rows.length; turn++) {
      // A stride without a common factor with the count visits every row once, in no order of stories.
      const { features, isWritten } = rows[(turn * 7_368_787 + round) % rows.length] as Row
      const error = chance(features, weights) - Number(isWritten)
      for (const [at, value] of features.entries()) {
        const gradient = error * value
        squares[at]! += gradient * gradient
        weights[at]! -= (step * gradient) / Math.sqrt(squares[at]!)
      }
    }
  return weights
}

function learnBoth(from: typeof stories): Weights {
  return { words: learn(from.flatMap(({ words }) => words)), pairs: learn(from.flatMap(({ pairs }) => pairs)) }
}

const scores = Array.from({ length: folds }, (_, fold) => {
  const weights = learnBoth(stories.filter((_, index) => index % folds !== fold))
  return stories
    .filter((_, index) => index % folds === fold)
    .map(({ story }) => {
      const points = shortSummary(story.texts, story.members, {
        ...story,
        expect: (texts, members) => expectWords(texts, members, weights),
      })
      return rouge(points.map(({ text }) => text).join(' '), story.reference)
    })
}).flat()
const mean = (pick: (score: { one: number; two: number }) => number) =>
  (scores.reduce((sum, score) => sum + pick(score), 0) / scores.length).toFixed(4)
console.log(`five folds of ${scores.length}: ROUGE-1 ${mean(({ one }) => one)}, ROUGE-2 ${mean(({ two }) => two)}`)
const all = learnBoth(stories)
for (const [name, weights] of Object.entries(all))
  console.log(
    `${name}: ${weights.map((weight: number, at: number) => `${evidenceNames[at]} ${weight.toFixed(2)}`).join(', ')}`,
  )
