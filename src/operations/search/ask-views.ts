import type { Answer, AskScope } from '../../core/answer.ts'
import type { AlsoClose } from './also-close.ts'

/** What asking comes to: the answer, and what it was asked of by name. */
export type AskView = {
  readonly answer: Answer
  /** As asked; a story that was merged stands under the id it has now. */
  readonly scope: AskScope
  readonly storyTitle?: string
  readonly entityName?: string
  /** Articles that a model holds for close in meaning to a question asked of everything. Absent where no model makes vectors. */
  readonly alsoClose?: AlsoClose
}
