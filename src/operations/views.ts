import type { Reading } from '../analyze/supported-layers.ts'
import type { Article } from '../core/article.ts'
import type { Citation } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import type { PollReason } from '../core/feed/feed-pace.ts'
import type { RecordingState } from '../core/feed/recording.ts'
import type { ArticleId, DocumentId, EntryId, FeedId, SourceId, StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { RecheckOutcome } from '../core/reading/revision-cause.ts'
import type { Intake, Source } from '../core/source.ts'
import type { Span } from '../core/span.ts'
import type { Dossier, Reason } from '../core/story.ts'
import type { StoryChoice, StoryEvent } from '../core/story-choice.ts'
import type { ReadingLevel } from '../core/summary.ts'
import type { Syndication } from '../core/syndication.ts'
import type { Retelling } from '../core/text/text-reuse.ts'
import type { QuoteHit } from '../store/store.ts'
import type { ArticleTopic } from '../story/article-topics.ts'
import type { StoryChange } from '../story/changes/what-changed.ts'
import type { RelationReason } from '../story/related/related.ts'
import type { StorylineStep } from '../story/storyline.ts'
import type { ArticleStatements } from '../story/telling/article-statements.ts'
import type { PictureSizes } from './articles/picture-sizes.ts'
import type { ArticleChanges, WordsNow } from './articles/revision-views.ts'
import type { TranslationOffer } from './articles/translation/translation-views.ts'
import type { StoryCard } from './day/today-views.ts'
import type { FoundFeed } from './feeds/found-feed.ts'
import type { ArticleMarks, HiddenView, StoryMarks } from './library/mine-views.ts'
import type { ProposalView } from './stories/choice-views.ts'
import type { HowQuoted } from './stories/how-quoted.ts'

export type { StoryChange } from '../story/changes/what-changed.ts'
export type { EntryView } from './articles/entry-views.ts'

/** What a citation label needs: outlet, block number and where the article's page is. */
export type CitedDocument = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  /** Where each block begins, so that a citation can name its paragraph (¶n). Absent: the outlet alone is named. */
  readonly blockStarts?: readonly number[]
  /** BCP 47 language of the document, for `lang` and `dir`. */
  readonly language?: string
  /** Cited words that the newest text of the article does not have any more. */
  readonly gone?: readonly Span[]
  /** Its outlet says that it has withdrawn the article. */
  readonly isWithdrawn?: true
  /** Its page was not at its address any more when it was last looked at. */
  readonly isAbsent?: true
}

export type ProgressView = {
  readonly feeds: { readonly total: number; readonly polled: number; readonly due: number }
  readonly articles: {
    readonly waiting: number
    readonly running: number
    readonly failed: number
    readonly done: number
  }
  readonly stories: {
    readonly waiting: number
    readonly running: number
    readonly failed: number
    readonly done: number
  }
  readonly isBusy: boolean
}

export type StoryView = {
  readonly id: StoryId
  readonly dossier: Dossier
  readonly section?: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  /** Every document a citation of the dossier names, by id. */
  readonly documents: Readonly<Record<string, CitedDocument>>
  /** Why each member is here, by article id. */
  readonly reasons: Readonly<Record<string, Reason>>
  /** Lead pictures of the members with caption and credit, at most six. */
  readonly pictures: readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly url: string
    readonly alt?: string
    readonly caption?: string
    readonly credit?: string
  }[]
  readonly pictureSizes?: PictureSizes
  readonly related: readonly {
    readonly id: StoryId
    readonly title: string
    readonly articleCount: number
    readonly lastAt: string
    readonly changedAt: string
    readonly reason: RelationReason
    readonly sharedNames: readonly string[]
    readonly sharedWords: readonly string[]
  }[]
  /** The stories before and after this one on its matter, in order of time and with it among them; empty without at least two. */
  readonly storyline: readonly StorylineStep[]
  /** The same event told in other languages: linked, never merged. */
  readonly inOtherLanguages: readonly {
    readonly id: StoryId
    readonly title: string
    readonly language: string
    readonly articleCount: number
    /** What both have: names, calendar days and numbers. */
    readonly names: readonly string[]
    readonly days: readonly string[]
    readonly numbers: readonly number[]
    /** Where what both have is too little by itself: the model that holds them for close in meaning, and how close, 0 to 1. */
    readonly byModel?: { readonly model: string; readonly closeness: number }
  }[]
  readonly badges: StoryCard['badges']
  /** What happened to the story, the latest first. */
  readonly history: readonly StoryEvent[]
  /** What readers decided about it and did not undo, the latest first. */
  readonly choices: readonly StoryChoice[]
  /** What clustering would do and leaves to the reader. */
  readonly proposals: readonly ProposalView[]
  /** When asked what changed since a time: ISO 8601, and all that is new, newest first. */
  readonly changes?: { readonly since: string; readonly items: readonly StoryChange[] }
  /** When the reader read it before: ISO 8601, and all that came since. */
  readonly sinceRead?: { readonly at: string; readonly items: readonly StoryChange[] }
  readonly marks?: StoryMarks
  /** How far the recording of its brief is; absent where nobody reads aloud. */
  readonly listening?: RecordingState
  /** How many comments; absent where the house does not discuss. */
  readonly discussion?: { readonly count: number }
  /** Forms of plugins that it can leave in. */
  readonly moreFormats?: readonly { readonly extension: string; readonly name: string }[]
}

