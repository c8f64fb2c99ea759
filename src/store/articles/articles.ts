import { isOnlyTold } from '../../core/article.ts'
import type { Block } from '../../core/document.ts'
import { type ArticleId, asId, type DocumentId, type FeedId } from '../../core/ids.ts'
import { guest } from '../../core/reader-identity.ts'
import type { Syndication } from '../../core/syndication.ts'
import type { Engine } from '../engine/engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { seenEngine } from '../engine/seen-engine.ts'
import { markPrivateArticles } from '../feeds/private-feeds.ts'
import { toSource } from '../feeds/sources.ts'
import type { SearchBacklog } from '../search/search-backlog.ts'
import type { ArticleStore, CitedRow, IngestTarget } from '../store.ts'
import { findLookAlikes } from '../stories/look-alikes.ts'
import { editedArticles } from './edited-articles.ts'
import { storedEntries } from './entry-rows.ts'
import { saveLayers, staleDocuments } from './layers.ts'
import { type IngestSettings, linkEntries, saveIngested } from './save-ingested.ts'
import { storedArticles } from './stored-articles.ts'
import { toDocument } from './stored-documents.ts'

/** Of the articles that name one address so many are looked at. */
const mostOfUrl = 10
/** Of so many private feeds it is known how to see what they see. */
const mostSights = 40

/** Articles, their immutable documents and what was found in them. */
export function articleStore(engine: Engine, backlog: SearchBacklog, settings: IngestSettings): ArticleStore {
  const { reader } = engine
  const seenWithin = new Map<string, Engine>()
  function within(feeds: readonly FeedId[] | undefined): Engine {
    if (feeds === undefined) return engine
    const numbers = feeds.map(toNumber)
    const known = seenWithin.get(numbers.join()) ?? seenEngine(engine, { feeds: numbers, allFeeds: true })
    if (seenWithin.size >= mostSights) seenWithin.clear()
    seenWithin.set(numbers.join(), known)
    return known
  }
  return {
    async privateFeedOf(id) {
      const row = await reader
        .selectFrom('private_article')
        .select('feed_id')
        .where('article_id', '=', id)
        .executeTakeFirst()
      return row && fromNumber<FeedId>(row.feed_id)
    },

    async ingestTarget(entryId): Promise<IngestTarget | undefined> {
      const [entry] = await storedEntries(engine, guest.id, [toNumber(entryId)])
      if (!entry) return undefined
      const row = await reader
        .selectFrom('feed')
        .innerJoin('source', 'source.id', 'feed.source_id')
        .leftJoin('private_feed', 'private_feed.feed_id', 'feed.id')
        .select(['source.id', 'source.name', 'source.home_url', 'source.family', 'feed.url', 'private_feed.feed_id'])
        .where('feed.id', '=', toNumber(entry.feedId))
        .executeTakeFirstOrThrow()
      return {
        entry,
        source: toSource(row),
        feedUrl: row.url,
        ...(row.feed_id !== null && { isPrivate: true as const }),
        ...(entry.articleId === undefined ? {} : { articleId: entry.articleId }),
      }
    },

    async saveIngested(ingested) {
      if (ingested.length > 0) await engine.write((tx) => saveIngested(engine, tx, ingested, backlog, settings))
    },

    async linkEntry(entryId, articleId) {
      await engine.write(async (tx) => {
        const link = { articleId, entrySequences: [toNumber(entryId)] }
        await markPrivateArticles(engine, tx, [link], new Set([articleId]))
        await linkEntries(engine, tx, [{ entryIds: [entryId], articleId }], backlog)
      })
    },

    async isThere(id) {
      return (await reader.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    },

    async find(id) {
      const row = await reader.selectFrom('article').select('document_id').where('id', '=', id).executeTakeFirst()
      return row && (await storedArticles(engine, [asId<DocumentId>(row.document_id)]))[0]
    },

    async findMany(ids) {
      if (ids.length === 0) return []
      const rows = await reader
        .selectFrom('article')
        .select(['id', 'document_id'])
        .where(engine.isIn('id', ids))
        .execute()
      const documentOf = new Map(rows.map((row) => [row.id, asId<DocumentId>(row.document_id)]))
      return storedArticles(
        engine,
        ids.flatMap((id) => documentOf.get(id) ?? []),
      )
    },

    async findDocument(id) {
      const row = await reader
        .selectFrom('document')
        .select(['id', 'article_id', 'language', 'title', 'text', 'blocks', 'posts', 'published_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDocument(row)
    },

    findByDocument: async (id) => (await storedArticles(engine, [id]))[0],

    async findByUrl(url) {
      const rows = await reader
        .selectFrom('article')
        .select('document_id')
        .where('url', '=', url)
        .orderBy('entry_sequence')
        .orderBy('id')
        .limit(mostOfUrl)
        .execute()
      const stored = await storedArticles(
        engine,
        rows.map((row) => asId<DocumentId>(row.document_id)),
      )
      // Any feed can name any address: what was read there comes before what was only told of it.
      return stored.find(({ article }) => !isOnlyTold(article.completeness)) ?? stored[0]
    },

    async listNewest(limit) {
      const rows = await reader
        .selectFrom('document')
        .innerJoin('article', 'article.document_id', 'document.id')
        .select('document.id')
        .orderBy('document.sequence', 'desc')
        .limit(Math.max(0, limit))
        .execute()
      return storedArticles(
        engine,
        rows.map((row) => asId<DocumentId>(row.id)),
      )
    },

    async syndicationsTo(id, storyId) {
      const rows = await reader
        .selectFrom('membership')
        .innerJoin('article', 'article.id', 'membership.article_id')
        .innerJoin('syndication', 'syndication.document_id', 'article.document_id')
        .select('syndication.body')
        .where('membership.story_id', '=', storyId)
        .where('syndication.other_id', '=', id)
        .orderBy('syndication.document_id')
        .execute()
      return rows.map((row) => JSON.parse(row.body) as Syndication)
    },

    lookAlikes: (fingerprints, since, limit, feeds) =>
      findLookAlikes(engine, within(feeds).reader, fingerprints, since, limit),

    listEdited: editedArticles(engine),

    citedDocuments: (ids) => citedDocuments(engine, ids),
    stale: (versions, before, limit) => staleDocuments(engine, versions, before, limit),

    async saveLayers(read, at) {
      if (read.length > 0) await engine.write((tx) => saveLayers(engine, tx, read, at, settings.refreshDelayMs))
    },
  }
}

/** Documents as far as citations name them, by id; their texts are not read. */
async function citedDocuments(engine: Engine, ids: readonly DocumentId[]): Promise<Readonly<Record<string, CitedRow>>> {
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
