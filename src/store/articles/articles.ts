import { type Article, type ArticleKind, mayBeFeedText } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { Block, Document } from '../../core/document.ts'
import type { OwnHeaders } from '../../core/feed/own-headers.ts'
import type { Validators } from '../../core/fetch-result.ts'
import {
  type ArticleId,
  asId,
  type DocumentId,
  type EntryId,
  type FeedId,
  type SourceId,
  type StoryId,
} from '../../core/ids.ts'
import type { Annotations, LayerName } from '../../core/layers.ts'
import type { Quote } from '../../core/quote.ts'
import { guest } from '../../core/reader-identity.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { Source } from '../../core/source.ts'
import type { Assignment, Reason } from '../../core/story.ts'
import type { Syndication } from '../../core/syndication.ts'
import type { Engine } from '../engine/engine.ts'
import { restrictedEngine } from '../engine/restricted-engine.ts'
import { fromNumber, toNumber } from '../engine/row-ids.ts'
import { findOwnHeaders } from '../feeds/own-copies.ts'
import { markPrivateArticles } from '../feeds/private-feeds.ts'
import { toSource } from '../feeds/sources.ts'
import { applyRules } from '../library/apply-rules.ts'
import type { SearchBacklog } from '../search/search-backlog.ts'
import { findLookAlikes } from '../stories/look-alikes.ts'
import { editedArticles } from './edited-articles.ts'
import type { StoredEntry } from './entries.ts'
import { usualPictures } from './entry-pictures.ts'
import { storedEntries } from './entry-rows.ts'
import { exportedTexts } from './exported-texts.ts'
import { foldEntries } from './fold-copies.ts'
import { failedLayers, saveLayers, staleDocuments } from './layers.ts'
import { type IngestSettings, linkEntries, saveCopies, saveIngested } from './save-ingested.ts'
import type { SitePage } from './site-layouts.ts'
import { storedArticles } from './stored-articles.ts'
import { toDocument } from './stored-documents.ts'

/** The most articles with the same URL to read. */
const mostOfUrl = 10
/** The most private feeds whose views are cached. */
const mostSights = 40

/** An earlier document that shares fingerprints with a new one. */
export type LookAlike = {
  readonly document: Document
  /** Only the layers that copies are found by. */
  readonly annotations: Pick<Annotations, 'sentences' | 'quotes'>
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly kind: ArticleKind
  readonly credit?: string
  readonly origin?: string
  readonly sharedFingerprints: number
  readonly storyId?: StoryId
}

export type Ingested = {
  readonly entryIds: readonly EntryId[]
  readonly article: Article
  readonly document: Document
  readonly annotations: Annotations
  /** The quotes to index for search, where a person corrected some; absent means those of the layer. */
  readonly quotesToFind?: readonly Quote[]
  /** Winnowed fingerprints, unsigned 32 bit. */
  readonly fingerprints: readonly number[]
  readonly vector: { readonly features: Int32Array; readonly weights: Float32Array }
  readonly syndications: readonly Syndication[]
  readonly assignment: Assignment
  /** The story it was assigned to: an existing one, or one minted with `stories.newId()` for `found`; absent for `hold`. */
  readonly storyId?: StoryId
  /** Its page, if it is to be rechecked. */
  readonly recheck?: { readonly url: string; readonly validators: Validators; readonly dueAt: string }
  readonly at: string
  /** How the text was extracted. */
  readonly account?: TextAccount
  /** The page's blocks, to find parts it shares with other pages of its site. */
  readonly sitePage?: SitePage
}

/** A stored article that was compared with others again. */
export type Compared = Pick<Ingested, 'article' | 'document' | 'entryIds' | 'syndications' | 'at'>

export type IngestTarget = {
  readonly entry: StoredEntry
  readonly source: Source
  /** The URL of its feed. */
  readonly feedUrl: string
  /** What the reader of its feed sends with requests to one origin. */
  readonly own?: OwnHeaders
  /** The feed's own text is the article's; its page isn't fetched. */
  readonly usesOwnText?: true
  /** Set when the entry was ingested before: this is a revision. */
  readonly articleId?: ArticleId
  /** True where only subscribers of its feed may see the articles. */
  readonly isPrivate?: true
}

export type RevisionRow = { readonly documentId: DocumentId; readonly title: string; readonly at: string }

