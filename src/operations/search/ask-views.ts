import type { Answer, AskScope } from '../../core/answer.ts'
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
