import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { layerVersions } from '../../analyze/layer-versions.ts'
import { defined } from '../../core/defined.ts'
import type { NewLayers } from '../../store/store.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** So many documents are looked at in one step, and so many read at once: articles that arrive now come between. */
const STEP = 500
const AT_ONCE = 4

/**
 * Reads kept articles again whose layers were made by an older version of an analyzer, newest first, so that an upgrade
 * reaches what came before it. Texts stay as they are; only findings change. Ends when all are up to date or on `signal`;
 * begun again it goes on where it was, since what is up to date is passed over. Answers how many were read.
 */
export async function readAgain(context: PipelineContext, signal?: AbortSignal): Promise<number> {
  const { store } = context
  let count = 0
  for (let before: number | undefined = Number.MAX_SAFE_INTEGER; before !== undefined && !signal?.aborted; ) {
    const { documents, next } = await store.articles.stale(
      { ...layerVersions, ...context.pool.pluginVersions() },
      before,
      STEP,
    )
    for (let at = 0; at < documents.length && !signal?.aborted; at += AT_ONCE) {
      const read = await Promise.all(documents.slice(at, at + AT_ONCE).map((document) => layersOf(context, document)))
      const done = read.flatMap((each) => each ?? [])
      await store.articles.saveLayers(done, context.now().toISOString())
      count += done.length
    }
    if (documents.length > 0) context.log('articles-read-again', { count, ...defined({ next: next || undefined }) })
    before = next
  }
  return count
}

/** A text that cannot be read keeps the layers it has. */
async function layersOf(
  { pool, store, log }: PipelineContext,
  document: NewLayers['document'],
): Promise<NewLayers | undefined> {
  const read = await pool.annotate(document)
  if (read.kind === 'done') {
    const corrections = await store.corrections.listOf([document.articleId])
    const corrected = correctGiven(document, read.annotations, corrections)
    return { document, annotations: read.annotations, quotesToFind: corrected.quotes?.items ?? [] }
  }
  log('not-read-again', { document: document.id, why: read.kind === 'failed' ? read.error : `over ${read.afterMs} ms` })
  return undefined
}
