import type { Answer, AskScope } from '../core/answer.ts'

/** What asking comes to: the answer, and what it was asked of by name. */
export type AskView = {
  readonly answer: Answer
  /** As asked; a story that was merged stands under the id it has now. */
  readonly scope: AskScope
  readonly storyTitle?: string
  readonly entityName?: string
}
