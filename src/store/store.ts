import type { AccessKeyStore } from './accounts/access-keys.ts'
import type { AccountStore } from './accounts/accounts.ts'
import type { InvitationStore } from './accounts/invitations.ts'
import type { PreferenceStore } from './accounts/preferences.ts'
import type { ProgramGrantStore } from './accounts/program-grants.ts'
import type { ReaderRowStore } from './accounts/reader-rows.ts'
import type { SecurityEventStore } from './accounts/security-events.ts'
import type { SessionStore } from './accounts/sessions.ts'
import type { SignInAttemptStore } from './accounts/sign-in-attempts.ts'
import type { SignInStores } from './accounts/sign-in-methods.ts'
import type { GuardedSettingStore } from './admin/guarded-settings.ts'
import type { InstanceStore } from './admin/instance.ts'
import type { InstanceSettingStore } from './admin/instance-settings.ts'
import type { ModelUseStore } from './admin/model-use.ts'
import type { ArticleStore } from './articles/articles.ts'
import type { EmbeddingStore } from './articles/embeddings.ts'
import type { EntryStore } from './articles/entries.ts'
import type { MediaPositionStore } from './articles/media-positions.ts'
import type { ProblemReportStore } from './articles/problem-reports.ts'
import type { RecheckStore } from './articles/rechecks.ts'
import type { RetentionStore } from './articles/retention.ts'
import type { ServedPageStore } from './articles/served-pages.ts'
import type { SiteLayoutStore } from './articles/site-layouts.ts'
import type { TextAccountStore } from './articles/text-accounts.ts'
import type { TranslationStore } from './articles/translations.ts'
import type { BriefStore } from './day/briefs.ts'
import type { RankingStore } from './day/rankings.ts'
import type { VisitStore } from './day/visits.ts'
import type { DeskStore } from './desk/desk.ts'
import type { CommentStore } from './discussion/comments.ts'
import type { ModerationStore } from './discussion/moderation.ts'
import type { FarTimeStore } from './engine/far-times.ts'
import type { Viewer } from './engine/viewer-stores.ts'
import type { EmbargoStore } from './feeds/embargoes.ts'
import type { FeedAddressStore } from './feeds/feed-addresses.ts'
import type { FeedStore } from './feeds/feeds.ts'
import type { FolderStore } from './feeds/folders.ts'
import type { HubStore } from './feeds/hubs.ts'
import type { MailboxStore } from './feeds/mailboxes.ts'
import type { NewsletterAddressStore } from './feeds/newsletter-addresses.ts'
import type { OpmlStore } from './feeds/opml-imports.ts'
import type { OutletStore } from './feeds/outlets.ts'
import type { OwnHeaderStore } from './feeds/own-headers.ts'
import type { SiteRuleStore } from './feeds/site-rules.ts'
import type { JobStore } from './jobs/jobs.ts'
import type { NodeStore } from './jobs/nodes.ts'
import type { FollowStore } from './library/follows.ts'
import type { HighlightStore } from './library/highlights.ts'
import type { MuteStore } from './library/mutes.ts'
import type { NoteStore } from './library/notes.ts'
import type { OwnReadingStore } from './library/own-reading.ts'
import type { RuleStore } from './library/rules.ts'
import type { SavedSearchStore } from './library/saved-searches.ts'
import type { SaveStore } from './library/saves.ts'
import type { ShareStore } from './library/shares.ts'
import type { TagStore } from './library/tags.ts'
import type { AlertStore } from './notify/alerts.ts'
import type { DestinationStore } from './notify/destinations.ts'
import type { SendingStore } from './notify/sendings.ts'
import type { WatchStore } from './notify/watches.ts'
import type { EntityStore } from './people/entities.ts'
import type { AnswerWritingStore } from './search/answer-writings.ts'
import type { SearchStore } from './search/filtered-search.ts'
import type { QuestionStore } from './search/questions.ts'
import type { StoreCheck, StoreStatus } from './store-status.ts'
import type { CorrectionStore } from './stories/corrections.ts'
import type { StoryStore } from './stories/stories.ts'
import type { StoryChoiceStore } from './stories/story-choices.ts'
import type { TitleStore } from './stories/titles.ts'
import type { WrittenTextStore } from './stories/written-texts.ts'

