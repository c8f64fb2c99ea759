import type { Generated } from 'kysely'
import type {
  AccountTable,
  ApiTokenTable,
  AppPasswordTable,
  CodeDeviceTable,
  FeverKeyTable,
  InvitationTable,
  OutsideIdentityTable,
  PasskeyTable,
  ProgramAccessTable,
  ProgramGrantTable,
  SessionTable,
  SignInStepTable,
} from './accounts/account-schema.ts'
import type { EmbeddingTable, ModelUseTable, WrittenTextTable } from './admin/model-schema.ts'
import type {
  AnnotationTable,
  ArticleLookTable,
  ArticleTable,
  DocumentTable,
  EntryContentTable,
  EntryTable,
  GoneEntryTable,
  KeepingTable,
  KeptPageTable,
  QuoteTable,
  ServedPageTable,
  SiteBlockTable,
  SiteRuleTable,
  StoryDossierTable,
  TextAccountTable,
  ToldPageTable,
  TranslationTable,
} from './articles/article-schema.ts'
import type { DeskEventTable, DeskNoteTable, DeskStoryTable } from './desk/desk-schema.ts'
import type {
  CommentReportTable,
  CommentTable,
  DiscussionLockTable,
  ModerationEntryTable,
} from './discussion/comment-schema.ts'
import type {
  FeedAddressTable,
  FeedTable,
  HostPauseTable,
  HubPushTable,
  HubSubscriptionTable,
  KeptListTable,
  KeptOutlineTable,
  LetterboxTable,
  LetterSenderTable,
  MailboxTable,
  OpmlBatchTable,
  OpmlImportTable,
} from './feeds/feed-schema.ts'
import type { NodeTable } from './jobs/nodes.ts'
import type {
  FollowTable,
  HighlightTable,
  MuteTable,
  NoteTable,
  SavedSearchTable,
  SavedTable,
  ShareTable,
  TagTable,
  VisitTable,
  WordsColumns,
} from './library/mark-schema.ts'
import type { RuleEffectTable, RuleListTable } from './library/rule-schema.ts'
import type {
  AlertChannelTable,
  AlertDeliveryTable,
  AlertSettingTable,
  AlertTable,
  DestinationTable,
  SendingTable,
  WatchEventTable,
  WatchTable,
} from './notify/notify-schema.ts'
import type { StoryChoiceTable, StoryEventTable, StoryProposalTable } from './stories/story-choice-schema.ts'

