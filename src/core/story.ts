import type { AmendmentKind, Entity } from './annotation.ts'
import type { ArticleKind, Completeness } from './article.ts'
import type { Citation, Statement } from './citation.ts'
import type { ClaimCheck } from './claim.ts'
import type { CoverageMatrix, WordChoice } from './coverage.ts'
import type { ArticleId, DocumentId, EntityId, SourceId, StoryId } from './ids.ts'
import type { ListPicture } from './list-picture.ts'
import type { Heard } from './reading/heard.ts'
import type { Retelling, SharedText } from './text/text-reuse.ts'

/** Why an article is in its story; shown on the page. */
export type Reason = {
  readonly score: number
  readonly sharedNames: readonly string[]
  readonly sharedWords: readonly string[]
  readonly copiedSentences: number
}

export type Assignment =
  | { readonly kind: 'join'; readonly storyId: StoryId; readonly reason: Reason }
  | { readonly kind: 'found' }
  | { readonly kind: 'hold'; readonly reason: 'too-short' | 'roundup' | 'not-news' | 'incomplete' }

/** One article as a story counts it. `own` is the share of its words that no earlier member has. */
export type Member = {
  readonly articleId: ArticleId
  readonly documentId: DocumentId
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly kind: ArticleKind
  readonly completeness: Completeness
  readonly own: number
  /** Its group of texts: the members of one group are one report. An opinion piece may be alone in a group that is none. */
  readonly group: number
  readonly role: 'original' | 'copy' | 'partly-own' | 'undecided'
  readonly copiedFrom?: DocumentId
  /** The sentence by which the article retells the report of another outlet. It belongs to that report. */
  readonly retells?: Citation
}

export type Report = {
  readonly group: number
  /** Who published it first: an agency according to its credit line, or the earliest outlet. */
  readonly originName: string
  readonly how: 'credit' | 'time' | 'alone' | 'undecided'
  /** The only outlet that credits the agency, whose own article is missing. Nothing else supports the credit. */
  readonly claimedBy?: string
  /** The owner of outlets that each reported it in their own words; common ownership makes it one report. */
  readonly owner?: string
  readonly documentIds: readonly DocumentId[]
}

/** A verbatim sentence of the story and every outlet that has it. */
export type BriefPoint = Statement & { readonly outlets: readonly string[] }

/** One utterance as one document words it. */
export type Wording = {
  readonly citation: Citation
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly confidence: number
  readonly pattern: string
  /** The cue, the audience, the place, the channel and the time, as the document words them. */
  readonly cue?: Citation
  readonly addressee?: Citation
  readonly place?: Citation
  readonly channel?: Citation
  readonly when?: Citation
  /** The words that say it was spoken in another language, so the quoted words are a translation. */
  readonly translated?: Citation
  /** When the post of a live page that contains it was published; if absent, the document's own time applies. */
  readonly postedAt?: string
  /** When it is heard in the recording of which the document is the transcript. */
  readonly heard?: Heard
}

/** One utterance with all its wordings, the earliest first. */
export type Utterance = {
  readonly wordings: readonly [Wording, ...Wording[]]
  readonly outlets: readonly string[]
  /** The fuller wording in another article, where the added words change the meaning: this one was cut from a denial. */
  readonly fuller?: Citation
}

/** A speaker's quotations. If `speaker` is absent, they're unattributed. */
export type SpeakerLedger = {
  readonly speaker: Entity
  readonly role?: Citation
  /** A role from a very different field beside the same name: there may be two people. */
  readonly otherRole?: Citation
  readonly utterances: readonly Utterance[]
}

/** Something with a date. `expression` cites the words that give it. */
export type TimelineEvent = Statement & {
  readonly date: string
  readonly until?: string
  readonly expression: Citation
  readonly isPlanned: boolean
  /** The day for which a sentence says it was planned before, and the words for it. */
  readonly movedFrom?: { readonly date: string; readonly expression: Citation }
  /** The day to which a later article says it was moved, and the sentence. */
  readonly movedTo?: { readonly date: string; readonly citation: Citation }
}

/** Two statements that differ according to a reporter's sentence, cited as `signal`. */
export type Difference = {
  readonly kind: 'reversal' | 'dispute' | 'figures'
  readonly a: Wordings
  readonly b: Wordings
  readonly signal?: Citation
  readonly why: string
}
export type Wordings = { readonly speaker?: string; readonly citation: Citation }

/** A promise: who will do what, on what condition, by when. */
export type Commitment = {
  readonly by: string
  /** Who reports it, if that isn't the person who promises. */
  readonly reportedBy?: string
  readonly statement: Statement
  readonly condition?: Citation
  readonly due?: Citation
  /** TIMEX3 value of `due`, if it's a date. */
  readonly dueDate?: string
  /** Later news about it, the earliest first. Absent or empty if there is none. */
  readonly changes?: readonly CommitmentChange[]
}

