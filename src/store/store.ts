import type { AccountStores } from './account-stores.ts'
import type { AlertStore } from './alert-store.ts'
import type { AnswerWritingStore } from './answer-writings.ts'
import type { ArticleStore } from './article-store.ts'
import type { AskStore } from './ask-store.ts'
import type { BriefStore } from './brief-store.ts'
import type { CommentStore, ModerationStore } from './comment-stores.ts'
import type { CorrectionStore } from './correction-store.ts'
import type { DestinationStore, SendingStore } from './destination-store.ts'
import type { EmbeddingStore } from './embedding-store.ts'
import type { EntityStore } from './entity-store.ts'
import type { EntryStore } from './entry-store.ts'
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
import type { OwnReadingStore } from './own-reading.ts'
import type { PreferenceStore } from './preferences.ts'
import type { RankingStore } from './rankings.ts'
import type { SavedSearchStore } from './saved-search-store.ts'
import type { Viewer } from './seen-by.ts'
import type { HighlightStore, ShareStore, TagStore } from './share-stores.ts'
import type { StoreCheck, StoreSigns } from './store-signs.ts'
import type { StoryChoiceStore } from './story-choice-store.ts'
import type { StoryStore } from './story-store.ts'
import type { TextReportStores } from './text-report-stores.ts'
import type { TranslationStore } from './translation-store.ts'
import type { WrittenTextStore } from './written-text-store.ts'

export type {
  ArticleStore,
  CitedRow,
  Ingested,
  IngestTarget,
  LayerVersions,
  LookAlike,
  NewLayers,
  RevisionRow,
  StaleDocuments,
  StoredArticle,
} from './article-store.ts'
export type {
  ArrivalFilter,
  EntryFilter,
  EntryOrder,
  EntryPlace,
  EntryRow,
  EntryStore,
  Page,
  QuoteHit,
  SearchHit,
  StoredEntry,
} from './entry-store.ts'
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
    readonly ownReading: OwnReadingStore
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
    /** The same store without what is private to others than this reader: what every answer to a reader is read from. */
    seenBy(viewer: Viewer): Store
    close(): Promise<void>
    [Symbol.asyncDispose](): Promise<void>
  }
