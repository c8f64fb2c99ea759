import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleRecord } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { withDemo } from './demo-instance.ts'
import { type AskInstance, openInstance } from './instance.ts'
import { isKept } from './kept-half.ts'
import { type Asked, askOne, bySort, figuresOf, type IsAnswer, isAt, type QuestionRecord } from './score-answers.ts'
import { scriptedJudge } from './scripted-judge.ts'

const own = new URL('./own.jsonl', import.meta.url)
const ownMore = new URL('./own-more.jsonl', import.meta.url)
const basil = new URL('./questions-d.jsonl', import.meta.url)
const halves = [
  {
    name: 'a',
    file: new URL('./questions-a.jsonl', import.meta.url),
    note: 'half a: looked at while tuning, in-sample',
  },
  { name: 'b', file: new URL('./questions-b.jsonl', import.meta.url), note: 'half b: not looked at' },
  {
    name: 'c',
    file: new URL('./questions-c.jsonl', import.meta.url),
    note: 'half c: learned from, in-sample; cross-validated (lab/eval/ask/learn.ts): top3 .39, precision .85, declines .97, saidTop3 .72',
  },
] as const

/**
 * Asks 400 questions of the articles they were written over, 64 of another set, and 92 of the demo edition: whether a sentence that answers
 * is among all that is shown (`shown`), how many answers have one (`precision`), how many of the answerable get one among the first three of
 * an answer (`top3`), how many unanswerable questions are given no answer (`declines`), and whether who said it is who is named (`speaker`).
 * A file given may hold articles (the same questions are asked of them), questions (asked of the set), or both.
 */
export async function run(options: EvalOptions = {}): Promise<readonly EvalResult[]> {
  const lines = options.data === undefined ? [] : readRecords<ArticleRecord | QuestionRecord>(options.data)
  const given = lines.filter((line): line is QuestionRecord => 'question' in line)
  const articles = lines.filter((line): line is ArticleRecord => 'text' in line)
  const set = findSet('clustering/allsides-train.jsonl.zst')
  const records = articles.length > 0 ? articles : set === undefined ? [] : readRecords<ArticleRecord>(set)
  const demo = options.data === undefined ? [...(await scoreBasil()), ...(await scoreDemo(set === undefined))] : []
  if (records.length === 0) return demo
  const name = basename(articles.length > 0 ? options.data! : set!).replace(/\.jsonl(\.zst)?$/, '')
  const instance = await openInstance(records)
  try {
    const parts = given.length > 0 ? [{ name: 'given', questions: given, note: 'questions of the file' }] : readHalves()
    const results: EvalResult[] = []
    const all: Asked[] = []
    for (const part of parts) {
      const { asked, judged } = await askWithJudges(`${name}-${part.name}`, instance, part.questions, isAt)
      if (part.name !== 'c') all.push(...asked)
      results.push(resultOf(`${name}-${part.name}`, asked, [part.note], false), ...judged)
    }
    return [...results, ...(parts.length > 1 ? [resultOf(name, all, ['halves a and b'], false)] : []), ...demo]
  } finally {
    await instance.close()
  }
}

function readHalves() {
  return halves.map(({ name, file, note }) => ({
    name,
    questions: readRecords<QuestionRecord>(fileURLToPath(file)),
    note,
  }))
}

/** Questions over a set that nothing was learned from but half of them. */
async function scoreBasil(): Promise<readonly EvalResult[]> {
  const set = findSet('clustering/basil.jsonl.zst')
  if (set === undefined) return []
  const instance = await openInstance(readRecords<ArticleRecord>(set))
  try {
    const questions = readRecords<QuestionRecord>(fileURLToPath(basil))
    return await scoreParted('basil', instance, questions, isAt, false)
  } finally {
    await instance.close()
  }
}

/** The half that may be learned from, and the half that is only scored. */
async function scoreParted(
  name: string,
  instance: AskInstance,
  questions: readonly QuestionRecord[],
  isAnswer: IsAnswer,
  isOwnSet: boolean,
): Promise<readonly EvalResult[]> {
  const [learned, kept] = [questions.filter(({ id }) => !isKept(id)), questions.filter(({ id }) => isKept(id))]
  return [
    resultOf(`${name}-learned`, await askAll(instance, learned, isAnswer), ['looked at, in-sample'], isOwnSet),
    resultOf(`${name}-kept`, await askAll(instance, kept, isAnswer), ['only scored'], isOwnSet),
  ]
}

async function scoreDemo(isOwnSet: boolean): Promise<readonly EvalResult[]> {
  const [first, more] = [own, ownMore].map((file) => readRecords<QuestionRecord>(fileURLToPath(file))) as [
    QuestionRecord[],
    QuestionRecord[],
  ]
  return withDemo(async (instance, isAnswer) => {
    const { asked, judged } = await askWithJudges('demo', instance, first, isAnswer)
    const notes = isOwnSet ? ['the labelled set is not on this machine'] : []
    return [
      resultOf('demo', asked, notes, true),
      ...judged,
      ...(await scoreParted('demo', instance, more, isAnswer, true)),
    ]
  })
}

/** Questions as asked, and with a scripted judge: one that knows the labels, and one that errs in a tenth of the questions. */
async function askWithJudges(
  set: string,
  instance: AskInstance,
  questions: readonly QuestionRecord[],
  isAnswer: IsAnswer,
): Promise<{ readonly asked: readonly Asked[]; readonly judged: readonly EvalResult[] }> {
  const asked: Asked[] = []
  const oracle: Asked[] = []
  const erring: Asked[] = []
  for (const question of questions) {
    const judges = [undefined, 0, 0.1].map((errors) =>
      errors === undefined ? undefined : scriptedJudge(question, isAnswer, errors),
    )
    const [alone, right, wrong] = (await askOne(instance, question, isAnswer, judges)) as [Asked, Asked, Asked]
    asked.push(alone)
    oracle.push(right)
    erring.push(wrong)
  }
  const scripted = (judge: string, answers: readonly Asked[], notes: readonly string[]): EvalResult => ({
    ...resultOf(`${set}, with a ${judge}`, answers, notes, false),
    isScripted: true,
  })
  const judged = [
    scripted('scripted judge', oracle, ['it knows the labels: an upper bound, no model’s figure']),
    scripted('judge that errs in a tenth', erring, ['it knows the labels, and gets a tenth of the questions wrong']),
  ]
  return { asked, judged }
}

async function askAll(
  instance: AskInstance,
  questions: readonly QuestionRecord[],
  isAnswer: IsAnswer,
): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  for (const question of questions) asked.push(...(await askOne(instance, question, isAnswer, [undefined])))
  return asked
}

function resultOf(set: string, asked: readonly Asked[], notes: readonly string[], isOwnSet: boolean): EvalResult {
  const figures = figuresOf(asked)
  return {
    name: 'ask',
    set,
    records: asked.length,
    figures,
    notes: [...notes, `right among the first three, by sort: ${bySort(asked)}`],
    isOwnSet,
  }
}
