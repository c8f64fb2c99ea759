import type { AmendmentKind } from './amendment.ts'
import type { Entity } from './annotation.ts'
import type { ArticleKind, Completeness } from './article.ts'
import type { Citation, Statement } from './citation.ts'
import type { ClaimCheck } from './claim.ts'
import type { CoverageMatrix } from './coverage.ts'
import type { ArticleId, DocumentId, EntityId, SourceId, StoryId } from './ids.ts'
import type { Retelling, SharedText } from './text/text-reuse.ts'
import type { WordChoice } from './word-choice.ts'

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

/** One article as a story counts it. `own` is the share of its words that stand in no earlier member. */
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
  /** The group of texts it belongs to: members of one group are one report. */
  readonly group: number
  readonly role: 'original' | 'copy' | 'partly-own' | 'undecided'
  readonly copiedFrom?: DocumentId
}

/** A group of articles that are one report, counted once. */
export type Report = {
  readonly group: number
  /** Who had it first: an agency by its credit line, or the earliest outlet. */
  readonly originName: string
  readonly how: 'credit' | 'time' | 'alone' | 'undecided'
  /** The outlet that alone credits the agency, whose own article is not among them: what it says, and nothing bears out. */
  readonly claimedBy?: string
  /** The family whose outlets each reported it in words of their own; that they have one owner makes it one report. */
  readonly owner?: string
  readonly documentIds: readonly DocumentId[]
}

/** A verbatim sentence of the story and every outlet that carries it. */
export type BriefPoint = Statement & { readonly outlets: readonly string[] }

/** One utterance as one document words it. */
export type Wording = {
  readonly citation: Citation
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly confidence: number
  readonly pattern: string
  /** The cue, whom it was said to, and where, on what and when, as the document words them. */
  readonly cue?: Citation
  readonly addressee?: Citation
  readonly place?: Citation
  readonly channel?: Citation
  readonly when?: Citation
  /** The words by which its sentence says that it was spoken in another language: what stands between the marks is a translation. */
  readonly translated?: Citation
  /** When the post of a live page that says it was published; without it, the document's own time holds. */
  readonly postedAt?: string
}

/** One utterance with all its wordings; the first is the earliest. */
export type Utterance = {
  readonly wordings: readonly [Wording, ...Wording[]]
  readonly outlets: readonly string[]
  /** What another article has of it, where more of the words say something else: this was cut out of a denial. */
  readonly fuller?: Citation
}

/** Who said what. `speaker` absent: the quotation stands unattributed. */
export type SpeakerLedger = {
  readonly speaker: Entity
  readonly role?: Citation
  /** A role of quite another walk of life beside the same name: it may be that of two people. */
  readonly otherRole?: Citation
  readonly utterances: readonly Utterance[]
}

/** Something with a date. `expression` are the words that gave it. */
export type TimelineEvent = Statement & {
  readonly date: string
  readonly until?: string
  readonly expression: Citation
  readonly isPlanned: boolean
  /** A sentence says that it was planned for another day: that day, with the words for it. */
  readonly movedFrom?: { readonly date: string; readonly expression: Citation }
  /** A later article says that it was moved to another day: that day, and the sentence. */
  readonly movedTo?: { readonly date: string; readonly citation: Citation }
}

/** Two statements that a reporter's sentence, cited as `signal`, says differ. */
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
  /** Who says so, when it is not the one who promises. */
  readonly reportedBy?: string
  readonly statement: Statement
  readonly condition?: Citation
  readonly due?: Citation
  /** TIMEX3 value of `due`, where it is a date. */
  readonly dueDate?: string
  /** What later articles say became of it, the earliest first. Absent or empty: nothing was told. */
  readonly changes?: readonly CommitmentChange[]
}

/** What a later article says became of a promise. `changed`: it stands with a new date, cited as `due`. */
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
  /** `low` and `high` where the words give bounds: `at least 12`, `between 30 and 40`. */
  readonly readings: readonly {
    readonly at: string
    readonly value: number
    readonly low?: number
    readonly high?: number
    readonly citation: Citation
  }[]
}

