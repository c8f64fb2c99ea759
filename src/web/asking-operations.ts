import type { AnswerWriting } from '../operations/answer-desk.ts'
import type { AskView } from '../operations/ask-views.ts'

/** A question put to all articles, or to those of a scope. Times are ISO 8601, from one up to but not with the other. */
export type AskInput = {
  readonly question: string
  readonly storyId?: string
  readonly entityId?: string
  readonly from?: string
  readonly until?: string
  /** The questions before it that it may lean on, the oldest first, each on a line. */
  readonly follows?: string
}

/** What the Ask page asks for and does. Undefined: what is asked of is not there, or nothing was asked. */
export type AskingOperations = {
  ask(input: AskInput): Promise<AskView | undefined>
  /** What a written answer is known by. */
  answerKey(view: AskView): string
  /** How far the model is with this answer; undefined where none writes, or none may for this reader. */
  findWrittenAnswer(input: { readonly key: string }): Promise<AnswerWriting | { readonly kind: 'none' } | undefined>
  writeAnswer(input: AskInput): Promise<AnswerWriting | undefined>
  cancelAnswer(input: { readonly key: string }): Promise<unknown>
}
