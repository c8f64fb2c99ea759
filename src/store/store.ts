import type { KeyStore } from './accounts/access-keys.ts'
import type { AccountStore } from './accounts/accounts.ts'
import type { InvitationStore } from './accounts/invitations.ts'
import type { MeansStores } from './accounts/means.ts'
import type { PreferenceStore } from './accounts/preferences.ts'
import type { ReaderRowStore } from './accounts/reader-rows.ts'
import type { EventStore } from './accounts/security-events.ts'
import type { SessionStore } from './accounts/sessions.ts'
import type { TryStore } from './accounts/sign-in-tries.ts'
import type { HouseStore } from './admin/house.ts'
import type { HouseSettingStore } from './admin/house-settings.ts'
import type { ModelChoiceStore, ModelUseStore } from './admin/model-use.ts'
import type { ArticleStore } from './articles/article-store.ts'
import type { EmbeddingStore } from './articles/embedding-store.ts'
import type { EntryStore } from './articles/entry-store.ts'
import type { KeepingStore } from './articles/keeping-store.ts'
import type { LookStore } from './articles/look-store.ts'
import type { MediaPlaceStore } from './articles/media-places.ts'
import type { TextReportStores } from './articles/text-report-stores.ts'
import type { TranslationStore } from './articles/translation-store.ts'
import type { BriefStore } from './day/briefs.ts'
import type { RankingStore } from './day/rankings.ts'
import type { VisitStore } from './day/visits.ts'
import type { CommentStore } from './discussion/comments.ts'
import type { ModerationStore } from './discussion/moderation.ts'
import type { FarTimeStore } from './engine/far-times.ts'
import type { Viewer } from './engine/seen-by.ts'
import type { FeedAddressStore } from './feeds/feed-address-store.ts'
import type { FeedStore } from './feeds/feed-store.ts'
import type { FolderStore } from './feeds/folders.ts'
import type { HubStore } from './feeds/hub-store.ts'
import type { LetterboxStore } from './feeds/letterbox-store.ts'
import type { OpmlStore } from './feeds/opml-store.ts'
import type { OutletStore } from './feeds/outlet-store.ts'
import type { JobStore } from './jobs/jobs.ts'
import type { NodeStore } from './jobs/nodes.ts'
import type { FollowStore } from './library/follows.ts'
import type { HighlightStore } from './library/highlights.ts'
import type { MuteStore } from './library/mutes.ts'
import type { NoteStore } from './library/notes.ts'
import type { OwnReadingStore } from './library/own-reading.ts'
import type { SavedSearchStore } from './library/saved-searches.ts'
import type { SaveStore } from './library/saves.ts'
import type { ShareStore } from './library/shares.ts'
import type { TagStore } from './library/tags.ts'
import type { AlertStore } from './notify/alerts.ts'
import type { DestinationStore } from './notify/destinations.ts'
import type { SendingStore } from './notify/sendings.ts'
import type { EntityStore } from './people/entity-store.ts'
import type { AnswerWritingStore } from './search/answer-writings.ts'
import type { AskStore } from './search/ask-store.ts'
import type { FindStore } from './search/find-store.ts'
import type { StoreCheck, StoreSigns } from './store-signs.ts'
import type { CorrectionStore } from './stories/correction-store.ts'
import type { StoryChoiceStore } from './stories/story-choice-store.ts'
import type { StoryStore } from './stories/story-store.ts'
import type { TitleStore } from './stories/titles.ts'
import type { WrittenTextStore } from './stories/written-text-store.ts'

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
} from './articles/article-store.ts'
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
} from './articles/entry-store.ts'
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
} from './feeds/feed-store.ts'

export type { StoreCheck }

/** The one interface to what is kept. SQLite and PostgreSQL answer it alike. All times are ISO 8601, UTC. */
export type Store = MeansStores &
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
    readonly accounts: AccountStore
    readonly sessions: SessionStore
    readonly invitations: InvitationStore
    readonly keys: KeyStore
    readonly tries: TryStore
    readonly events: EventStore
    readonly houseSettings: HouseSettingStore
    readonly readerRows: ReaderRowStore
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
