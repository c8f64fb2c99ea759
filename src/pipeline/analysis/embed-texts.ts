import type { ModelPort } from '../../core/model.ts'
import { quantize } from '../../core/text-vector.ts'
import type { PipelineContext } from '../pipeline-context.ts'

const DAY_MS = 86_400_000
/** Older texts are not read by the model. */
const WINDOW_DAYS = 60
const STEP = 32
/** After a failure, or a budget that is used up, the model is left alone so long. */
const REST_MS = 5 * 60_000

/**
 * Has the newest texts without a vector read by the model, where the owner switched that on; answers a function that does a
 * step and says whether it did anything. What is done is in the store: it can be stopped anywhere. With another model all that the
 * one before made goes, and is made anew.
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
    // Of all processes one at a time: two would have the same texts read.
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
    // The owner may have chosen another model meanwhile: what a model made is kept under its own name.
    const rows = texts.map(({ documentId }, at) => ({ documentId, direction: quantize(made.vectors[at]!) }))
    await store.embeddings.save(made.model, rows, now().toISOString())
    return true
  }
}
