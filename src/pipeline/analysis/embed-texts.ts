import type { ModelPort } from '../../core/model.ts'
import { nth } from '../../core/nth.ts'
import { quantize } from '../../core/text-vector.ts'
import type { PipelineContext } from '../pipeline-context.ts'

const DAY_MS = 86_400_000
const WINDOW_DAYS = 60
const STEP = 32
/** Pause after a failure or a used-up budget. */
const REST_MS = 5 * 60_000

/**
 * Embeds the newest texts without a vector, where the owner enabled it. Returns a function that does one step and returns whether it did
 * anything. All progress is in the store, so it can be stopped anywhere. Vectors of a previous model are deleted and computed again.
 */
export function textEmbedder(
  { store, model, now, log }: PipelineContext,
  signal?: AbortSignal,
): () => Promise<boolean> {
  let doneUntil = { model: '', sequence: -1 }
  let restUntil = 0
  return async () => {
    const name = model?.embeddingModel?.()
    if (!model || name === undefined || now().getTime() < restUntil) return false
    const newest = await store.embeddings.newestText()
    if (doneUntil.model === name && doneUntil.sequence === newest) return false
    // In one process at a time: two would embed the same texts.
    const done = await store.stories.ifFree('work:embed', () => step(model, name, newest))
    return done.kind === 'done' && done.result
  }

  async function step(model: ModelPort, name: string, newest: number): Promise<boolean> {
    if (doneUntil.model !== name && (await store.embeddings.dropOthers(name)) > 0) log('embeddings-dropped', { name })
    const since = new Date(now().getTime() - WINDOW_DAYS * DAY_MS).toISOString()
    const texts = await store.embeddings.missing(name, since, STEP)
    if (texts.length === 0) {
      doneUntil = { model: name, sequence: newest }
      return false
    }
    doneUntil = { model: name, sequence: -1 }
    const made = await model.embed(
      texts.map(({ title, text }) => `${title}\n${text}`),
      signal,
    )
    if (made.kind !== 'embedded') {
      restUntil = now().getTime() + REST_MS
      if (made.kind !== 'off' && made.kind !== 'cancelled') log('embeddings-rest', { why: made.kind })
      return false
    }
    // The owner may have changed the model in the meantime: vectors are stored under the name of their model.
    const rows = texts.map(({ documentId }, at) => ({ documentId, direction: quantize(nth(made.vectors, at)) }))
    await store.embeddings.save(made.model, rows, now().toISOString())
    return true
  }
}