/** The tables for Kysely. Times are ISO 8601 UTC text, booleans are 0 or 1, lists and records are JSON text. */
export type Schema = {
  source: SourceTable
  feed: FeedTable
  host_pause: HostPauseTable
  private_feed: { feed_id: number }
  private_article: { article_id: string; feed_id: number }
  /** Stories whose dossier was written with articles of these feeds. */
  private_story: { story_id: string; feed_id: number }
  /** Story events that involve articles or titles from these feeds. */
  private_event: { sequence: number; feed_id: number }
  private_telling: PrivateTellingTable
  entry: EntryTable
  entry_content: EntryContentTable
  entry_revision: { sequence: number; content_hash: string; replaced_at: string; body: string }
  reading_mark: ReadingMarkTable
  subscription: SubscriptionTable
  awaited_reading: { feed: string; reader_id: string; body: string; at: string }
  /** A feed's folders beyond `subscription.folder`. */
  subscription_folder: { reader_id: string; feed_id: number; name: string }
  /** The order of a folder's list, `newest` or `oldest` first; absent: that of the lists around it. */
  folder_order: { reader_id: string; name: string; list_order: string }
  /** A folder created before it has feeds. */
  kept_folder: { reader_id: string; name: string; at: string }
  folder_number: { reader_id: string; name: string; number: number; is_hidden: number }
  opml_import: OpmlImportTable
  opml_batch: OpmlBatchTable
  kept_outline: KeptOutlineTable
  kept_list: KeptListTable
  media_place: { reader_id: string; sequence: number; number: number; seconds: number; at: string }
  read_undo: { reader_id: string; id: string; at: string; body: string }
  /** What a reader was notified of about a feed: `failing` or `silent`, since when, and when they were. */
  feed_notice: { reader_id: string; feed_id: number; kind: string; since: string; at: string }
  unsubscribe_undo: { reader_id: string; id: string; at: string; body: string }
  search_backlog: { sequence: number }
  article: ArticleTable
  article_look: ArticleLookTable
  document: DocumentTable
  annotation: AnnotationTable
  fingerprint: { hash: number; document_sequence: number }
  fingerprint_set: { document_sequence: number; hashes: Uint8Array }
  vector: { sequence: number; features: Uint8Array; weights: Uint8Array }
  syndication: { document_id: string; other_id: string; body: string }
  quote: QuoteTable
  story: StoryTable
  story_dossier: StoryDossierTable
  story_alias: { id: string; story_id: string }
  membership: MembershipTable
  correction: CorrectionTable
  story_choice: StoryChoiceTable
  story_event: StoryEventTable
  entity: EntityTable
  entity_alias: { id: string; entity_id: string }
  story_entity: StoryEntityTable
  story_source: StorySourceTable
  story_proposal: StoryProposalTable
  follow: FollowTable
  mute: MuteTable
  rule_list: RuleListTable
  rule_effect: RuleEffectTable
  saved: SavedTable
  note: NoteTable
  saved_search: SavedSearchTable
  highlight: HighlightTable
  tag: TagTable
  tag_undo: { id: string; reader_id: string; at: string; body: string }
  share: ShareTable
  visit: VisitTable
  translation: TranslationTable
  preference: { reader_id: string; name: string; value: string; at: string }
  alert_setting: AlertSettingTable
  alert: AlertTable
  alert_channel: AlertChannelTable
  alert_delivery: AlertDeliveryTable
  watch: WatchTable
  watch_article: { watch_id: string; article_id: string; thread: string; at: string }
  watch_event: WatchEventTable
  desk_story: DeskStoryTable
  desk_note: DeskNoteTable
  desk_event: DeskEventTable
  destination: DestinationTable
  sending: SendingTable
  house_secret: { name: string; value: string }
  embedding: EmbeddingTable
  model_use: ModelUseTable
  written_text: WrittenTextTable
  model_drop: { day: string; use: string; failed: string; count: number }
  account: AccountTable
  password: { reader_id: string; hash: string; at: string }
  session: SessionTable
  invitation: InvitationTable
  api_token: ApiTokenTable
  app_password: AppPasswordTable
  fever_key: FeverKeyTable
  program_grant: ProgramGrantTable
  program_access: ProgramAccessTable
  passkey: PasskeyTable
  code_device: CodeDeviceTable
  recovery_code: { reader_id: string; hash: string }
  outside_identity: OutsideIdentityTable
  sign_in_step: SignInStepTable
  sign_in_try: { key: string; count: number; started_at: string }
  house_setting: { name: string; value: string; at: string }
  security_event: { id: string; reader_id: string | null; kind: string; at: string }
  brief_choice: { reader_id: string; body: string; is_mailed: number; at: string }
  /** `stories`: the ids of its stories, as JSON; null where they weren't recorded. */
  brief_sent: {
    reader_id: string
    kind: string
    day: string
    state: string
    at: string
    stories: Generated<string | null>
  }
  brief_token: { token_hash: string; reader_id: string; purpose: string; at: string }
  feed_address: FeedAddressTable
  hub_subscription: HubSubscriptionTable
  hub_push: HubPushTable
  letterbox: LetterboxTable
  mailbox: MailboxTable
  letter_sender: LetterSenderTable
  /** `ended_at` is null while it runs. */
  embargo: { feed_id: number; until: string; ended_at: string | null }
  /** `secret`: JSON, a list of `OwnHeader`. */
  own_headers: { feed_id: number; reader_id: string; origin: string; secret: string; at: string }
  text_account: TextAccountTable
  site_block: SiteBlockTable
  told_page: ToldPageTable
  kept_page: KeptPageTable
  served_page: ServedPageTable
  site_rule: SiteRuleTable
  ranking: { reader_id: string; body: string; at: string }
  ranking_lift: {
    reader_id: string
    kind: string
    target: string
    label: string
    weight: number
    why: string
    at: string
  }
  comment: CommentTable
  discussion: { kind: string; target: string; comment_count: number }
  discussion_lock: DiscussionLockTable
  comment_mention: { comment_id: string; reader_id: string; at: string }
  comment_report: CommentReportTable
  comment_block: { reader_id: string; by_id: string; reason: string; at: string }
  moderation_entry: ModerationEntryTable
  keeping: KeepingTable
  gone_entry: GoneEntryTable
  job: JobTable
  lane: { name: string; holder: string; fence: number; expires_ms: number; wanted_ms: number | null }
  node: NodeTable
  repair_mark: { lane: string; sequence: number }
  schema_version: { version: number; name: string; at: string; readable_from: number | null }
  page_write: { bucket: number; number: number }
  answer_writing: { key: string; at: string; body: string; is_stopped: number }
}