/** What an outlet says of its own article: that it was wrong, unclear or has been changed. */
export type OutletNote = { readonly kind: AmendmentKind; readonly citation: Citation }

/** An entity and in how many members of the story it is named. */
export type NamedEntity = {
  readonly entity: Entity
  readonly documentCount: number
  /** How the texts write it, letter by letter, the most used first. Absent where it is by its name alone. */
  readonly names?: readonly string[]
  /** The ids by which single articles know it, when the story found them to be this one. */
  readonly sameAs?: readonly EntityId[]
}

/** A word that a story's members use much: its stem, the word as it first stands, and how heavily it weighs. */
export type Term = {
  readonly stem: string
  readonly word: string
  readonly weight: number
  readonly isInTitle?: true
}

/** What relates a story to others. These are words and marks, not statements: nothing here is shown as told by anyone. */
export type RelationFacts = {
  /** The heaviest first. */
  readonly terms: readonly Term[]
  /** Documents outside the story whose text a member is a copy of, or the other way round. */
  readonly copies: readonly DocumentId[]
  /** Days (`2025-08-15`), figures (`n:47`, `%:4.9`) and names that read the same in every language. */
  readonly marks: readonly string[]
}

/** What we compute about a story; every statement in it is cited and was verified. */
export type Dossier = {
  readonly storyId: StoryId
  readonly headline: Headline
  readonly language: string
  readonly members: readonly Member[]
  readonly reports: readonly Report[]
  /** What makes articles one report, word for word; absent in dossiers kept before there was this. */
  readonly shared?: readonly SharedText[]
  readonly retellings?: readonly Retelling[]
  readonly brief: readonly BriefPoint[]
  /** The story in about fifty words, chosen as a set; absent in dossiers made before there was this. */
  readonly short?: readonly BriefPoint[]
  readonly ledger: readonly SpeakerLedger[]
  readonly unattributed: readonly Utterance[]
  readonly timeline: readonly TimelineEvent[]
  readonly differences: readonly Difference[]
  readonly commitments: readonly Commitment[]
  readonly figures: readonly Figure[]
  /** The outlets' own corrections, the earliest article first. Absent in dossiers made before they were read. */
  readonly amendments?: readonly OutletNote[]
  /** Whom and what the members name most, the most named first; links stories to each other. */
  readonly entities?: readonly NamedEntity[]
  /** Absent in dossiers made before stories were related by all their words. */
  readonly relation?: RelationFacts
  /** Which outlet carries which point; absent where there is one outlet only, and in dossiers made before it was computed. */
  readonly coverage?: CoverageMatrix
  /** Words that outlets chose where others chose another; absent in dossiers made before they were looked for. */
  readonly wordChoices?: readonly WordChoice[]
  /** How many statements were dropped because a citation did not hold. */
  readonly droppedCount: number
  /** What the statements were held against once more; absent in dossiers made before they were. */
  readonly audit?: DossierAudit
}

/** A part of a dossier whose statements are held against their documents once more. */
export type AuditedPart = 'headline' | 'brief' | 'timeline' | 'commitments' | 'differences' | 'quotations'

/** What came of holding our own statements against what they cite, as a model's are. */
export type DossierAudit = {
  /** How many statements of each part were looked at, and how many passed every check that applies. */
  readonly parts: { readonly [Part in AuditedPart]: { readonly checked: number; readonly passed: number } }
  /** How often each check was passed. */
  readonly passed: { readonly [Check in ClaimCheck]?: number }
  /** What failed. `isDropped`: it was taken out; else it stands, as a headline does, which is an outlet's own words. */
  readonly failed: readonly FailedStatement[]
}

/** One statement of ours that failed a check. */
export type FailedStatement = {
  readonly part: AuditedPart
  readonly text: string
  readonly documentId: DocumentId
  readonly failed: ClaimCheck
  /** In plain English. */
  readonly why: string
  readonly isDropped: boolean
}

/** A headline is the title of a document, taken whole. */
export type Headline = { readonly documentId: DocumentId; readonly title: string }
