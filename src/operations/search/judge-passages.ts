import { judgeRequest, readVerdict } from '../../ask/judge-request.ts'
import type { Question } from '../../ask/question.ts'
import type { Ranked } from '../../ask/rank-sentences.ts'
import type { OperationContext } from '../operation.ts'
import { type FinishedJudgment, type Judgment, longestJudgingMs } from './answer-judge.ts'

/** Says which of the candidates answer a question; undefined when nobody judges it. */
export type JudgePassages = (question: Question, candidates: readonly Ranked[]) => Promise<Judgment | undefined>

/** Without `mode`, only a choice made before is used; `start` asks the model and doesn't wait, `wait` waits for it. */
export type JudgeMode = 'start' | 'wait'

/**
 * The model as judge of passages, where the owner switched that on: it is given the question and numbered sentences, and only the
 * numbers it names are used. Its choices are cached for each reader; guests can't request one.
 */
export function modelJudge(context: OperationContext, mode: JudgeMode | undefined): JudgePassages {
  return async (question, candidates) => {
    if (context.reader.role === 'guest' || !context.model.isOn('judging') || candidates.length === 0) return undefined
    const { address, name } = await context.activeModel.current()
    const { text, follows } = question.asked
    const key = JSON.stringify([context.reader.id, address, name, text, follows, candidates.map(placeIn)])
    const { answerJudge } = context
    if (mode === undefined) return answerJudge.find(key)
    const words = [follows, text].filter(Boolean).join(' – ')
    return answerJudge.judge(key, mode === 'wait' ? longestJudgingMs : 0, (signal) =>
      judgedBy(context, words, candidates, signal),
    )
  }
}

function placeIn({ passage: { article, span } }: Ranked) {
  return [article.article.document.id, span.start, span.end]
}

async function judgedBy(
  { model }: Pick<OperationContext, 'model'>,
  question: string,
  candidates: readonly Ranked[],
  signal: AbortSignal,
): Promise<FinishedJudgment> {
  const reply = await model.complete({ use: 'judging', ...judgeRequest(question, candidates), signal })
  if (reply.kind !== 'answered') return { kind: 'failed' }
  const verdict = readVerdict(reply.text, candidates.length)
  if (verdict.kind === 'unusable') {
    await model.judged?.('judging', { failures: 1 })
    return { kind: 'failed' }
  }
  return { kind: 'judged', verdict, model: reply.model }
}
