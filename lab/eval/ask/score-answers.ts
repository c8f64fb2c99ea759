import type { Answer, AnswerPoint } from '../../../src/core/answer.ts'
import type { Citation } from '../../../src/core/citation.ts'
import { shownPoints } from '../../../src/operations/search/ask-views.ts'
import { questionAt, searchFor } from '../../../src/operations/search/find-answer.ts'
import type { JudgePassages } from '../../../src/operations/search/judge-passages.ts'
import type { AskInstance } from './instance.ts'

/** One line of a question file. */
export type QuestionRecord = {
  readonly id: string
  readonly kind: 'answerable' | 'unanswerable' | 'who-said'
  readonly question: string
  readonly scope: 'everything' | 'story'
  readonly story: string
  readonly answers: readonly AnswerPlace[]
  readonly speaker?: string
  readonly about: string
}

/** A sentence that answers: by its place in a record, or by its words in an article of our own. */
export type AnswerPlace = {
  readonly record?: string
  readonly start?: number
  readonly end?: number
  readonly article?: string
  readonly exact?: string
}

/** Says whether a sentence is at a place that answers. */
export type IsAnswer = (sentence: Pick<Citation, 'documentId' | 'span' | 'exact'>, place: AnswerPlace) => boolean

/** The sentence shown and the one marked share words. */
export const isAt: IsAnswer = ({ documentId, span }, { record, start = 0, end = 0 }) =>
  documentId === record && span.start < end && start < span.end

/** A question with what came of it. */
export type Asked = {
  readonly record: QuestionRecord
  readonly answer: Answer
  /** The place of the first right point of an answer, from 1; 0 for none. */
  readonly rightAt: number
  /** A right sentence is among what is shown, as an answer or as a closest passage. */
  readonly isShown: boolean
  /** Who is shown beside the first point that names anybody, and whether that is who said it. */
  readonly speaker?: string
  readonly isSpeakerRight: boolean
}

const shown = 3

/**
 * Asks one question of an instance, which is searched once, and has each judge choose from what was found; undefined stands for the product
 * alone. `isAnswer` says whether a cited sentence is one of the places.
 */
export async function askOne(
  instance: AskInstance,
  record: QuestionRecord,
  isAnswer: IsAnswer,
  judges: readonly (JudgePassages | undefined)[],
): Promise<readonly Asked[]> {
  const storyId = record.scope === 'story' ? instance.storyOf(record.story) : undefined
  const question = questionAt(record.question, instance.now().toISOString())
  const answered = await searchFor(instance, question, storyId === undefined ? {} : { storyId })
  return Promise.all(judges.map(async (judge) => scoreAnswer(record, await answered(judge), isAnswer)))
}

function scoreAnswer(record: QuestionRecord, found: Answer, isAnswer: IsAnswer): Asked {
  const points = found.kind === 'answered' ? found.groups.flatMap(({ points }) => points) : []
  const isRight = (point: AnswerPoint) => record.answers.some((place) => isAnswer(point.sentence, place))
  const rightAt = points.findIndex(isRight) + 1
  const isShown = shownPoints(found).some(isRight)
  const speaker = points.slice(0, shown).find((point) => point.speaker !== undefined)?.speaker?.name
  return {
    record,
    answer: found,
    rightAt,
    isShown,
    ...(speaker === undefined ? {} : { speaker }),
    isSpeakerRight: speaker !== undefined && record.speaker !== undefined && isSamePerson(speaker, record.speaker),
  }
}

/** The same last name, and no other first name. */
function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\s-]/gu, '')
      .split(/[\s-]+/),
  ) as [string[], string[]]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.every((word) => long.includes(word))
}

/** The figures of a set of questions. */
export function figuresOf(asked: readonly Asked[]): Record<string, number> {
  const of = (kind: QuestionRecord['kind']) => asked.filter(({ record }) => record.kind === kind)
  const share = (some: readonly Asked[], is: (one: Asked) => boolean) =>
    some.length === 0 ? 0 : some.filter(is).length / some.length
  const answerable = of('answerable')
  const saying = of('who-said')
  const named = saying.filter(({ speaker }) => speaker !== undefined)
  const answers = asked.filter((one) => one.answer.kind === 'answered')
  return {
    shown: share(answerable, ({ isShown }) => isShown),
    precision: share(answers, ({ rightAt }) => rightAt > 0),
    top3: share(answerable, ({ rightAt }) => rightAt > 0 && rightAt <= shown),
    declines: share(of('unanswerable'), (one) => one.answer.kind !== 'answered'),
    speaker: share(named, ({ isSpeakerRight }) => isSpeakerRight),
    speakerAnswered: share(saying, ({ speaker }) => speaker !== undefined),
    saidShown: share(saying, ({ isShown }) => isShown),
    saidTop3: share(saying, ({ rightAt }) => rightAt > 0 && rightAt <= shown),
    answerableAnswered: share(answerable, (one) => one.answer.kind === 'answered'),
  }
}

/** How many of each sort are right in the first three points, as one line. */
export function bySort(asked: readonly Asked[]): string {
  const sorts = Map.groupBy(
    asked.filter(({ record }) => record.kind !== 'unanswerable'),
    ({ record }) => record.about,
  )
  return [...sorts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([about, some]) =>
        `${about} ${some.filter(({ rightAt }) => rightAt > 0 && rightAt <= shown).length}/${some.length}`,
    )
    .join(', ')
}
