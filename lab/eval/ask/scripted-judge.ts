import { createHash } from 'node:crypto'
import { judgeRequest, readVerdict } from '../../../src/ask/judge-request.ts'
import type { Ranked } from '../../../src/ask/rank-sentences.ts'
import type { JudgePassages } from '../../../src/operations/search/judge-passages.ts'
import type { IsAnswer, QuestionRecord } from './score-answers.ts'

/** Most sentences it names. */
const most = 3

/**
 * A judge that knows the labels. Without errors it is an oracle: no model can do better with the sentences it is given, so its figures say
 * what the choice of those sentences allows, not what a model does. `errors` is the share of questions, by their id, that it gets wrong:
 * it then names a wrong sentence, or, every other time, none where one answers. What it says goes through the request and the reading
 * of replies as a model's does.
 */
export function scriptedJudge(record: QuestionRecord, isAnswer: IsAnswer, errors: number): JudgePassages {
  const chance = (what: string) =>
    createHash('sha256').update(`${record.id} ${what}`).digest().readUInt32BE(0) / 2 ** 32
  return async ({ asked }, candidates) => {
    const { data } = judgeRequest(asked.text, candidates)
    const numbers = candidates.map((_, at) => at + 1)
    const isRight = (number: number) => isLabeled(candidates[number - 1]!, record, isAnswer)
    const right = numbers.filter(isRight)
    const wrong = numbers.filter((number) => !isRight(number))
    const isNone = right.length > 0 && chance('none') < 0.5
    const chosen =
      chance('wrong') >= errors ? right : isNone ? [] : wrong.slice(Math.floor(chance('place') * wrong.length))
    if (data.length === 0 || numbers.length === 0) return undefined
    const verdict = readVerdict(JSON.stringify({ numbers: chosen.slice(0, most) }), candidates.length)
    return verdict.kind === 'unusable' ? { kind: 'failed' } : { kind: 'judged', verdict, model: 'scripted' }
  }
}

function isLabeled({ passage: { article, span } }: Ranked, record: QuestionRecord, isAnswer: IsAnswer): boolean {
  const { id, text } = article.article.document
  const sentence = { documentId: id, span, exact: text.slice(span.start, span.end) }
  return record.answers.some((place) => isAnswer(sentence, place))
}
