import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../src/app/config/config.ts'
import { createContext } from '../../../src/app/context.ts'
import { loadEdition, printedIn } from '../../../src/app/demo/edition.ts'
import { editionLimits, serveEdition } from '../../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../../src/app/demo.ts'
import { guest } from '../../../src/core/reader-identity.ts'
import type { AskInstance } from './instance.ts'
import type { IsAnswer } from './score-answers.ts'

/** The moment the edition is set at: a Thursday noon. */
const demoNow = new Date('2026-03-12T12:00:00Z')

/** The demo edition taken in by the real pipeline, to be asked. A place is right when the sentence shown has its words, as printed. */
export async function withDemo<Result>(
  work: (instance: AskInstance, isAnswer: IsAnswer) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-ask-demo-'))
  const edition = loadEdition(demoNow)
  const served = await serveEdition({ now: demoNow })
  try {
    const config = { ...readConfig({}), TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: true }
    await using context = await createContext(
      config,
      () => {},
      () => demoNow,
      { limits: editionLimits },
    )
    await readEdition(context, served)
    const instance: AskInstance = {
      store: context.operations.store,
      reader: guest,
      now: () => demoNow,
      storyOf: () => undefined,
      close: async () => {},
    }
    return await work(instance, (sentence, { article = '', exact = '' }) => {
      // An edition prints in its own style: the same sentence, other marks.
      const printed = wordsOf(exact)
      const shown = wordsOf(sentence.exact)
      return (
        article !== '' &&
        (shown === printed || shown.includes(printed) || wordsOf(printedIn(edition, article, exact)) === shown)
      )
    })
  } finally {
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
