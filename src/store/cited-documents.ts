import type { Block } from '../core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../core/ids.ts'
import type { Engine } from './engine.ts'
import type { CitedRow } from './store.ts'

/** Documents as far as citations name them, by id; their texts are not read. */
export async function citedDocuments(
  engine: Engine,
  ids: readonly DocumentId[],
): Promise<Readonly<Record<string, CitedRow>>> {
  if (ids.length === 0) return {}
  const rows = await engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['document.id', 'document.article_id', 'document.language', 'document.title', 'document.published_at'])
    .select(['document.blocks', 'source.name', 'article.url'])
    .where(engine.isIn('document.id', [...new Set(ids)]))
    .execute()
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      {
        documentId: asId<DocumentId>(row.id),
        articleId: asId<ArticleId>(row.article_id),
        sourceName: row.name,
        title: row.title,
        publishedAt: row.published_at,
        url: row.url,
        blockStarts: (JSON.parse(row.blocks) as Block[]).map(({ start }) => start),
        language: row.language,
      },
    ]),
  )
}
