import type { Generated } from 'kysely'
import type {
  AccountTable,
  ApiTokenTable,
  AppPasswordTable,
  FeverKeyTable,
  InvitationTable,
  SessionTable,
} from './accounts/account-schema.ts'
import type { CodeDeviceTable, OutsideIdentityTable, PasskeyTable, SignInStepTable } from './accounts/means-schema.ts'
import type { EmbeddingTable, ModelUseTable, WrittenTextTable } from './admin/model-schema.ts'
import type { AnnotationTable, GoneEntryTable, KeepingTable, StoryDossierTable } from './articles/keeping-schema.ts'
import type { ArticleLookTable } from './articles/look-schema.ts'
import type {
  KeptPageTable,
  SiteBlockTable,
  SiteRuleTable,
  TextAccountTable,
  ToldPageTable,
} from './articles/text-report-schema.ts'
import type {
  CommentReportTable,
  CommentTable,
  DiscussionLockTable,
  ModerationEntryTable,
} from './discussion/comment-schema.ts'
import type { FeedAddressTable } from './feeds/feed-address-schema.ts'
import type { FeedTable, HostPauseTable } from './feeds/feed-schema.ts'
import type { HubPushTable, HubSubscriptionTable } from './feeds/hub-schema.ts'
import type { LetterboxTable } from './feeds/letterbox-schema.ts'
import type { KeptListTable, KeptOutlineTable, OpmlBatchTable, OpmlImportTable } from './feeds/opml-schema.ts'
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
import type { AlertChannelTable, AlertDeliveryTable, AlertSettingTable, AlertTable } from './notify/alert-schema.ts'
import type { DestinationTable, SendingTable } from './notify/destination-schema.ts'
import type { StoryChoiceTable, StoryEventTable, StoryProposalTable } from './stories/story-choice-schema.ts'

/** The tables, as Kysely sees them. Times are ISO 8601 UTC text, truths are 0 or 1, lists and records are JSON text. */
export type Schema = {
  source: SourceTable
  feed: FeedTable
  host_pause: HostPauseTable
  private_feed: { feed_id: number }
  private_article: { article_id: string; feed_id: number }
  /** Stories whose dossier was told with articles of these feeds. */
  private_story: { story_id: string; feed_id: number }
  /** What happened to stories, with articles of these feeds or under titles that are theirs. */
  private_event: { sequence: number; feed_id: number }
  private_telling: PrivateTellingTable
  entry: EntryTable
  entry_content: EntryContentTable
  entry_revision: { sequence: number; content_hash: string; replaced_at: string; body: string }
  reading_mark: ReadingMarkTable
  subscription: SubscriptionTable
  awaited_reading: { feed: string; reader_id: string; body: string; at: string }
  /** A folder made before there is a feed in it. */
  kept_folder: { reader_id: string; name: string; at: string }
  folder_number: { reader_id: string; name: string; number: number; is_hidden: number }
  opml_import: OpmlImportTable
  opml_batch: OpmlBatchTable
  kept_outline: KeptOutlineTable
  kept_list: KeptListTable
  media_place: { reader_id: string; sequence: number; number: number; seconds: number; at: string }
  read_undo: { reader_id: string; id: string; at: string; body: string }
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
  passkey: PasskeyTable
  code_device: CodeDeviceTable
  recovery_code: { reader_id: string; hash: string }
  outside_identity: OutsideIdentityTable
  sign_in_step: SignInStepTable
  sign_in_try: { key: string; count: number; started_at: string }
  house_setting: { name: string; value: string; at: string }
  security_event: { id: string; reader_id: string | null; kind: string; at: string }
  brief_choice: { reader_id: string; body: string; is_mailed: number; at: string }
  /** `stories`: the ids of those in it, as JSON; null where that was not kept. */
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
  text_account: TextAccountTable
  site_block: SiteBlockTable
  told_page: ToldPageTable
  kept_page: KeptPageTable
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

export type SourceTable = {
  id: Generated<number>
  name: string
  /** Who says what it is called (`namedBy`). */
  is_named: number
  home_url: string
  family: string | null
}

export type EntryTable = {
  sequence: Generated<number>
  feed_id: number
  key: string
  url: string | null
  title: string
  excerpt: string
  published_at: string
  fetched_at: string
  content_hash: string
  article_id: string | null
}

export type EntryContentTable = {
  sequence: number
  content_html: string | null
  summary_html: string | null
  /** Both of the above, compressed, when they are long. */
  packed: Uint8Array | null
  /** The other fields of the entry. */
  rest: string
}

export type SubscriptionTable = {
  reader_id: string
  feed_id: number
  /** Empty: none. */
  folder: string
  /** A name of the reader's own; null: the feed's. */
  title: string | null
  /** Entries up to this sequence are read, unless a reading mark says otherwise. */
  read_up_to: number
  /** How many entries of the feed are read; the others are unread. */
  read_count: number
  at: string
}

export type ReadingMarkTable = {
  sequence: number
  reader_id: string
  feed_id: number
  /** null: as the feed's watermark says. */
  is_read: number | null
  is_starred: number
  /** When it changed last. */
  at: string
  /** When it got its star; null: when it changed last. */
  starred_at: string | null
}

export type ArticleTable = {
  id: string
  source_id: number
  entry_sequence: number | null
  url: string
  title: string
  published_at: string
  document_id: string
  revision_count: number
}

export type DocumentTable = {
  sequence: Generated<number>
  id: string
  article_id: string
  language: string
  title: string
  text: string
  blocks: string
  /** JSON, on live pages. */
  posts: string | null
  published_at: string
  /** The article's facts as of this revision. */
  article: string
  at: string
}

export type QuoteTable = {
  sequence: Generated<number>
  document_id: string
  article_id: string
  span_start: number
  span_end: number
  speaker_id: string | null
  speaker_name: string | null
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

/** A story as it is told to those who subscribe to these private feeds, and to nobody else. */
export type PrivateTellingTable = {
  story_id: string
  /** Their numbers in ascending order, parted by commas. */
  feeds: string
  first_at: string
  last_at: string
  revision: number
  /** JSON: the row and the dossier. */
  body: string
}

export type MembershipTable = {
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

/** A revision of an article in another language. */
export type TranslationTable = {
  document_id: string
  language: string
  state: string
  /** `server` or `model`, and its name; null while nothing has come. */
  made_by: string | null
  at: string
  body: string
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
  /** When the newest of its quotations was first published. */
  said_at: string | null
  promise_count: number
  change_count: number
  /** How the texts write it: a list, where it is not by its name alone. */
  names: string | null
}

/** An outlet in a story. */
export type StorySourceTable = {
  source_id: number
  story_id: string
  first_at: string
  is_first: number
  /** After the first report of the story; null where there is one report only. */
  behind_minutes: number | null
  /** Whose text it copies; `origin_id` is that outlet, where it is one of ours. */
  origin: string | null
  origin_id: number | null
}

export type JobTable = {
  id: Generated<number>
  kind: string
  key: string
  state: string
  run_at: string
  attempts: number
  locked_until: string | null
  locked_by: string | null
  /** Set when it was asked for again while it ran. */
  again_at: string | null
  last_error: string | null
}
