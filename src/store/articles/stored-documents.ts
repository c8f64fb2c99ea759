import { defined } from '../../core/defined.ts'
import type { Block, Cue, Document, LivePost } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../../core/ids.ts'
import type { Annotations, LayerName } from '../../core/layers.ts'
import type { Db, Engine } from '../engine/engine.ts'
import { textOf } from '../engine/packed-text.ts'

type DocumentColumns = {
  readonly id: string
  readonly article_id: string
  readonly language: string
  readonly title: string
  readonly text: string
  readonly blocks: string
  readonly posts: string | null
  readonly cues: string | null
  readonly published_at: string
}

/** Converts a row of the document table. */
export function toDocument(row: DocumentColumns): Document {
  return {
    id: asId<DocumentId>(row.id),
    articleId: asId<ArticleId>(row.article_id),
    language: row.language,
    title: row.title,
    text: row.text,
    blocks: JSON.parse(row.blocks) as Block[],
    ...defined({
      posts: row.posts === null ? undefined : (JSON.parse(row.posts) as LivePost[]),
      cues: row.cues === null ? undefined : (JSON.parse(row.cues) as Cue[]),
    }),
    publishedAt: row.published_at,
  }
}

/** The layers of many documents, by document; all, or those that are named. */
export async function annotationsOf(
  engine: Engine,
  reader: Db,
  documentIds: readonly string[],
  names?: readonly LayerName[],
): Promise<ReadonlyMap<string, Annotations>> {
  const rows = await reader
    .selectFrom('annotation')
    .select(['document_id', 'layer', 'version', 'items', 'packed'])
    .where(engine.isIn('document_id', documentIds))
    .$if(names !== undefined, (query) => query.where('layer', 'in', names ?? []))
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.document_id)].map(([id, layers]) => [
      id,
      Object.fromEntries(
        layers.map(({ layer, version, items, packed }) => [
          layer,
          { by: layer, version, items: JSON.parse(textOf(items, packed)) },
        ]),
      ) as Annotations,
    ]),
  )
}
