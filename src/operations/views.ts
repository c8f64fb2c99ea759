import type { Reading } from '../analyze/supported-layers.ts'
import type { Article, Picture } from '../core/article.ts'
import type { Citation } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import type { PollReason } from '../core/feed/feed-pace.ts'
import type { RecordingState } from '../core/feed/recording.ts'
import type { ArticleId, DocumentId, EntityId, EntryId, FeedId, SourceId, StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { ListPicture } from '../core/list-picture.ts'
import type { Quote, QuotePattern } from '../core/quote.ts'
import type { Heard } from '../core/reading/heard.ts'
import type { RecheckOutcome } from '../core/reading/revision-cause.ts'
import type { ServedPage } from '../core/reading/served-page.ts'
import type { Intake, Source } from '../core/source.ts'
import type { Span } from '../core/span.ts'
import type { BriefPoint, Dossier, Reason } from '../core/story.ts'
import type { StoryChoice, StoryEvent } from '../core/story-choice.ts'
import type { ReadingLevel } from '../core/summary.ts'
import type { Syndication } from '../core/syndication.ts'
import type { Retelling } from '../core/text/text-reuse.ts'
import type { QuoteHit } from '../store/articles/entries.ts'
import type { ArticleStatements } from '../story/article-statements.ts'
import type { ArticleTopic } from '../story/article-topics.ts'
import type { StoryChange } from '../story/changes/what-changed.ts'
import type { ContinuedQuotes, KeyQuote } from '../story/people/key-quotes.ts'
import type { RelationReason } from '../story/related/related.ts'
import type { StorylineStep } from '../story/storyline.ts'
import type { PictureSizes } from './articles/picture-home.ts'
import type { ArticleChanges, WordsNow } from './articles/revision-views.ts'
import type { TranslationOffer } from './articles/translation/translation-views.ts'
import type { StoryCard } from './day/today-views.ts'
import type { FeedSettings } from './feeds/feed-settings.ts'
import type { FoundFeed } from './feeds/found-feed.ts'
import type { ArticleMarks, HiddenView, StoryMarks } from './library/library-views.ts'
import type { ProposalView } from './stories/choice-views.ts'
import type { QuoteDetails } from './stories/quote-details.ts'

export type { StoryChange } from '../story/changes/what-changed.ts'
export type { EntryView } from './articles/entry-views.ts'

/** What a citation label needs: outlet, block number and the URL of the article's page. */
export type CitedDocument = {
  readonly documentId: DocumentId
  readonly articleId: ArticleId
  /** Of the outlet, for its icon. */
  readonly sourceId?: SourceId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  /** Start of each block, for the paragraph number (¶n) in a citation. Absent: the outlet alone is named. */
  readonly blockStarts?: readonly number[]
  /** BCP 47 language of the document, for `lang` and `dir`. */
  readonly language?: string
  /** Cited words that the newest text of the article no longer has. */
  readonly gone?: readonly Span[]
  /** The outlet withdrew the article. */
  readonly isWithdrawn?: true
  /** Its page was no longer at its URL at the last check. */
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
  /** What the story's page shows first. */
  readonly overview: {
    /** The sentence below the headline. */
    readonly dek?: Citation
    /** At most five sentences in the order in which what they say happened. */
    readonly brief: readonly BriefPoint[]
    readonly quotes: readonly KeyQuote[]
    readonly continued: ContinuedQuotes
  }
  readonly section?: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  /** Every document cited in the dossier, by id. */
  readonly documents: Readonly<Record<string, CitedDocument>>
  /** Why each article is in the story, by article id. */
  readonly reasons: Readonly<Record<string, Reason>>
  /** Lead pictures of the articles with caption and credit, at most six. */
  readonly pictures: readonly {
    readonly articleId: ArticleId
    readonly sourceName: string
    readonly url: string
    readonly alt?: string
    readonly caption?: string
    readonly credit?: string
  }[]
  readonly pictureSizes?: PictureSizes
  /** The picture that stands for the story, with its caption and credit. */
  readonly picture?: ListPicture & Pick<Picture, 'caption' | 'credit'> & { readonly sourceName: string }
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
  /** The stories on the same matter in order of time, this one included; empty when there are fewer than two. */
  readonly storyline: readonly StorylineStep[]
  /** Stories on the same event in other languages: linked, never merged. */
  readonly inOtherLanguages: readonly {
    readonly id: StoryId
    readonly title: string
    readonly language: string
    readonly articleCount: number
    /** Names, calendar days and numbers in both. */
    readonly names: readonly string[]
    readonly days: readonly string[]
    readonly numbers: readonly number[]
    /** Words of this story and of the other that mean the same according to a dictionary, at most four, those that say most first. */
    readonly words?: readonly { readonly here: string; readonly there: string }[]
    /** Set when what both share is not enough alone: the embedding model that found them similar, and the similarity, 0 to 1. */
    readonly byModel?: { readonly model: string; readonly closeness: number }
  }[]
  readonly badges: StoryCard['badges']
  /** Newest first. */
  readonly history: readonly StoryEvent[]
  /** Corrections by readers that were not undone, newest first. */
  readonly choices: readonly StoryChoice[]
  /** What clustering suggests and leaves to the reader. */
  readonly proposals: readonly ProposalView[]
  /** When changes since a time were requested: ISO 8601, and all that is new, newest first. */
  readonly changes?: { readonly since: string; readonly items: readonly StoryChange[] }
  /** When the reader last read it: ISO 8601, and all that came since. */
  readonly sinceRead?: { readonly at: string; readonly items: readonly StoryChange[] }
  readonly marks?: StoryMarks
  /** Whether it is on the shared desk; absent where there is none, and for guests. */
  readonly isOnDesk?: boolean
  /** Progress of the brief's recording; absent without a speech program. */
  readonly listening?: RecordingState
  /** Number of comments; absent when discussion is off. */
  readonly discussion?: { readonly count: number }
  /** Export formats of plugins. */
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
  /** Numbers of blocks that only repeat the byline and the dates; pages leave them out. */
  readonly bylineBlocks?: readonly number[]
  readonly annotations: Annotations
  /** Whom or what it names without a page of theirs: they are in no story. */
  readonly withoutPage?: readonly EntityId[]
  readonly pictureSizes?: PictureSizes
  readonly topics: readonly ArticleTopic[]
  /** Promises, denials and figures, as spans of the text. */
  readonly stated: ArticleStatements
  readonly revisions: readonly { readonly documentId: DocumentId; readonly title: string; readonly at: string }[]
  /** Its pages as they were served, the first first; absent when none is kept. */
  readonly keptPages?: readonly ServedPage[]
  /** Until when nothing of it leaves the reader's account. */
  readonly embargoUntil?: string
  /** Time and result of the last recheck of its page; absent before the first. */
  readonly lastLook?: { readonly at: string; readonly outcome: RecheckOutcome }
  /** Readability; absent unless the full text is stored. */
  readonly reading?: ReadingLevel
  /** What the analysis does not detect in the language of the text. */
  readonly notRead: readonly Reading[]
  /** False for a `?revision=` that is not the newest. */
  readonly isCurrent: boolean
  /** Against the previous revision: removed sentences, and spans of this text that are new. */
  readonly changes?: ArticleChanges
  /** Articles with text in common; those it was copied from come first. */
  readonly syndications: readonly (Syndication & { readonly other: CitedDocument })[]
  readonly retelling?: Retelling & { readonly other: CitedDocument }
  readonly story?: {
    readonly id: StoryId
    readonly title: string
    readonly articleCount: number
    readonly reportCount: number
    /** The number of articles of each independent report. */
    readonly reportSizes: readonly number[]
    /** Its outlets, the first to report it first. */
    readonly outlets: readonly { readonly id: SourceId; readonly name: string }[]
    /** The story's articles published just before and after this one. */
    readonly previous?: StoryNeighbor
    readonly next?: StoryNeighbor
  }
  readonly entry?: {
    readonly id: EntryId
    readonly feedId: FeedId
    readonly isRead: boolean
    readonly isStarred: boolean
    readonly isUnsubscribed?: true
  }
  /** The next unread article of the reader's feeds. */
  readonly next?: ListedEntry
  /** With `?start=&end=`: the span to highlight and scroll to. */
  readonly cited?: { readonly start: number; readonly end: number }
  readonly marks?: ArticleMarks
  /** Translations, if requested. */
  readonly translations?: TranslationOffer
  /** Progress of this text's recording; absent without a speech program. */
  readonly listening?: RecordingState
  /** Number of comments; absent when discussion is off. */
  readonly discussion?: { readonly count: number }
}

/** A neighboring article of the same story. */
export type StoryNeighbor = { readonly articleId: ArticleId; readonly sourceName: string; readonly title: string }

/** The cited sentence in its paragraph, for the side pane. */
export type CitationView = {
  readonly citation: Citation
  readonly document: CitedDocument
  /** The block around it, as text, and the citation's place within it. */
  readonly paragraph: string
  readonly start: number
  readonly end: number
  readonly before?: string
  readonly after?: string
  /** Spans of the paragraphs before and after, in the document. */
  readonly beforeSpan?: Span
  readonly afterSpan?: Span
  readonly revision: { readonly index: number; readonly count: number }
  readonly holds: boolean
  /** Number of comments on these words; absent when discussion is off. */
  readonly discussion?: { readonly count: number }
  readonly story?: { readonly id: StoryId; readonly title: string }
  /** When the words are heard, for the transcript of a recording. */
  readonly heard?: Heard
  /** For the words of a quotation: who said them, and how we know. */
  readonly quotation?: CitedQuotation
  /** For an earlier revision: whether, and where, the newest text still has these words. */
  readonly now?: WordsNow
}

/** The speaker of cited words, how the speaker was found, and the words that say so (`said`). */
export type CitedQuotation = {
  readonly speaker?: { readonly id: EntityId; readonly name: string; readonly isWithoutPage?: true }
  readonly kind: Quote['kind']
  readonly pattern: QuotePattern
  readonly confidence: number
  readonly cue?: string
}

export type FeedHealth = FeedSettings & {
  readonly id: FeedId
  readonly sourceId: SourceId
  readonly title: string
  /** Absent for people who neither subscribe to it nor run the instance: it may contain a secret. */
  readonly url?: string
  readonly siteUrl?: string
  /** The feed names its own picture. */
  readonly hasIcon?: true
  readonly unreadCount: number
  readonly entryCount: number
  readonly lastPolledAt?: string
  /** Time of the last poll without an error. */
  readonly lastOkAt?: string
  /** Arrival time of its newest entry. */
  readonly lastArrivalAt?: string
  readonly nextPollAt?: string
  readonly hub?: { readonly host: string; readonly until: string; readonly pushedAt?: string }
  /** Why then: what decided it, the interval, and the usual time between two of its entries. */
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

/** A feed of this instance that the reader does not subscribe to. */
export type OfferedFeed = Pick<FeedHealth, 'id' | 'title' | 'folder' | 'siteUrl'>

export type ListedEntry = {
  readonly id: EntryId
  readonly feedId: FeedId
  readonly feedTitle: string
  readonly title: string
  readonly excerpt: string
  readonly url?: string
  readonly publishedAt: string
  readonly isRead: boolean
  readonly isStarred: boolean
  /** Of a feed the reader does not subscribe to: neither read nor unread. */
  readonly isUnsubscribed?: true
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly sourceId?: SourceId
  readonly picture?: ListPicture
  /** A newsletter: its pictures tell its sender that it was opened, so they wait to be asked for. */
  readonly isLetter?: true
  /** A title opens the outlet's page, as its reader set for its feed. */
  readonly opensOriginal?: true
  /** How many other entries in the reader's feeds have its text. */
  readonly copyCount?: number
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
  readonly entries: readonly ListedEntry[]
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
  readonly quotes: readonly (QuoteHit & QuoteDetails)[]
  readonly next?: string
  readonly hidden?: HiddenView
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

/** The result of adding something, for pages and the command line. */
export type AddResult =
  | {
      readonly kind: 'added'
      readonly added: number
      readonly existing: number
      readonly titles: readonly string[]
      /** The feeds now subscribed to, new ones first. */
      readonly ids: readonly FeedId[]
    }
  | {
      readonly kind: 'choose'
      readonly pageUrl: string
      readonly candidates: readonly FoundFeed[]
    }
  /**
   * `reason` is the cause, for adapters that word it in another language; `message` is in English, with details. `pageUrl` is a page
   * that a feed can be made of.
   */
  | {
      readonly kind: 'refused'
      readonly message: string
      readonly reason?: string
      readonly pageUrl?: string
      /** The header that can't be sent. */
      readonly header?: string
    }
