import type { Article, ArticleKind } from '../../core/article.ts'
import type { Document } from '../../core/document.ts'
import type { Validators } from '../../core/fetched.ts'
import type { ArticleId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../../core/ids.ts'
import type { Annotations, LayerName } from '../../core/layers.ts'
import type { Quote } from '../../core/quote.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { Source } from '../../core/source.ts'
import type { Assignment, Reason } from '../../core/story.ts'
import type { Syndication } from '../../core/syndication.ts'
import type { StoredEntry } from './entry-store.ts'
import type { SitePage } from './site-layouts.ts'

/** A document seen before that shares fingerprints with a new one. */
export type LookAlike = {
  readonly document: Document
  readonly annotations: Annotations
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
  /** The quotes to find by search, where a person corrected some; absent: those of the layer. */
  readonly quotesToFind?: readonly Quote[]
  /** Winnowed fingerprints, unsigned 32 bit. */
  readonly fingerprints: readonly number[]
  readonly vector: { readonly features: Int32Array; readonly weights: Float32Array }
  readonly syndications: readonly Syndication[]
  readonly assignment: Assignment
  /** Where the assignment put it: the joined story, or one minted with `stories.newId()` for `found`; absent for `hold`. */
  readonly storyId?: StoryId
  /** Its page, when it is to be looked at again. */
  readonly look?: { readonly url: string; readonly validators: Validators; readonly dueAt: string }
  readonly at: string
  /** How the text came about. */
  readonly account?: TextAccount
  /** The page as other pages of its site may have parts of it. */
  readonly sitePage?: SitePage
}

export type IngestTarget = {
  readonly entry: StoredEntry
  readonly source: Source
  /** The address of its feed. */
  readonly feedUrl: string
  /** Set when the entry was ingested before: a revision. */
  readonly articleId?: ArticleId
  /** True where what its feed brings is for the subscribers of the feed alone. */
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

/** The version of every layer as it would be made now. */
export type LayerVersions = { readonly [Name in LayerName]?: number }

/** Of a stretch of documents those to read again; `next` is where the following stretch begins, absent at the end. */
export type StaleDocuments = { readonly documents: readonly Document[]; readonly next?: number }

export type NewLayers = {
  readonly document: Document
  readonly annotations: Annotations
  /** Absent: those of the annotations. With a person's corrections they differ. */
  readonly quotesToFind?: readonly Quote[]
}

/** A document as far as a citation names it; `blockStarts` is where each of its blocks begins. */
export type CitedRow = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  readonly blockStarts: readonly number[]
  readonly language: string
}

export type ArticleStore = {
  /** The private feed whose article this is; undefined where anybody may read it, and where it is not there. */
  privateFeedOf(id: ArticleId): Promise<FeedId | undefined>
  ingestTarget(entryId: EntryId): Promise<IngestTarget | undefined>
  /** One transaction: article, document, layers, fingerprints, vector, syndications, assignment, refresh job. Same input twice: same rows. */
  saveIngested(ingested: readonly Ingested[]): Promise<void>
  /** Has an entry lead to an article whose text is kept as it is. Safe to repeat. */
  linkEntry(entryId: EntryId, articleId: ArticleId): Promise<void>
  isThere(id: ArticleId): Promise<boolean>
  find(id: ArticleId): Promise<StoredArticle | undefined>
  /** Several at once, in the order asked for; those that are not there are left out. */
  findMany(ids: readonly ArticleId[]): Promise<readonly StoredArticle[]>
  findDocument(id: DocumentId): Promise<Document | undefined>
  /** The article of a document, in the words of that revision. */
  findByDocument(id: DocumentId): Promise<StoredArticle | undefined>
  /** What a citation of them needs, by id: outlet, paragraphs, language; of those that are there. */
  citedDocuments(ids: readonly DocumentId[]): Promise<Readonly<Record<string, CitedRow>>>
  /** By its address, letter by letter. */
  findByUrl(url: string): Promise<StoredArticle | undefined>
  /** Those whose text came last, newest first. */
  listNewest(limit: number): Promise<readonly StoredArticle[]>
  /** What the articles of a story, as they read now, have in common with a document: found when they came, after it. */
  syndicationsTo(id: DocumentId, storyId: StoryId): Promise<readonly Syndication[]>
  /** `within`: the only private feeds whose articles may be among them; absent: all. */
  lookAlikes(
    fingerprints: readonly number[],
    since: string,
    limit: number,
    within?: readonly FeedId[],
  ): Promise<readonly LookAlike[]>
  /** Articles whose text changed after it was first kept, newest change first. */
  listEdited(
    from: string,
    until: string,
    limit: number,
  ): Promise<
    readonly {
      readonly articleId: ArticleId
      readonly sourceName: string
      readonly title: string
      readonly at: string
    }[]
  >
  /** Walks the current documents from the newest (`before` infinite) for layers missing or older than these versions. */
  stale(versions: LayerVersions, before: number, limit: number): Promise<StaleDocuments>
  /** New layers for documents kept already; their stories are told anew. One transaction, safe to repeat. */
  saveLayers(read: readonly NewLayers[], at: string): Promise<void>
}
