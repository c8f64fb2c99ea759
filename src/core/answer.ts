import type { ArticleKind, Completeness } from './article.ts'
import type { Citation } from './citation.ts'
import type { CheckedText } from './claim.ts'
import type { ArticleId, EntityId, SourceId, StoryId } from './ids.ts'

/** What a question is asked of. Times are ISO 8601, from one up to but not with the other. */
export type AskScope = {
  readonly storyId?: StoryId
  readonly entityId?: EntityId
  readonly from?: string
  readonly until?: string
}

/** What sort of answer a question wants. */
export type QuestionSort =
  | 'who'
  | 'what'
  | 'when'
  | 'where'
  | 'how-many'
  | 'why'
  | 'how'
  | 'yes-no'
  | 'said'
  | 'who-said'

/** A question as it was understood; the page shows it, so that a reader sees what was looked for. */
export type AskedQuestion = {
  readonly text: string
  readonly sort: QuestionSort
  /** The words that carry meaning, as they stand in the question. */
  readonly terms: readonly string[]
  /** Names in it, as they stand in the question. */
  readonly names: readonly string[]
  /** Whose words are asked for. */
  readonly speaker?: string
  /** Days it names, ISO 8601. */
  readonly from?: string
  readonly until?: string
  /** The question before it, where this one leans on it (`and when?`, `what did she say?`). */
  readonly follows?: string
}

/** One passage of an answer: a sentence, or what somebody said, word for word. */
export type AnswerPoint = {
  readonly citation: Citation
  /** The whole sentence it stands in. */
  readonly sentence: Citation
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
  /** Who said it and how sure that is, where it is what somebody said. */
  readonly speaker?: { readonly name: string; readonly confidence: number; readonly isDirect: boolean }
  /** What its article is where that is no news article held whole: such a passage never passes as one. */
  readonly label?: {
    readonly kind?: ArticleKind
    readonly completeness?: Completeness['kind']
    readonly isWithdrawn?: true
  }
  /** Other outlets with the same words. */
  readonly alsoIn: readonly string[]
  /** 0 to 1: how much of what was asked it bears. */
  readonly support: number
}

/** Passages that tell the same or belong to one story, the newest state first. */
export type AnswerGroup = {
  readonly storyId?: StoryId
  readonly title: string
  readonly points: readonly [AnswerPoint, ...AnswerPoint[]]
}

/** Two passages that a reporter's own words, or numbers for the same thing, say differ. */
export type AnswerConflict = { readonly a: AnswerPoint; readonly b: AnswerPoint; readonly signal?: Citation }

/** Where was looked, so that an answer, and a refusal even more, can be judged. */
export type SearchedFor = {
  readonly articleCount: number
  readonly sentenceCount: number
  readonly quoteCount: number
  /** Publication times of the oldest and the newest article looked at. */
  readonly from?: string
  readonly until?: string
  /** Words of the question that stand nowhere in what was looked at. */
  readonly missing: readonly string[]
  /** True when there were more matches than were read. */
  readonly isCut: boolean
}

/** What is answered. Every word of an answer stands in an article; `written` is a model's, checked, beside it. */
export type Answer =
  | {
      readonly kind: 'answered'
      readonly asked: AskedQuestion
      readonly groups: readonly [AnswerGroup, ...AnswerGroup[]]
      readonly conflicts: readonly AnswerConflict[]
      readonly searched: SearchedFor
      readonly written?: CheckedText & { readonly model: string }
    }
  | {
      readonly kind: 'declined'
      readonly asked: AskedQuestion
      /** Nothing matches; what matches bears too little; the text asks nothing. */
      readonly reason: 'nothing' | 'thin' | 'no-question'
      readonly searched: SearchedFor
      /** What comes nearest, shown as such and never as an answer. */
      readonly nearest: readonly AnswerPoint[]
    }