export type {
  Ingested,
  IngestTarget,
  NewLayers,
  StoredArticle,
} from './articles/articles.ts'
export type {
  ArrivalFilter,
  EntryFilter,
  EntryOrder,
  EntryPlace,
  EntryRow,
  QuoteHit,
  SearchHit,
  StoredEntry,
} from './articles/entries.ts'
export type { Page } from './engine/cursor.ts'
export type { NewFeed } from './feeds/add-feeds.ts'
export type { PollTarget, Postponed } from './feeds/claim-due.ts'
export type { FeedRow } from './feeds/feed-rows.ts'
export type { PolledEntry, PollOutcome, PollSaved } from './feeds/polls.ts'
export type { SourceRow } from './feeds/sources.ts'

export type { StoreCheck }

/** The one interface to stored data, the same over SQLite and PostgreSQL. All times are ISO 8601, UTC. */
export type Store = SignInStores &
  StoreStatus & {
    readonly dialect: 'sqlite' | 'postgres'
    readonly feeds: FeedStore
    readonly folders: FolderStore
    readonly opml: OpmlStore
    readonly mediaPositions: MediaPositionStore
    readonly entries: EntryStore
    readonly ownReading: OwnReadingStore
    readonly articles: ArticleStore
    readonly search: SearchStore
    readonly questions: QuestionStore
    readonly savedSearches: SavedSearchStore
    readonly stories: StoryStore
    readonly entities: EntityStore
    readonly outlets: OutletStore
    readonly corrections: CorrectionStore
    readonly choices: StoryChoiceStore
    readonly instance: InstanceStore
    readonly jobs: JobStore
    readonly farTimes: FarTimeStore
    readonly rechecks: RecheckStore
    readonly preferences: PreferenceStore
    readonly follows: FollowStore
    readonly mutes: MuteStore
    readonly rules: RuleStore
    readonly saves: SaveStore
    readonly notes: NoteStore
    readonly highlights: HighlightStore
    readonly tags: TagStore
    readonly shares: ShareStore
    readonly visits: VisitStore
    readonly titles: TitleStore
    readonly translations: TranslationStore
    readonly alerts: AlertStore
    readonly watches: WatchStore
    readonly desk: DeskStore
    readonly destinations: DestinationStore
    readonly sendings: SendingStore
    readonly briefs: BriefStore
    readonly feedAddresses: FeedAddressStore
    readonly hubs: HubStore
    readonly newsletterAddresses: NewsletterAddressStore
    readonly mailboxes: MailboxStore
    readonly ownHeaders: OwnHeaderStore
    readonly textAccounts: TextAccountStore
    readonly siteLayouts: SiteLayoutStore
    readonly problemReports: ProblemReportStore
    readonly embargoes: EmbargoStore
    readonly servedPages: ServedPageStore
    readonly siteRules: SiteRuleStore
    readonly rankings: RankingStore
    readonly accounts: AccountStore
    readonly sessions: SessionStore
    readonly invitations: InvitationStore
    readonly accessKeys: AccessKeyStore
    readonly programGrants: ProgramGrantStore
    readonly signInAttempts: SignInAttemptStore
    readonly securityEvents: SecurityEventStore
    readonly instanceSettings: InstanceSettingStore
    readonly readerRows: ReaderRowStore
    readonly comments: CommentStore
    readonly moderation: ModerationStore
    readonly modelUse: ModelUseStore
    readonly modelChoice: GuardedSettingStore
    /** The mail server the owner set on the page. */
    readonly mailServer: GuardedSettingStore
    /** The latest move from another reader, with its password until it has ended. */
    readonly move: GuardedSettingStore
    readonly answerWritings: AnswerWritingStore
    readonly writtenTexts: WrittenTextStore
    readonly embeddings: EmbeddingStore
    readonly retention: RetentionStore
    readonly nodes: NodeStore
    /** The store without what is private to others: every answer to a reader must use it. */
    seenBy(viewer: Viewer): Store
    close(): Promise<void>
    [Symbol.asyncDispose](): Promise<void>
  }
