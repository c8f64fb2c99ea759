import { createHash } from 'node:crypto'
import type { Answer, AnswerPoint, AskScope } from '../../core/answer.ts'
import type { SemanticMatches } from './semantic-matches.ts'

/** The answer to a question, and the names of its scope. */
export type AskView = {
  readonly answer: Answer
  /** As requested; a merged story has its current id. */
  readonly scope: AskScope
  readonly storyTitle?: string
  readonly entityName?: string
  /** Articles similar in meaning to a question without a scope. Absent without an embedding model. */
  readonly alsoClose?: SemanticMatches
}

/** The passages shown, of either tier. */
export function shownPoints(answer: Answer): readonly AnswerPoint[] {
  switch (answer.kind) {
    case 'answered':
      return answer.groups.flatMap((group) => group.points)
    case 'closest':
      return answer.passages
    case 'nothing':
      return []
  }
}

/**
 * The key of a written answer: the question with earlier ones it depends on, the scope, and the passages. New passages make a new key,
 * so an outdated answer is not shown.
 */
export function answerKey({ answer, scope }: AskView): string {
  const { text, follows = '' } = answer.asked
  const places = shownPoints(answer).map(({ citation: { documentId, span } }) => [documentId, span.start, span.end])
  const { storyId, entityId, folder, from, until } = scope
  const all = JSON.stringify([text, follows, storyId, entityId, folder, from, until, places])
  return createHash('sha256').update(all).digest('base64url')
}
