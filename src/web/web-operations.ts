import type { ArrangeView, ChoiceResult, ChoiceView } from '../operations/choice-views.ts'
import type { CorrectionResult, LabelsView } from '../operations/label-views.ts'
import type { RiverView } from '../operations/river-views.ts'
import type { SourcePageView, SourceRowView } from '../operations/source-views.ts'
import type {
  AddResult,
  AddView,
  ArticleView,
  CitationView,
  EntryView,
  JobsView,
  ProgressView,
  StoryView,
} from '../operations/views.ts'
import type { AccountOperations } from './account-operations.ts'
import type { AlertOperations } from './alert-operations.ts'
import type { ApiOperations } from './api-operations.ts'
import type { AppOperations } from './app-operations.ts'
import type { AskingOperations } from './asking-operations.ts'
import type { AuditOperations } from './audit-operations.ts'
import type { BriefOperations } from './brief-operations.ts'
import type { CompareOperations } from './compare-operations.ts'
import type { DayOperations } from './day-operations.ts'
import type { DiscussionOperations } from './discussion-operations.ts'
import type { EntryOperations } from './entry-operations.ts'
import type { FeedOutOperations } from './feed-out-operations.ts'
import type { FindOperations } from './find-operations.ts'
import type { HouseOperations } from './house-operations.ts'
import type { ImportingOperations } from './importing-operations.ts'
import type { LetterOperations } from './letter-operations.ts'
import type { ListeningOperations } from './listening-operations.ts'
import type { LiveOperations } from './live-operations.ts'
import type { MineOperations } from './mine-operations.ts'
import type { ModelOperations } from './model-operations.ts'
import type { PageFeedOperations } from './page-feed-operations.ts'
import type { PeopleOperations } from './people-operations.ts'
import type { RecordingOperations } from './recording-operations.ts'
import type { RevisionOperations } from './revision-operations.ts'
import type { SendingOperations } from './sending-operations.ts'
import type { SharingOperations } from './sharing-operations.ts'
import type { SummaryOperations } from './summary-operations.ts'
import type { TagOperations } from './tag-operations.ts'
import type { TextReportOperations } from './text-report-operations.ts'
import type { TranslationOperations } from './translation-operations.ts'
import type { WayInOperations, WaysOperations } from './ways-operations.ts'
import type { WebsubOperations } from './websub-operations.ts'

/** A file to hand out whole: a story as Markdown, the subscriptions as OPML. */
export type ExportedFile = { readonly body: string; readonly contentType: string; readonly fileName: string }

/** The forms a story can be taken away in; each is the last part of `/stories/:id/export/:format`. */
export type StoryFormat = 'md' | 'jsonld' | 'csv' | 'ninjs.json' | 'bib' | 'csl.json' | 'warc'

/** Which entries of the river: one feed, one folder, or all when both are absent. */
export type RiverFilter = { readonly feedId?: string; readonly folder?: string }

/**
 * What the pages ask for and do. Every question may be answered `undefined`: there is no such thing, a 404.
 * The web face knows nothing else of the product, so that a test serves it from plain objects.
 */
export type WebOperations = NewsOperations &
  AlertOperations &
  AccountOperations &
  EntryOperations &
  ApiOperations &
  AppOperations &
  AskingOperations &
  AuditOperations &
  BriefOperations &
  CompareOperations &
  RevisionOperations &
  DayOperations &
  DiscussionOperations &
  FeedOutOperations &
  FindOperations &
  HouseOperations &
  ImportingOperations &
  WebsubOperations &
  LetterOperations &
  TextReportOperations &
  ListeningOperations &
  LiveOperations &
  MineOperations &
  ModelOperations &
  PageFeedOperations &
  PeopleOperations &
  RecordingOperations &
  SendingOperations &
  SharingOperations &
  SummaryOperations &
  TagOperations &
  TranslationOperations &
  WayInOperations &
  WaysOperations

