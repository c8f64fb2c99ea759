import { sql } from 'kysely'
import { type ArticleId, asId, type DocumentId, type StoryId } from '../../core/ids.ts'
import type { TextVector } from '../../core/text-vector.ts'
import type { Engine } from '../engine/engine.ts'

/** A model reads the beginning; most would cut off anything longer. */
const MOST_CHARACTERS = 2_000

/** A text without a vector yet: its headline and its beginning. */
type TextToEmbed = { readonly documentId: DocumentId; readonly title: string; readonly text: string }

export type EmbeddedArticle = {
  /** Ascends in the order of storing: where to continue reading. */
  readonly sequence: number
  readonly articleId: ArticleId
  readonly direction: TextVector
}

/** Embedding directions of texts, by the model that made them; those of two models are never compared. */
export function embeddingStore(engine: Engine) {
  const { reader } = engine
  return {
    /** The newest current texts published since a time for which this model has no vector, at most `limit`. */
    async missing(model: string, since: string, limit: number): Promise<readonly TextToEmbed[]> {
      const rows = await reader
        .selectFrom('document')
        .innerJoin('article', 'article.document_id', 'document.id')
        .select(['document.id', 'document.title', sql<string>`substr(document.text, 1, ${MOST_CHARACTERS})`.as('text')])
        .where('article.published_at', '>=', since)
        // As JSON writes it; within an article's text the quotation marks would be escaped.
        .where('document.article', 'not like', '%"refusesModels":true%')
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('embedding')
                .select('embedding.sequence')
                .whereRef('embedding.document_id', '=', 'document.id')
                .where('embedding.model', '=', model),
            ),
          ),
        )
        // The model may be elsewhere.
        .where(sql<boolean>`not exists (select 1 from private_article join embargo on embargo.feed_id = private_article.feed_id
          where private_article.article_id = article.id and embargo.ended_at is null)`)
        .orderBy('document.sequence', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, title, text }) => ({ documentId: asId<DocumentId>(id), title, text }))
    },

    /** The sequence of the newest text; until it changes, nothing new is missing. */
    async newestText(): Promise<number> {
      const row = await reader
        .selectFrom('document')
        .select(sql<number>`coalesce(max(sequence), 0)`.as('newest'))
        .executeTakeFirstOrThrow()
      return Number(row.newest)
    },

    save: (
      model: string,
      rows: readonly { readonly documentId: DocumentId; readonly direction: TextVector }[],
      at: string,
    ): Promise<void> =>
      engine.write(async (tx) => {
        const ids = rows.map(({ documentId }) => documentId)
        if (ids.length === 0) return
        // Under a new sequence, so that readers that continue from the last one find it.
        await tx.deleteFrom('embedding').where(engine.isIn('document_id', ids)).execute()
        const kept = rows.map(({ documentId, direction }) => ({
          document_id: documentId,
          model,
          dimension: direction.length,
          vector: new Uint8Array(direction.buffer, direction.byteOffset, direction.byteLength),
          at,
        }))
        await engine.insertMany(tx, 'embedding', kept)
      }),

    /** Those stored after a sequence, in that order. */
    async page(model: string, after: number, limit: number): Promise<readonly EmbeddedArticle[]> {
      const rows = await reader
        .selectFrom('embedding')
        .innerJoin('document', 'document.id', 'embedding.document_id')
        .select(['embedding.sequence', 'document.article_id', 'embedding.vector'])
        .where('embedding.model', '=', model)
        .where('embedding.sequence', '>', after)
        .orderBy('embedding.sequence')
        .limit(limit)
        .execute()
      return rows.map(({ sequence, article_id, vector }) => ({
        sequence: Number(sequence),
        articleId: asId<ArticleId>(article_id),
        direction: read(vector),
      }))
    },

    /** The directions of the articles of stories, at most `mostEach` per story. */
    async ofStories(
      model: string,
      ids: readonly StoryId[],
      mostEach: number,
    ): Promise<ReadonlyMap<StoryId, readonly TextVector[]>> {
      const found = new Map<StoryId, TextVector[]>()
      if (ids.length === 0) return found
      const rows = await reader
        .selectFrom('membership')
        .innerJoin('embedding', 'embedding.document_id', 'membership.document_id')
        .select(['membership.story_id', 'embedding.vector'])
        .where(engine.isIn('membership.story_id', ids))
        .where('embedding.model', '=', model)
        .orderBy('embedding.sequence')
        .execute()
      for (const { story_id, vector } of rows) {
        const id = asId<StoryId>(story_id)
        const directions = found.get(id) ?? []
        if (directions.length < mostEach) directions.push(read(vector))
        found.set(id, directions)
      }
      return found
    },

    /** Deletes the vectors of other models and returns how many there were. */
    dropOthers: (model: string): Promise<number> =>
      engine.write(async (tx) => {
        const [gone] = await tx.deleteFrom('embedding').where('model', '<>', model).execute()
        return Number(gone?.numDeletedRows ?? 0)
      }),

    async count(model: string): Promise<number> {
      const row = await reader
        .selectFrom('embedding')
        .select(sql<number>`count(*)`.as('count'))
        .where('model', '=', model)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}

export type EmbeddingStore = ReturnType<typeof embeddingStore>

/** Copies, since the database may reuse the bytes. */
function read(vector: Uint8Array): TextVector {
  return new Int8Array(new Uint8Array(vector).buffer)
}
