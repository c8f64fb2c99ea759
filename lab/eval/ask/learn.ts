import { createHash } from 'node:crypto'
import { isContrary } from '../../../src/ask/answer-fit.ts'
import { leastFit } from '../../../src/ask/decide-answer.ts'
import { type RelevanceFeature, relevanceFeatureNames, relevanceFeatures } from '../../../src/ask/learned-relevance.ts'
import { rankSentences, termWeights } from '../../../src/ask/rank-sentences.ts'
import { questionAt } from '../../../src/operations/search/find-answer.ts'
import { type Gathered, gather } from './gather.ts'
import { isKept } from './kept-half.ts'
import { type Example, fitLogistic, type Learned, logit } from './logistic.ts'
import type { QuestionRecord } from './score-answers.ts'

const RIDGE = 3
const FOLDS = 5
const SHUFFLES = 4
const ROUNDS = 2
/** So many wrong sentences of a question are learned from: those it takes for the best. */
const WRONG = 12
const DECLINES = 0.95

type Sentence = {
  readonly isRight: boolean
  readonly words: string
  readonly signs: readonly number[]
  readonly bearing: number
  /** It says that what the question asks about only may have happened: no answer, whatever its sum. */
  readonly isContrary: boolean
}
type Lesson = { readonly gathered: Gathered; readonly isOfWords: boolean; readonly sentences: readonly Sentence[] }

/**
 * Learns when a sentence answers, from half a, half c, half of d and the questions over the demo edition, and prints the weights for
 * `src/ask/learned-relevance.ts` with what they score cross-validated. `node lab/eval/ask/learn.ts CACHE` keeps what the store
 * brings in files that begin with CACHE.
 */
const cache = process.argv[2]
if (cache === undefined) throw new Error('Give the beginning of a path to keep what the store brings')
const lessons = (await gather(['own', 'own-more', 'a', 'c', 'd'], cache))
  .filter(({ group, record }) => (group !== 'own-more' && group !== 'd') || !isKept(record.id))
  .map(lessonOf)
const all = learn(lessons)
const outcomes = Array.from({ length: SHUFFLES * FOLDS }, (_, at) => {
  const isLeftOut = ({ gathered: { record } }: Lesson) => foldOf(record, Math.floor(at / FOLDS)) === at % FOLDS
  const known = learn(lessons.filter((lesson) => !isLeftOut(lesson)))
  return lessons.filter(isLeftOut).map((lesson) => outcomeOf(lesson, known))
}).flat()
const least = leastFor(outcomes)
console.log(relevanceFeatureNames.map((name, at) => `${name}: ${all.weights[at]!.toFixed(2)}`).join(', '))
console.log(`base ${all.base.toFixed(2)}, least ${least.toFixed(2)}`)
for (const group of ['own', 'own-more', 'a', 'c', 'd', undefined]) console.log(group ?? 'all', figures(group))

/** Questions written from one story are in one fold, so that none is judged by what was learned from its own articles. */
function foldOf({ story, id }: QuestionRecord, shuffle: number): number {
  return (
    createHash('sha256')
      .update(`${shuffle} ${story || id}`)
      .digest()
      .readUInt16BE(0) % FOLDS
  )
}

function lessonOf(gathered: Gathered): Lesson {
  const question = questionAt(gathered.record.question, gathered.now)
  const weights = termWeights(question, gathered.counts, gathered.total)
  const { ranked } = rankSentences(question, gathered.articles, weights, gathered.counts)
  const fit = leastFit[question.asked.sort]
  return {
    gathered,
    isOfWords: question.asked.sort === 'said' || question.asked.sort === 'who-said',
    sentences: ranked
      .filter(({ features }) => features.fit >= fit)
      .map((one) => {
        const found: Readonly<Record<RelevanceFeature, number>> = relevanceFeatures(question, one, weights)
        const { span, article } = one.passage
        return {
          isRight: gathered.right.some(
            ({ documentId, start, end }) =>
              documentId === article.article.document.id && start < span.end && span.start < end,
          ),
          words: one.passage.words.map(({ text }) => text).join(' '),
          signs: relevanceFeatureNames.map((name) => found[name]),
          bearing: one.relevance,
          isContrary: isContrary(question, one.passage),
        }
      }),
  }
}