/** Stories, articles, feeds, and what readers decide about them. */
type NewsOperations = {
  // ── reading ──
  story(input: { readonly id: string; readonly since?: string; readonly reads?: boolean }): Answer<StoryView>
  article(input: {
    readonly id: string
    readonly revision?: string
    readonly start?: number
    readonly end?: number
    readonly reads?: boolean
  }): Answer<ArticleView>
  citation(input: { readonly documentId: string; readonly start: number; readonly end: number }): Answer<CitationView>
  entry(input: { readonly id: string }): Answer<EntryView>
  river(
    input: RiverFilter & {
      readonly show: 'unread' | 'all' | 'starred'
      readonly muted?: 'show'
      readonly order: 'newest' | 'oldest'
      readonly hasText: boolean
      readonly limit?: number
      readonly cursor?: string
    },
  ): Answer<RiverView>
  source(input: { readonly id: string }): Answer<SourcePageView>
  sources(): Promise<readonly SourceRowView[]>
  add(): Promise<AddView>
  jobs(): Promise<JobsView>
  labels(input: { readonly articleId?: string; readonly cursor?: string }): Answer<LabelsView>
  /** What the forms need that say where articles belong. */
  arrange(input: { readonly id: string; readonly article?: string; readonly query?: string }): Answer<ArrangeView>
  choice(input: { readonly id: string }): Answer<ChoiceView>
  exportLabels(): Promise<ExportedFile>
  exportOpml(): Promise<ExportedFile>
  exportStory(input: { readonly id: string; readonly format: string }): Answer<ExportedFile>

  // ── changing ──
  addByUrl(input: { readonly url: string; readonly folder?: string }): Promise<AddResult>
  addPacks(input: { readonly ids: readonly string[] }): Promise<AddResult>
  retryJobs(input: { readonly ids: readonly string[] | 'all' }): Promise<unknown>
  refreshAll(): Promise<unknown>
  refreshFeed(input: { readonly feedId: string }): Promise<unknown>
  removeFeed(input: { readonly feedId: string }): Promise<unknown>
  setFolder(input: { readonly feedId: string; readonly folder: string }): Promise<unknown>
  markRead(input: { readonly entryIds: readonly string[]; readonly isRead: boolean }): Promise<unknown>
  star(input: { readonly entryId: string; readonly isStarred: boolean }): Promise<unknown>
  /** How many became read; undefined when the filter is none. */
  markAllRead(input: RiverFilter & { readonly until?: string; readonly undoId?: string }): Promise<number | undefined>
  /** Undefined: there is no such place to correct. */
  correctQuote(input: {
    readonly articleId: string
    readonly revision?: string
    readonly start: number
    readonly end: number
    readonly verdict: 'speaker' | 'nobody' | 'not-a-quote'
    readonly speaker: string
  }): Answer<CorrectionResult>
  /** The same for words given letter by letter, and for names. */
  correctWords(input: {
    readonly articleId: string
    readonly words: string
    readonly within: string
    readonly verdict: WordsVerdict
    readonly name: string
  }): Answer<CorrectionResult>
  removeCorrection(input: { readonly id: string }): Promise<unknown>
  leaveStory(input: {
    readonly story: string
    readonly article: string
    readonly to?: string
    readonly hasReport: boolean
  }): Answer<ChoiceResult>
  splitStory(input: { readonly story: string; readonly articles: readonly string[] }): Answer<ChoiceResult>
  mergeStories(input: { readonly story: string; readonly other: string }): Answer<ChoiceResult>
  answerProposal(input: {
    readonly story: string
    readonly proposal: string
    readonly isAccepted: boolean
  }): Answer<ChoiceResult>
  undoChoice(input: { readonly id: string }): Answer<ChoiceResult>

  // ── watching ──
  news: LiveOperations['news']
  subscribeNews: LiveOperations['subscribeNews']
  progress(): Promise<ProgressView>
  /** Calls `listener` whenever progress changes, until the returned function is called. */
  subscribeProgress(listener: (progress: ProgressView) => void): () => void
}

/** What can be said of words of an article. */
export type WordsVerdict = 'speaker' | 'nobody' | 'not-a-quote' | 'person' | 'organization' | 'place' | 'no-name'

type Answer<View> = Promise<View | undefined>
