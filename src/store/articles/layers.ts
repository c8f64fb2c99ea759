import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { LayerName } from '../../core/layers.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { packText } from '../engine/packed-text.ts'
import { enqueue } from '../jobs/jobs.ts'
import { refreshJobs } from '../jobs/refresh-jobs.ts'
import { saveQuotes } from '../people/quotes.ts'
import type { LayerVersions, NewLayers, StaleDocuments } from './articles.ts'
import { toDocument } from './stored-documents.ts'

/**
 * Among the next `limit` current documents before a sequence, newest first, those with a layer that is missing or older than these
 * versions; a layer whose version failed is not tried again. The number of rows read is bounded, so that a large database is walked in steps.
 */
export async function staleDocuments(
  { reader }: Engine,
  versions: LayerVersions,
  before: number,
  limit: number,
): Promise<StaleDocuments> {
  const looked = await reader
    .selectFrom('document')
    .innerJoin('article', 'article.document_id', 'document.id')
    .select(['document.id', 'document.sequence'])
    .where('document.sequence', '<', before)
    .orderBy('document.sequence', 'desc')
    .limit(limit)
    .execute()
  const [first, last] = [looked[0], looked.at(-1)]
  if (!first || !last) return { documents: [] }
  const layers = Object.entries(versions)
  const isFresh = sql.join(
    layers.map(([layer, version]) => sql`(annotation.layer = ${layer} and abs(annotation.version) >= ${version})`),
    sql` or `,
  )
  const rows = await reader
    .selectFrom('document')
    .innerJoin('article', 'article.document_id', 'document.id')
    .select([
      'document.id',
      'document.article_id',
      'document.language',
      'document.title',
      'document.text',
      'document.blocks',
      'document.posts',
      'document.cues',
      'document.published_at',
    ])
    .where('document.sequence', '<=', first.sequence)
    .where('document.sequence', '>=', last.sequence)
    .where(
      sql<number>`(select count(*) from annotation where annotation.document_id = document.id and (${isFresh}))`,
      '<',
      layers.length,
    )
    .orderBy('document.sequence', 'desc')
    .execute()
  return { documents: rows.map(toDocument), ...defined({ next: looked.length < limit ? undefined : last.sequence }) }
}

/** How many articles lack a layer because its analyzer failed on their text, by layer, for these layers. */
export async function failedLayers(
  engine: Engine,
  layers: readonly LayerName[],
): Promise<readonly { readonly layer: LayerName; readonly articles: number }[]> {
  const rows = await engine.reader
    .selectFrom('annotation')
    .innerJoin('article', 'article.document_id', 'annotation.document_id')
    .select(['layer', sql<number>`count(*)`.as('count')])
    .where(engine.isIn('layer', layers))
    .where('version', '<', 0)
    .groupBy('layer')
    .orderBy('layer')
    .execute()
  return rows.map(({ layer, count }) => ({ layer: layer as LayerName, articles: Number(count) }))
}

/** Replaces layers, indexes their quotes and refreshes the stories, in one transaction. */
export async function saveLayers(
  engine: Engine,
  tx: Tx,
  read: readonly NewLayers[],
  at: string,
  refreshDelayMs: number,
): Promise<void> {
  const ids = read.map(({ document }) => document.id)
  // Packed layers of old documents stay packed.
  await replaceLayers(engine, tx, read, ids, engine.compresses)
  const articleIds = read.map(({ document }) => document.articleId)
  await saveQuotes(
    engine,
    tx,
    read.map(({ document, annotations, quotesToFind }) => ({
      document,
      quotes: quotesToFind ?? annotations.quotes?.items ?? [],
    })),
    new Set(articleIds),
  )
  const stories = await tx
    .selectFrom('membership')
    .select('story_id')
    .distinct()
    .where(engine.isIn('article_id', articleIds))
    .execute()
  const changes = stories.map(({ story_id }) => ({ storyId: story_id, at }))
  await enqueue(engine, tx, await refreshJobs(engine, tx, changes, refreshDelayMs))
}

/** Writes the layers of documents, packed if asked, and deletes those of the documents in `old` first. */
export async function replaceLayers(
  engine: Engine,
  tx: Tx,
  read: readonly NewLayers[],
  old: readonly string[],
  packs = false,
): Promise<void> {
  if (old.length > 0) await tx.deleteFrom('annotation').where(engine.isIn('document_id', old)).execute()
  await engine.insertMany(
    tx,
    'annotation',
    read.flatMap(({ document, annotations }) =>
      Object.values(annotations).flatMap((layer) =>
        layer === undefined
          ? []
          : {
              document_id: document.id,
              layer: layer.by,
              version: layer.version,
              ...itemColumns(JSON.stringify(layer.items), packs),
            },
      ),
    ),
  )
}

/** Layers shorter than this many characters don't get smaller by packing. */
const packLayersFrom = 200

/** The stored columns of a layer's items. */
export function itemColumns(
  items: string,
  packs: boolean,
): { readonly items: string; readonly packed: Uint8Array | null } {
  const isPacked = packs && items.length >= packLayersFrom
  return isPacked ? { items: '', packed: packText(items) } : { items, packed: null }
}