/** What changed in a story since a time, with every document it cites. */
export type ChangesView = {
  readonly id: StoryId
  readonly title: string
  readonly since: string
  readonly items: readonly StoryChange[]
  readonly documents: StoryView['documents']
}

export type ArticleView = {
  readonly article: Article
  readonly source: Source
  readonly document: Document
  readonly annotations: Annotations
  readonly pictureSizes?: PictureSizes
  readonly topics: readonly ArticleTopic[]
  /** Promises, denials and figures, as spans of the text. */
  readonly stated: ArticleStatements
  readonly revisions: readonly { readonly documentId: DocumentId; readonly title: string; readonly at: string }[]
  /** When its page was looked at again last, and what came of it; absent while it was not. */
  readonly lastLook?: { readonly at: string; readonly outcome: RecheckOutcome }
  /** How the text reads; absent where it is not held whole. */
  readonly reading?: ReadingLevel
  /** What the analysis does not read in the language of the text. */
  readonly notRead: readonly Reading[]
  /** With `?revision=`: the text asked for is not the newest. */
  readonly isCurrent: boolean
  /** Against the revision before: sentences taken out, and spans of this text that are new. */
  readonly changes?: ArticleChanges
  /** Articles with text in common, those it was taken from first. */
  readonly syndications: readonly (Syndication & { readonly other: CitedDocument })[]
  readonly retelling?: Retelling & { readonly other: CitedDocument }
  readonly story?: {
    readonly id: StoryId
    readonly title: string
    readonly articleCount: number
    readonly reportCount: number
    /** The articles of the story published before and after this one. */
    readonly previous?: StoryNeighbor
    readonly next?: StoryNeighbor
  }
  readonly entry?: {
    readonly id: EntryId
    readonly isRead: boolean
    readonly isStarred: boolean
    readonly isUnsubscribed?: true
  }
  /** With `?start=&end=`: the span to mark and scroll to. */
  readonly cited?: { readonly start: number; readonly end: number }
  readonly marks?: ArticleMarks
  /** In other languages; absent where that was not asked. */
  readonly translations?: TranslationOffer
  /** How far the recording of this text is; absent where nobody reads aloud. */
  readonly listening?: RecordingState
  /** How many comments; absent where the house does not discuss. */
  readonly discussion?: { readonly count: number }
}

/** Another article of the same story, to go on with. */
export type StoryNeighbor = { readonly articleId: ArticleId; readonly sourceName: string; readonly title: string }

/** The sentence a citation names, in its paragraph: what the side pane shows. */
export type CitationView = {
  readonly citation: Citation
  readonly document: CitedDocument
  /** The block around it, as text, and where the citation stands within it. */
  readonly paragraph: string
  readonly start: number
  readonly end: number
  readonly before?: string
  readonly after?: string
  /** Where the paragraphs before and after stand in the document. */
  readonly beforeSpan?: Span
  readonly afterSpan?: Span
  readonly revision: { readonly index: number; readonly count: number }
  readonly holds: boolean
  /** How many comments are on these words; absent where the house does not discuss. */
  readonly discussion?: { readonly count: number }
  /** Of an earlier revision: whether the newest text still has these words, and where. */
  readonly now?: WordsNow
}