export type StoredArticle = {
  readonly article: Article
  readonly source: Source
  readonly document: Document
  readonly annotations: Annotations
  readonly revisions: readonly RevisionRow[]
  readonly syndications: readonly Syndication[]
  readonly storyId?: StoryId
  /** Why it is in its story. */
  readonly reason?: Reason
  readonly entryIds: readonly EntryId[]
}

/** The current version of each layer. */
export type LayerVersions = { readonly [Name in LayerName]?: number }

/** The documents to read again from one batch; `next` is where the next batch begins, absent at the end. */
export type StaleDocuments = { readonly documents: readonly Document[]; readonly next?: number }

export type NewLayers = {
  readonly document: Document
  readonly annotations: Annotations
  /** Absent: the quotes of the annotations. A person's corrections make them differ. */
  readonly quotesToFind?: readonly Quote[]
}

/** What a citation needs of a document; `blockStarts` is where each of its blocks begins. */
type CitedRow = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  readonly blockStarts: readonly number[]
  readonly language: string
}

/** Articles, their immutable documents and the annotations of those. */
export function articleStore(engine: Engine, backlog: SearchBacklog, settings: IngestSettings) {
  const { reader } = engine
  const seenWithin = new Map<string, Engine>()
  function within(feeds: readonly FeedId[] | undefined): Engine {
    if (feeds === undefined) return engine
    const numbers = feeds.map(toNumber)
    const known = seenWithin.get(numbers.join()) ?? restrictedEngine(engine, { feeds: numbers, allFeeds: true })
    if (seenWithin.size >= mostSights) seenWithin.clear()
    seenWithin.set(numbers.join(), known)
    return known
  }
  return {
    /** The private feed of an article; undefined for a public or unknown article. */
    async privateFeedOf(id: ArticleId): Promise<FeedId | undefined> {
      const row = await reader
        .selectFrom('private_article')
        .select('feed_id')
        .where('article_id', '=', id)
        .executeTakeFirst()
      return row && fromNumber<FeedId>(row.feed_id)
    },

    async ingestTarget(entryId: EntryId): Promise<IngestTarget | undefined> {
      const [entry] = await storedEntries(engine, guest.id, [toNumber(entryId)])
      if (!entry) return undefined
      const row = await reader
        .selectFrom('feed')
        .innerJoin('source', 'source.id', 'feed.source_id')
        .leftJoin('private_feed', 'private_feed.feed_id', 'feed.id')
        .select(['source.id', 'source.name', 'source.home_url', 'source.family', 'feed.url', 'private_feed.feed_id'])
        .select('feed.uses_own_text')
        .where('feed.id', '=', toNumber(entry.feedId))
        .executeTakeFirstOrThrow()
      const own = await findOwnHeaders(engine, reader, [{ id: toNumber(entry.feedId), url: row.url }])
      return {
        entry,
        source: toSource(row),
        feedUrl: row.url,
        ...(row.uses_own_text === 1 ? { usesOwnText: true as const } : {}),
        ...defined({ isPrivate: row.feed_id === null ? undefined : (true as const), articleId: entry.articleId }),
        ...defined({ own: own.get(toNumber(entry.feedId)) }),
      }
    },

    /**
     * Writes the article, document, layers, fingerprints, vector, syndications, assignment and refresh job in one transaction. The same
     * input twice makes the same rows.
     */
    async saveIngested(ingested: readonly Ingested[]): Promise<void> {
      if (ingested.length > 0) await engine.write((tx) => saveIngested(engine, tx, ingested, backlog, settings))
    },

    /** Links an entry to an article whose text doesn't change. Safe to repeat. */
    async linkEntry(entryId: EntryId, articleId: ArticleId, at: string): Promise<void> {
      await engine.write(async (tx) => {
        const link = { articleId, entrySequences: [toNumber(entryId)] }
        await markPrivateArticles(engine, tx, [link], new Set([articleId]))
        const linked = await linkEntries(engine, tx, [{ entryIds: [entryId], articleId }], backlog)
        await foldEntries(engine, tx, [articleId], at)
        await applyRules(engine, tx, linked, 'read', at)
      })
    },

    async isThere(id: ArticleId): Promise<boolean> {
      return (await reader.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    },

    async find(id: ArticleId): Promise<StoredArticle | undefined> {
      const row = await reader.selectFrom('article').select('document_id').where('id', '=', id).executeTakeFirst()
      return row && (await storedArticles(engine, [asId<DocumentId>(row.document_id)]))[0]
    },

    /** Several at once, in the given order; unknown ids are left out. */
    async findMany(ids: readonly ArticleId[]): Promise<readonly StoredArticle[]> {
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

    async findDocument(id: DocumentId): Promise<Document | undefined> {
      const row = await reader
        .selectFrom('document')
        .select(['id', 'article_id', 'language', 'title', 'text', 'blocks', 'posts', 'cues', 'published_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDocument(row)
    },

    /** The article of a document, with the text of that revision. */
    findByDocument: async (id: DocumentId): Promise<StoredArticle | undefined> =>
      (await storedArticles(engine, [id]))[0],

    /** The same of several, in the given order; unknown ids are left out. */
    findByDocuments: (ids: readonly DocumentId[]): Promise<readonly StoredArticle[]> => storedArticles(engine, ids),

    /** URLs of the pictures among those of some entries that their outlet puts on many. */
    usualPictures: (entryIds: readonly EntryId[]): Promise<ReadonlySet<string>> => usualPictures(engine, entryIds),

    /** By exact URL. */
    async findByUrl(url: string): Promise<StoredArticle | undefined> {
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
      // Any feed can claim any URL, so an article fetched from there comes before one known only from a feed.
      return stored.find(({ article }) => !mayBeFeedText(article.completeness)) ?? stored[0]
    },

    /** Those with the latest texts, newest first. */
    async listNewest(limit: number): Promise<readonly StoredArticle[]> {
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

    /** Copied passages between a document and the current articles of a story, found when those arrived after it. */
    async syndicationsTo(id: DocumentId, storyId: StoryId): Promise<readonly Syndication[]> {
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

    /** `within`: the only private feeds whose articles may be included; absent: all. */
    lookAlikes: (
      fingerprints: readonly number[],
      since: string,
      limit: number,
      feeds?: readonly FeedId[],
    ): Promise<readonly LookAlike[]> => findLookAlikes(engine, within(feeds).reader, fingerprints, since, limit),

    /** Articles whose text changed after it was first stored, newest change first. */
    listEdited: editedArticles(engine),

    /** What citations need, by document id: outlet, paragraphs, language. Unknown ids are left out. */
    citedDocuments: (ids: readonly DocumentId[]): Promise<Readonly<Record<string, CitedRow>>> =>
      citedDocuments(engine, ids),
    /** Texts for a data export, by document. */
    exportedTexts: (ids: readonly DocumentId[]) => exportedTexts(engine, ids),
    /** Walks the current documents from the newest (`before` infinite) for layers that are missing or older than these versions. */
    stale: (versions: LayerVersions, before: number, limit: number): Promise<StaleDocuments> =>
      staleDocuments(engine, versions, before, limit),
    failedLayers: (layers: readonly LayerName[]) => failedLayers(engine, layers),

    /** Replaces what a stored article shares with others, and refreshes its story. One transaction, safe to repeat. */
    saveCopies: (compared: Compared): Promise<void> =>
      engine.write((tx) => saveCopies(engine, tx, compared, settings.refreshDelayMs)),

    /** Replaces the layers of stored documents and refreshes their stories. One transaction, safe to repeat. */
    async saveLayers(read: readonly NewLayers[], at: string): Promise<void> {
      if (read.length > 0) await engine.write((tx) => saveLayers(engine, tx, read, at, settings.refreshDelayMs))
    },
  }
}

export type ArticleStore = ReturnType<typeof articleStore>

/** What citations need of documents, by id, without reading their texts. */
async function citedDocuments(engine: Engine, ids: readonly DocumentId[]): Promise<Readonly<Record<string, CitedRow>>> {
  if (ids.length === 0) return {}
  const rows = await engine.reader
    .selectFrom('document')
    .innerJoin('article', 'article.id', 'document.article_id')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['document.id', 'document.article_id', 'document.language', 'document.title', 'document.published_at'])
    .select(['document.blocks', 'source.name', 'article.url', 'article.source_id'])
    .where(engine.isIn('document.id', [...new Set(ids)]))
    .execute()
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      {
        documentId: asId<DocumentId>(row.id),
        articleId: asId<ArticleId>(row.article_id),
        sourceId: fromNumber<SourceId>(row.source_id),
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
