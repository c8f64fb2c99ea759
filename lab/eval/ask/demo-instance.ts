import { guest } from '../../../src/core/reader-identity.ts'
import { runDemo } from '../../../test/integration/demo-run.ts'
import type { AskInstance } from './instance.ts'
import type { IsAnswer } from './score-answers.ts'

/** The demo edition taken in by the real pipeline, to be asked. A place is right when the sentence shown has its words, as printed. */
export async function withDemo<Result>(
  work: (instance: AskInstance, isAnswer: IsAnswer) => Promise<Result>,
): Promise<Result> {
  const { context, printed: printedBy, close } = await runDemo()
  try {
    const instance: AskInstance = {
      store: context.operations.store,
      reader: guest,
      now: context.operations.now,
      storyOf: () => undefined,
      close: async () => {},
    }
    return await work(instance, (sentence, { article = '', exact = '' }) => {
      // An edition prints in its own style: the same sentence, other marks.
      const printed = wordsOf(exact)
      const shown = wordsOf(sentence.exact)
      return (
        article !== '' && (shown === printed || shown.includes(printed) || wordsOf(printedBy(article, exact)) === shown)
      )
    })
  } finally {
    await close()
  }
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