export type TableName = keyof Schema

type SourceTable = {
  id: Generated<number>
  name: string
  /** Who set its name (`namedBy`). */
  is_named: number
  home_url: string
  family: string | null
}

type SubscriptionTable = {
  reader_id: string
  feed_id: number
  /** Empty: none. */
  folder: string
  /** The reader's own name for it; null: the feed's. */
  title: string | null
  /** Entries up to this sequence are read, unless a reading mark differs. */
  read_up_to: number
  /** How many of the feed's entries are read; the others are unread. */
  read_count: number
  at: string
  /** 1: its entries arrive read, and its stories aren't in Today. */
  is_parked: Generated<number>
  /** 1: a title opens the outlet's page. */
  opens_original: Generated<number>
  /** The order of its list; null: that of the lists around it. */
  list_order: string | null
}

type ReadingMarkTable = {
  sequence: number
  reader_id: string
  feed_id: number
  /** null: as the feed's watermark says. */
  is_read: number | null
  is_starred: number
  /** When it last changed. */
  at: string
  /** When it got its star; null: when the mark last changed. */
  starred_at: string | null
}

export type StoryTable = {
  id: string
  title: string
  language: string
  section: string | null
  first_at: string
  last_at: string
  changed_at: string
  article_count: number
  report_count: number
  outlet_count: number
  first_source_id: number | null
  has_dossier: number
}

/** A story's version for subscribers of these private feeds only. */
type PrivateTellingTable = {
  story_id: string
  /** Their numbers, ascending, separated by commas. */
  feeds: string
  first_at: string
  last_at: string
  revision: number
  /** JSON: the row and the dossier. */
  body: string
}

type MembershipTable = {
  article_id: string
  story_id: string
  document_id: string
  source_id: number
  reason: string | null
  own: number | null
  added_at: string
}

export type CorrectionTable = WordsColumns & {
  id: string
  verdict: string
  at: string
  note: string | null
}

export type EntityTable = {
  id: string
  name: string
  /** The words of the name as they are compared. */
  folded: string
  wikidata_id: string | null
}

/** An entity in a story. */
export type StoryEntityTable = {
  entity_id: string
  story_id: string
  /** When the story had its newest article. */
  last_at: string
  article_count: number
  quote_count: number
  /** When the newest of its quotes was first published. */
  said_at: string | null
  promise_count: number
  change_count: number
  /** Its spellings in the texts: a list, where they differ from the name. */
  names: string | null
}

/** An outlet in a story. */
export type StorySourceTable = {
  source_id: number
  story_id: string
  first_at: string
  is_first: number
  /** Minutes after the story's first report; null with a single report. */
  behind_minutes: number | null
  /** Whose text it copies; `origin_id` is that outlet, if it is one here. */
  origin: string | null
  origin_id: number | null
}

type JobTable = {
  id: Generated<number>
  kind: string
  key: string
  state: string
  run_at: string
  attempts: number
  locked_until: string | null
  locked_by: string | null
  /** Set when it was queued again while running. */
  again_at: string | null
  last_error: string | null
}
