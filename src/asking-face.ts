import { answerKey } from './operations/answer-key.ts'
import { ask as askQuestion } from './operations/ask.ts'
import type { Ask } from './operations/operation.ts'
import { cancelAnswer, findWrittenAnswer, writeAnswer } from './operations/write-answer.ts'
import type { AskingOperations } from './web/asking-operations.ts'

/** Joins the Ask page to what it asks for. */
export function askingFace(ask: Ask): AskingOperations {
  return {
    ask: ask(askQuestion),
    answerKey,
    findWrittenAnswer: ask(findWrittenAnswer),
    writeAnswer: ask(writeAnswer),
    cancelAnswer: ask(cancelAnswer),
  }
}
