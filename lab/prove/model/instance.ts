import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../src/app/config/config.ts'
import { type Context, createContext } from '../../../src/app/context.ts'
import { defaultModelChoice } from '../../../src/core/reading/model-choice.ts'
import { serveWeb } from '../../../test/e2e/browser.ts'
import { type ModelBehaviour, type ModelServerUnderTest, startModelServer } from '../../../test/model-server.ts'

/** A product of its own with a scripted model, which every use is switched on for. */
export type ModelInstance = {
  readonly context: Context
  readonly model: ModelServerUnderTest
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Opens it empty, with short limits, so that a proof of a model that stalls does not. */
export async function openModelInstance(first: ModelBehaviour, now: () => Date): Promise<ModelInstance> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-prove-'))
  const model = await startModelServer(first)
  const config = {
    ...readConfig({ TWOSOURCE_DATA: folder }),
    TWOSOURCE_ALLOW_PRIVATE: true,
  }
  const context = await createContext(config, () => {}, now, { limits: { perHost: 8 } })
  await context.operations.activeModel.choose(
    {
      ...defaultModelChoice,
      address: model.address,
      name: 'scripted',
      switches: { summaries: true, judging: true, answers: true, translation: true, embeddings: false },
      callsPerDay: 100_000,
      tokensPerDay: 1_000_000_000,
      timeoutSeconds: 3,
      stallSeconds: 1,
    },
    undefined,
  )
  const site = await serveWeb(context.operations)
  return {
    context,
    model,
    origin: site.origin,
    async close() {
      await site.close()
      await context[Symbol.asyncDispose]()
      await model.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What there is to look at: stories with their articles, and a question that each should answer. */
export async function storiesIn({ context }: Pick<ModelInstance, 'context'>) {
  const { store } = context.operations
  const rows = await store.stories.list({ from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }, 1000)
  return Promise.all(
    rows.map(async ({ id }) => {
      const dossier = (await store.stories.find(id))?.dossier
      const speaker = dossier?.ledger[0]?.speaker.name
      return {
        id,
        articles: (dossier?.members ?? []).map(({ articleId }) => articleId),
        ...(speaker === undefined ? {} : { question: `What did ${speaker} say?` }),
      }
    }),
  )
}
