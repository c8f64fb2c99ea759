import type { Article, ArticleKind } from '../core/article.ts'
import type { Document } from '../core/document.ts'
import type { FeedEntry } from '../core/entry.ts'
import type { Validators } from '../core/fetched.ts'
import type { ArticleId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../core/ids.ts'
import type { Annotations, LayerName } from '../core/layers.ts'
import type { Quote } from '../core/quote.ts'
import type { Source } from '../core/source.ts'
import type { Assignment, Reason } from '../core/story.ts'
import type { Syndication } from '../core/syndication.ts'
import type { TextAccount } from '../core/text-account.ts'
import type { AccountStores } from './account-stores.ts'
import type { AlertStore } from './alert-store.ts'
import type { AnswerWritingStore } from './answer-writings.ts'
import type { AskStore } from './ask-store.ts'
import type { BriefStore } from './brief-store.ts'
import type { CommentStore, ModerationStore } from './comment-stores.ts'
import type { CorrectionStore } from './correction-store.ts'
import type { DestinationStore, SendingStore } from './destination-store.ts'
import type { EmbeddingStore } from './embedding-store.ts'
import type { EntityStore } from './entity-store.ts'
import type { EntryPick, PickPage } from './entry-pick.ts'
import type { FarTimeStore } from './far-times.ts'
import type { FeedAddressStore } from './feed-address-store.ts'
import type { FeedStore } from './feed-store.ts'
import type { FindStore } from './find-store.ts'
import type { FolderStore } from './folders.ts'
import type { HouseStore } from './house.ts'
import type { HubStore } from './hub-store.ts'
import type { JobStore } from './job-store.ts'
import type { KeepingStore } from './keeping-store.ts'
import type { LetterboxStore } from './letterbox-store.ts'
import type { LookStore } from './look-store.ts'
import type { FollowStore, MuteStore, NoteStore, SaveStore, TitleStore, VisitStore } from './mark-stores.ts'
import type { MeansStores } from './means-stores.ts'
import type { MediaPlaceStore } from './media-places.ts'
import type { ModelChoiceStore, ModelUseStore } from './model-store.ts'
import type { NodeStore } from './node-store.ts'
import type { OpmlStore } from './opml-store.ts'
import type { OutletStore } from './outlet-store.ts'
import type { PreferenceStore } from './preferences.ts'
import type { RankingStore } from './rankings.ts'
import type { SavedSearchStore } from './saved-search-store.ts'
import type { HighlightStore, ShareStore, TagStore } from './share-stores.ts'
import type { SitePage } from './site-layouts.ts'
import type { StoreCheck, StoreSigns } from './store-signs.ts'
import type { StoryChoiceStore } from './story-choice-store.ts'
import type { StoryStore } from './story-store.ts'
import type { TextReportStores } from './text-report-stores.ts'
import type { TranslationStore } from './translation-store.ts'
import type { WrittenTextStore } from './written-text-store.ts'

export type {
  FeedRow,
  FeedStore,
  NewFeed,
  PolledEntry,
  PollOutcome,
  PollSaved,
  PollTarget,
  Postponed,
  PushOutcome,
  SourceRow,
} from './feed-store.ts'

export type { StoreCheck }

/** The one interface to what is kept. SQLite and PostgreSQL answer it alike. All times are ISO 8601, UTC. */
export type Store = AccountStores &
  MeansStores &
  TextReportStores &
  StoreSigns & {
    readonly dialect: 'sqlite' | 'postgres'
    readonly feeds: FeedStore
    readonly folders: FolderStore
    readonly opml: OpmlStore
    readonly mediaPlaces: MediaPlaceStore
    readonly entries: EntryStore
    readonly articles: ArticleStore
    readonly finds: FindStore
    readonly asks: AskStore
    readonly searches: SavedSearchStore
    readonly stories: StoryStore
    readonly entities: EntityStore
    readonly outlets: OutletStore
    readonly corrections: CorrectionStore
    readonly choices: StoryChoiceStore
    readonly house: HouseStore
    readonly jobs: JobStore
    readonly farTimes: FarTimeStore
    readonly looks: LookStore
    readonly preferences: PreferenceStore
    readonly follows: FollowStore
    readonly mutes: MuteStore
    readonly saves: SaveStore
    readonly notes: NoteStore
    readonly highlights: HighlightStore
    readonly tags: TagStore
    readonly shares: ShareStore
    readonly visits: VisitStore
    readonly titles: TitleStore
    readonly translations: TranslationStore
    readonly alerts: AlertStore
    readonly destinations: DestinationStore
    readonly sendings: SendingStore
    readonly briefs: BriefStore
    readonly feedAddresses: FeedAddressStore
    readonly hubs: HubStore
    readonly letterboxes: LetterboxStore
    readonly rankings: RankingStore
    readonly comments: CommentStore
    readonly moderation: ModerationStore
    readonly modelUse: ModelUseStore
    readonly modelChoice: ModelChoiceStore
    readonly answerWritings: AnswerWritingStore
    readonly writtenTexts: WrittenTextStore
    readonly embeddings: EmbeddingStore
    readonly keeping: KeepingStore
    readonly nodes: NodeStore
    close(): Promise<void>
    [Symbol.asyncDispose](): Promise<void>
  }

// ── entries: as delivered, as read ──

export type EntryFilter = {
  readonly feedId?: FeedId
  readonly folder?: string
  readonly sourceId?: SourceId
  readonly isUnread?: boolean
  readonly isStarred?: boolean
  /** All feeds of the house; absent: those the reader subscribes to. Unread are only entries of the latter. */
  readonly isOfHouse?: boolean
}

/** By when entries arrived: from one time on, and before another. ISO 8601, UTC. */
export type ArrivalFilter = EntryFilter & { readonly arrivedFrom?: string; readonly arrivedBefore?: string }

export type EntryOrder = 'newest' | 'oldest'

export type EntryRow = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly sourceId: SourceId
  readonly feedTitle: string
  readonly url?: string
  readonly title: string
  /** First words of its plain text, at most 300 characters. */
  readonly excerpt: string
  readonly publishedAt: string
  readonly isRead: boolean
  readonly isStarred: boolean
  /** False: its feed is none of the reader's, so that it is neither read nor unread to them. */
  readonly isSubscribed: boolean
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
}

