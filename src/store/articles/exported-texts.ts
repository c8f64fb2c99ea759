import type { Article } from '../../core/article.ts'
import { type ArticleId, asId, type DocumentId, type SourceId } from '../../core/ids.ts'
import type { LayerName } from '../../core/layers.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'

/** A revision of an article's text as data exports need it, without what was found in it. */
export type ExportedText = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly sourceId: SourceId
  readonly outlet: string
  readonly url: string
  readonly language: string
  readonly title: string
  readonly text: string
  readonly publishedAt: string
  readonly fetchedAt: string
  /** The version of each layer; 0 where the analyzer failed on this text. */
  readonly layers: { readonly [Name in LayerName]?: number }
  readonly extractor: number
}

/** The existing ones of these documents, by id. */
export async function exportedTexts(
  engine: Engine,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, ExportedText>> {
  if (ids.length === 0) return new Map()
  const rows = await engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['document.id', 'document.article_id', 'document.language', 'document.title', 'document.text'])
    .select(['document.published_at', 'document.at', 'document.article'])
    .select(['article.url', 'article.source_id', 'source.name'])
    .where(engine.isIn('document.id', ids))
    .execute()
  const layers = await engine.reader
    .selectFrom('annotation')
    .select(['document_id', 'layer', 'version'])
    .where(engine.isIn('document_id', ids))
    .execute()
  const byDocument = Map.groupBy(layers, (row) => row.document_id)
  return new Map(
    rows.map((row) => [
      asId<DocumentId>(row.id),
      {
        documentId: asId<DocumentId>(row.id),
        articleId: asId<ArticleId>(row.article_id),
        sourceId: fromNumber<SourceId>(row.source_id),
        outlet: row.name,
        url: row.url,
        language: row.language,
        title: row.title,
        text: row.text,
        publishedAt: row.published_at,
        fetchedAt: row.at,
        layers: Object.fromEntries(
          (byDocument.get(row.id) ?? []).map(({ layer, version }) => [layer, Math.max(0, version)]),
        ),
        extractor: (JSON.parse(row.article) as Article).extractor ?? 1,
      },
    ]),
  )
}
