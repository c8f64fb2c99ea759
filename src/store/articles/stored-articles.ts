import type { Article } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { asId, type DocumentId, type EntryId, type StoryId } from '../../core/ids.ts'
import type { Reason } from '../../core/story.ts'
import type { Syndication } from '../../core/syndication.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber } from '../engine/row-ids.ts'
import { toSource } from '../feeds/sources.ts'
import type { RevisionRow, StoredArticle } from './articles.ts'
import { annotationsOf, toDocument } from './stored-documents.ts'

/** The articles of these documents, each with the text of that revision, in the given order. Six queries, however many articles. */
export async function storedArticles(
  engine: Engine,
  documentIds: readonly DocumentId[],
): Promise<readonly StoredArticle[]> {
  if (documentIds.length === 0) return []
  const rows = await selectArticles(engine, documentIds)
  const articleIds = [...new Set(rows.map((row) => row.article_id))]
  const annotations = await annotationsOf(engine, engine.reader, documentIds)
  const syndications = await syndicationsOf(engine, documentIds)
  const revisions = await revisionsOf(engine, articleIds)
  const entryIds = await entryIdsOf(engine, articleIds)
  const byDocument = new Map(rows.map((row) => [row.id, row]))
  return documentIds.flatMap((id) => {
    const row = byDocument.get(id)
    if (!row) return []
    return [
      {
        article: JSON.parse(row.article) as Article,
        source: toSource({ ...row, id: row.source_id }),
        document: toDocument(row),
        annotations: annotations.get(id) ?? {},
        revisions: revisions.get(row.article_id) ?? [],
        syndications: syndications.get(id) ?? [],
        ...defined({
          storyId: row.story_id === null ? undefined : asId<StoryId>(row.story_id),
          reason: row.reason === null ? undefined : (JSON.parse(row.reason) as Reason),
        }),
        entryIds: entryIds.get(row.article_id) ?? [],
      },
    ]
  })
}

function selectArticles(engine: Engine, documentIds: readonly DocumentId[]) {
  return engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .leftJoin('membership', 'membership.article_id', 'article.id')
    .select(['document.id', 'document.article_id', 'document.language', 'document.title', 'document.text'])
    .select(['document.blocks', 'document.posts', 'document.cues', 'document.published_at', 'document.article'])
    .select(['article.source_id', 'source.name', 'source.home_url', 'source.family'])
    .select(['membership.story_id', 'membership.reason'])
    .where(engine.isIn('document.id', documentIds))
    .execute()
}

async function syndicationsOf(
  engine: Engine,
  documentIds: readonly DocumentId[],
): Promise<ReadonlyMap<string, readonly Syndication[]>> {
  const rows = await engine.reader
    .selectFrom('syndication')
    .select(['document_id', 'body'])
    .where(engine.isIn('document_id', documentIds))
    .orderBy('document_id')
    .orderBy('other_id')
    .execute()
  return grouped(
    rows,
    (row) => row.document_id,
    (row) => JSON.parse(row.body) as Syndication,
  )
}

async function revisionsOf(
  engine: Engine,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RevisionRow[]>> {
  const rows = await engine.reader
    .selectFrom('document')
    .select(['id', 'article_id', 'title', 'at'])
    .where(engine.isIn('article_id', articleIds))
    .orderBy('sequence')
    .execute()
  return grouped(
    rows,
    (row) => row.article_id,
    (row) => ({ documentId: asId<DocumentId>(row.id), title: row.title, at: row.at }),
  )
}

async function entryIdsOf(
  engine: Engine,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EntryId[]>> {
  const rows = await engine.reader
    .selectFrom('entry')
    .select(['sequence', 'article_id'])
    .where('article_id', 'is not', null)
    .where(engine.isIn('article_id', articleIds))
    .orderBy('sequence')
    .execute()
  return grouped(
    rows,
    (row) => row.article_id!,
    (row) => fromNumber<EntryId>(row.sequence),
  )
}

function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  toValue: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, group.map(toValue)]))
}