export type StoredEntry = EntryRow & {
  readonly entry: FeedEntry
  readonly fetchedAt: string
  /** The folder the reader has its feed in; empty: none. */
  readonly folder: string
  /** The site of its feed. */
  readonly siteUrl?: string
  /** When the reader marked it last by itself. */
  readonly markedAt?: string
}

/** A page of rows and where the next one begins (keyset cursor, opaque). */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string }

export type SearchHit = {
  readonly entryId: EntryId
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly title: string
  /** Where the matched words stand in the title. */
  readonly titleMarks: readonly { readonly start: number; readonly end: number }[]
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
  /** Plain text around the hit, with the matched words' spans within it. */
  readonly snippet: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export type QuoteHit = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly start: number
  readonly end: number
  readonly text: string
  readonly speakerName: string
  readonly sourceName: string
  readonly publishedAt: string
}

/** Where an entry is, and whether it has been read into an article. */
export type EntryPlace = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly key: string
  readonly isIngested: boolean
}

export type EntryStore = {
  /** Newest first, or oldest first; a cursor is of one order. */
  list(
    readerId: string,
    filter: EntryFilter,
    limit: number,
    cursor?: string,
    order?: EntryOrder,
  ): Promise<Page<EntryRow>>
  /** The same order and pages, with nothing but where each entry stands: for clients that ask for thousands of ids. */
  listIds(
    readerId: string,
    filter: EntryFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<{ readonly id: EntryId; readonly publishedAt: string }>>
  /** The ids of what a program asks for, for clients that sort and page in ways of their own. */
  pick(readerId: string, pick: EntryPick, page: PickPage): Promise<readonly EntryId[]>
  countPicked(readerId: string, pick: EntryPick): Promise<number>
  /** The entries of stories among those the reader subscribes to, by story, in the order of arrival. */
  inStories(readerId: string, ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, readonly EntryId[]>>
  /** Ids in the order of arrival, the newest first unless `order` says otherwise; a cursor is of one order. */
  listArrivals(
    readerId: string,
    filter: ArrivalFilter,
    limit: number,
    cursor?: string,
    order?: EntryOrder,
  ): Promise<Page<EntryId>>
  /** Rows in the order asked for; those that are not there are left out. */
  rows(readerId: string, ids: readonly EntryId[]): Promise<readonly EntryRow[]>
  find(readerId: string, id: EntryId): Promise<StoredEntry | undefined>
  /** Several at once, in the order asked for; those that are not there are left out. */
  findMany(readerId: string, ids: readonly EntryId[]): Promise<readonly StoredEntry[]>
  findByKey(feedId: FeedId, key: string): Promise<EntryId | undefined>
  /** Many at once; those that are not there are left out. */
  findByKeys(keys: readonly { readonly feedId: FeedId; readonly key: string }[]): Promise<readonly EntryPlace[]>
  /** Of feeds the reader subscribes to; several at once, in one write. */
  setRead(readerId: string, ids: readonly EntryId[], isRead: boolean, at: string): Promise<void>
  /** Of any feed; several at once, in one write. Answers those whose star changed. */
  setAllStarred(readerId: string, ids: readonly EntryId[], isStarred: boolean, at: string): Promise<readonly EntryId[]>
  /** Of any feed. */
  setStarred(readerId: string, id: EntryId, isStarred: boolean, at: string): Promise<void>
  /** Many in one write, each with its own time; one that is starred already keeps its time. */
  starMany(readerId: string, stars: readonly { readonly id: EntryId; readonly at: string }[]): Promise<void>
  /**
   * All that had arrived by `at`. A watermark, not a mass update: costs the same for ten entries and a million. With
   * `undoId` what stood before is kept under it for a day, and the answer is how many became read.
   */
  markAllRead(readerId: string, filter: EntryFilter, at: string, undoId?: string): Promise<number>
  /** Makes unread what that made read; what came or was marked since stays. Undefined when nothing is kept under the id. */
  undoMarkAllRead(readerId: string, undoId: string, at: string): Promise<number | undefined>
  unreadCount(readerId: string, filter: EntryFilter): Promise<number>
  /** Words, "phrases", -without. Bad syntax is treated as plain words. Best first within the newest. */
  search(query: string, limit: number, cursor?: string): Promise<Page<SearchHit>>
  searchQuotes(query: string, speaker: string | undefined, limit: number): Promise<readonly QuoteHit[]>
}

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
  ingestTarget(entryId: EntryId): Promise<IngestTarget | undefined>
  /** One transaction: article, document, layers, fingerprints, vector, syndications, assignment, refresh job. Same input twice: same rows. */
  saveIngested(ingested: readonly Ingested[]): Promise<void>
  /** Has an entry lead to an article whose text is kept as it is. Safe to repeat. */
  linkEntry(entryId: EntryId, articleId: ArticleId): Promise<void>
  find(id: ArticleId): Promise<StoredArticle | undefined>
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
  lookAlikes(fingerprints: readonly number[], since: string, limit: number): Promise<readonly LookAlike[]>
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