/** Learned in rounds: from the second on the wrong sentences are those that the round before takes for the best. */
function learn(from: readonly Lesson[]): Learned {
  let known: Learned | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const examples = from
      .filter(({ isOfWords }) => !isOfWords)
      .flatMap(({ sentences, gathered: { record } }): Example[] => {
        const ordered = known === undefined ? sentences : inOrder(sentences, known)
        const right = ordered.filter(({ isRight }) => isRight).slice(0, 3)
        const wrong = ordered.filter(({ isRight }) => !isRight).slice(0, WRONG)
        const isNothing = record.kind === 'unanswerable'
        return [
          ...right.map(({ signs }) => ({ signs, isSo: true, counts: 1 / right.length })),
          ...wrong.map(({ signs }, at) => ({ signs, isSo: false, counts: isNothing ? (at === 0 ? 1 : 0.25) : 0.1 })),
        ]
      })
    known = fitLogistic(examples, RIDGE)
  }
  return known!
}

function inOrder(sentences: readonly Sentence[], known: Learned): readonly Sentence[] {
  return sentences.toSorted((a, b) => logit(known, b.signs) - logit(known, a.signs))
}

type Outcome = { readonly lesson: Lesson; readonly score: number; readonly isRight: boolean }

function outcomeOf(lesson: Lesson, known: Learned): Outcome {
  const ordered = lesson.isOfWords ? lesson.sentences : inOrder(lesson.sentences, known)
  const seen = new Set<string>()
  const first = ordered.filter(({ words }) => !seen.has(words) && seen.add(words)).slice(0, 3)
  const [best] = first
  const score =
    best === undefined || (best.isContrary && !lesson.isOfWords)
      ? -Infinity
      : lesson.isOfWords
        ? best.bearing
        : logit(known, best.signs)
  return { lesson, score, isRight: first.some(({ isRight }) => isRight) }
}

/** The sum above which so many of the unanswerable are declined; what somebody said has a bar of its own, 0. */
function leastFor(from: readonly Outcome[]): number {
  const unanswerable = from.filter(({ lesson }) => lesson.gathered.record.kind === 'unanswerable')
  const answered = unanswerable.filter(({ lesson, score }) => lesson.isOfWords && score > 0).length
  const mayBeAnswered = Math.max(0, Math.floor(unanswerable.length * (1 - DECLINES) + 1e-9) - answered)
  const scores = unanswerable.flatMap(({ lesson, score }) => (lesson.isOfWords ? [] : [score]))
  return scores.toSorted((a, b) => b - a)[mayBeAnswered] ?? -Infinity
}

function isAnswered({ lesson, score }: Outcome): boolean {
  return score > (lesson.isOfWords ? 0 : least)
}

function figures(group: string | undefined): string {
  const own = outcomes.filter(({ lesson }) => group === undefined || lesson.gathered.group === group)
  const of = (kind: string) => own.filter(({ lesson }) => lesson.gathered.record.kind === kind)
  const share = (some: readonly Outcome[], is: (one: Outcome) => boolean) =>
    (some.filter(is).length / Math.max(1, some.length)).toFixed(2)
  return [
    `top3 ${share(of('answerable'), (one) => one.isRight && isAnswered(one))}`,
    `answered ${share(of('answerable'), (one) => isAnswered(one))}`,
    `ranked ${share(of('answerable'), (one) => one.isRight)}`,
    `declines ${share(of('unanswerable'), (one) => !isAnswered(one))}`,
    `saidTop3 ${share(of('who-said'), (one) => one.isRight && isAnswered(one))}`,
    `precision ${share(
      own.filter((one) => isAnswered(one)),
      ({ isRight }) => isRight,
    )}`,
  ].join(', ')
}