export type FeedHealth = {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly title: string
  /** Absent for who neither subscribes to it nor runs the house: it may hold a secret. */
  readonly url?: string
  readonly siteUrl?: string
  /** It names a picture as its own. */
  readonly hasIcon?: true
  readonly folder: string
  readonly unreadCount: number
  readonly entryCount: number
  readonly lastPolledAt?: string
  /** When it was last read without a fault. */
  readonly lastOkAt?: string
  /** When its newest entry arrived. */
  readonly lastArrivalAt?: string
  readonly nextPollAt?: string
  readonly hub?: { readonly host: string; readonly until: string; readonly pushedAt?: string }
  /** Why then: what decided it, how long it is left alone, and the usual time between two of its entries. */
  readonly nextPollBecause?: {
    readonly reason: PollReason
    readonly everyMinutes: number
    readonly gapMinutes?: number
  }
  readonly lastError?: { readonly reason: string; readonly message: string; readonly count: number }
  readonly isStopped: boolean
  /** Absent: a feed that is polled and parsed. */
  readonly intake?: Exclude<Intake, 'feed'>
}

/** A feed of the house that the reader does not subscribe to. */
export type HouseFeed = Pick<FeedHealth, 'id' | 'title' | 'folder' | 'siteUrl'>

export type RiverEntry = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly feedTitle: string
  readonly title: string
  readonly excerpt: string
  readonly url?: string
  readonly publishedAt: string
  readonly isRead: boolean
  readonly isStarred: boolean
  /** Of a feed that is none of the reader's: it is neither read nor unread. */
  readonly isUnsubscribed?: true
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
}

export type SourceView = {
  readonly id: SourceId
  readonly name: string
  readonly homeUrl: string
  readonly family?: string
  readonly feeds: readonly FeedHealth[]
  readonly articleCount: number
  readonly ownShare?: number
  readonly firstCount: number
  readonly storyCount: number
  readonly editedCount: number
  readonly entries: readonly RiverEntry[]
}

export type SearchView = {
  readonly query: string
  readonly hits: readonly {
    readonly entryId: EntryId
    readonly articleId?: ArticleId
    readonly storyId?: StoryId
    readonly title: string
    readonly sourceName: string
    readonly publishedAt: string
    readonly snippet: string
    readonly marks: readonly { readonly start: number; readonly end: number }[]
  }[]
  readonly quotes: readonly (QuoteHit & HowQuoted)[]
  readonly next?: string
  readonly hidden?: HiddenView
  /** True when the reader follows this search. */
  readonly isFollowed?: boolean
}

export type StarterPack = {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly section: string
  readonly feeds: readonly { readonly title: string; readonly url: string; readonly siteUrl: string }[]
}

export type AddView = { readonly packs: readonly StarterPack[]; readonly feedCount: number }

/** What became of a request to add something; shown on the page and printed by the CLI. */
export type AddResult =
  | {
      readonly kind: 'added'
      readonly added: number
      readonly existing: number
      readonly titles: readonly string[]
      /** The feeds that are subscribed to now, the new ones first. */
      readonly ids: readonly FeedId[]
    }
  | {
      readonly kind: 'choose'
      readonly pageUrl: string
      readonly candidates: readonly FoundFeed[]
    }
  /**
   * `reason` names the cause for faces that say it in another language; `message` says it in English, with what is known.
   * `pageUrl`: a page that a feed can be made of.
   */
  | { readonly kind: 'refused'; readonly message: string; readonly reason?: string; readonly pageUrl?: string }

/** What a list of subscriptions holds, before anything of it is added. */
export type JobsView = {
  readonly progress: ProgressView
  readonly jobs: readonly {
    readonly id: string
    readonly kind: string
    readonly key: string
    readonly state: 'waiting' | 'running' | 'failed'
    readonly attempts: number
    readonly runAt: string
    readonly lastError?: string
  }[]
  readonly failingFeeds: readonly FeedHealth[]
  readonly store: {
    readonly isOk: boolean
    readonly detail: string
    readonly sizeBytes: number
    readonly dialect: string
    /** The copy that pages are read from, where there is one. */
    readonly readDatabase?: { readonly isUp: boolean; readonly lagMs?: number }
  }
}
