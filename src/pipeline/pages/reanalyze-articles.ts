import { correctGiven } from '../../analyze/corrections/correct-given.ts'
import { layerVersions } from '../../analyze/layer-versions.ts'
import { defined } from '../../core/defined.ts'
import type { NewLayers } from '../../store/store.ts'
import type { PipelineContext } from '../pipeline-context.ts'

/** Documents examined per step, and documents read at once: new articles can be read in between. */
const STEP = 500
const AT_ONCE = 4

/**
 * Analyzes stored articles again whose layers were made by an older version of an analyzer, newest first, so that an upgrade also reaches
 * older articles. Texts stay unchanged; only findings change. Ends when all are up to date or on `signal`; a new run continues where the
 * last ended. Returns how many were read.
 */
export async function reanalyzeArticles(context: PipelineContext, signal?: AbortSignal): Promise<number> {
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

/** A text that cannot be read keeps its layers. */
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