/** What a later article says happened to a promise. `changed`: it has a new date, cited as `due`. */
export type CommitmentChange = {
  readonly kind: 'kept' | 'broken' | 'withdrawn' | 'changed'
  /** When that article was published: ISO 8601. */
  readonly at: string
  readonly citation: Citation
  readonly due?: Citation
  readonly dueDate?: string
}

/** A measured thing that grows or changes from report to report. */
export type Figure = {
  readonly unit: string
  /** `low` and `high` if the words give bounds: `at least 12`, `between 30 and 40`. */
  readonly readings: readonly {
    readonly at: string
    readonly value: number
    readonly low?: number
    readonly high?: number
    readonly citation: Citation
  }[]
}

/** An outlet's note on its own article: that it was wrong, unclear or has changed. */
export type OutletNote = { readonly kind: AmendmentKind; readonly citation: Citation }

/** An entity, and how many members of the story name it. */
export type NamedEntity = {
  readonly entity: Entity
  readonly documentCount: number
  /** Its exact spellings in the texts, the most frequent first. Absent if only its name is used. */
  readonly names?: readonly string[]
  /** Its ids in single articles, when the story showed them to be the same. */
  readonly sameAs?: readonly EntityId[]
}

/** A word that a story's members use often: its stem, the word as first written, and its weight. */
export type Term = {
  readonly stem: string
  readonly word: string
  readonly weight: number
  readonly isInTitle?: true
}

/** What relates a story to others. These are words and marks, not statements; none is attributed to anybody on a page. */
export type RelationFacts = {
  /** The heaviest first. */
  readonly terms: readonly Term[]
  /** Documents outside the story that a member copied, or that copied a member. */
  readonly copies: readonly DocumentId[]
  /** Days (`2025-08-15`), figures (`n:47`, `%:4.9`) and names that read the same in every language. */
  readonly marks: readonly string[]
}

/** What we compute about a story; every statement is cited and was verified. */
export type Dossier = {
  readonly storyId: StoryId
  readonly headline: Headline
  /** The picture that stands for the story in lists; absent if no article has one, and in dossiers of early releases. */
  readonly picture?: ListPicture
  readonly language: string
  readonly members: readonly Member[]
  readonly reports: readonly Report[]
  /** The passages, word for word, that make articles one report; absent in dossiers of early releases. */
  readonly shared?: readonly SharedText[]
  readonly retellings?: readonly Retelling[]
  /** The sentence under the headline; absent if no article has a fit one, and in dossiers of early releases. */
  readonly lead?: BriefPoint
  readonly brief: readonly BriefPoint[]
  /** The story in about fifty words; absent in dossiers of early releases. */
  readonly short?: readonly BriefPoint[]
  readonly ledger: readonly SpeakerLedger[]
  readonly unattributed: readonly Utterance[]
  readonly timeline: readonly TimelineEvent[]
  readonly differences: readonly Difference[]
  readonly commitments: readonly Commitment[]
  readonly figures: readonly Figure[]
  /** The outlets' own corrections, the earliest article first. Absent in dossiers of early releases. */
  readonly amendments?: readonly OutletNote[]
  /** The entities that members name most, the most frequent first; they link stories to each other. */
  readonly entities?: readonly NamedEntity[]
  readonly relation?: RelationFacts
  /** Which outlet covers which point; absent with only one outlet, and in dossiers of early releases. */
  readonly coverage?: CoverageMatrix
  /** Words that some outlets use where others use another; absent in dossiers of early releases. */
  readonly wordChoices?: readonly WordChoice[]
  /** Number of statements dropped because a citation didn't match. */
  readonly droppedCount: number
  /** Results of checking the statements again; absent in dossiers of early releases. */
  readonly audit?: DossierAudit
}

/** A part of a dossier whose statements are checked against their documents again. */
export type AuditedPart = 'headline' | 'brief' | 'timeline' | 'commitments' | 'differences' | 'quotations'

/** Results of checking our own statements against their citations, as we check a model's. */
export type DossierAudit = {
  /** For each part, how many statements were checked, and how many passed every check that applies. */
  readonly parts: { readonly [Part in AuditedPart]: { readonly checked: number; readonly passed: number } }
  /** How often each check passed. */
  readonly passed: { readonly [Check in ClaimCheck]?: number }
  /**
   * Failures. With `isDropped` the statement was removed; otherwise it remains, as a headline does, since those are the outlet's
   * own words.
   */
  readonly failed: readonly FailedStatement[]
}

/** One of our statements that failed a check. */
export type FailedStatement = {
  readonly part: AuditedPart
  readonly text: string
  readonly documentId: DocumentId
  readonly failed: ClaimCheck
  /** In English. */
  readonly why: string
  readonly isDropped: boolean
}

export type Headline = { readonly documentId: DocumentId; readonly title: string }
