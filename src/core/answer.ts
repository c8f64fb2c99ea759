import type { ArticleKind, Completeness, Recording } from './article.ts'
import type { Citation } from './citation.ts'
import type { CheckedText } from './claim.ts'
import type { Document } from './document.ts'
import type { ArticleId, EntityId, SourceId, StoryId } from './ids.ts'
import type { Annotations } from './layers.ts'
import type { Heard } from './reading/heard.ts'

/** The articles a question is asked about. Times are ISO 8601; `from` is included, `until` isn't. */
export type AskScope = {
  readonly storyId?: StoryId
  readonly entityId?: EntityId
  /** The asker's folder; its sub-folders count. */
  readonly folder?: string
  readonly from?: string
  readonly until?: string
}

export type QuestionKind =
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

/** A question about how a story was told, which its dossier answers. */
export type StoryAsk = 'changed' | 'differ' | 'promised' | 'first' | 'timeline'

/** A question as we understood it; the page shows it, so that a reader sees what was searched for. */
export type AskedQuestion = {
  readonly text: string
  readonly sort: QuestionKind
  /** Set when the story's dossier answered it. */
  readonly asks?: StoryAsk
  /** Content words, as written in the question. */
  readonly terms: readonly string[]
  /** Names, as written in the question. */
  readonly names: readonly string[]
  /** The person whose words are wanted. */
  readonly speaker?: string
  /** The days it names, ISO 8601. */
  readonly from?: string
  readonly until?: string
  /** The previous question, if this one is a follow-up (`and when?`, `what did she say?`). */
  readonly follows?: string
}

/** One passage of an answer, word for word: a sentence or a quotation. */
export type AnswerPoint = {
  readonly citation: Citation
  /** The sentence that contains it. */
  readonly sentence: Citation
  readonly articleId: ArticleId
  readonly storyId?: StoryId
  readonly sourceId: SourceId
  readonly sourceName: string
  readonly publishedAt: string
  /** For a quotation: who said it, and how sure that is. */
  readonly speaker?: { readonly name: string; readonly confidence: number; readonly isDirect: boolean }
  /** When it is heard, for words of a recording. */
  readonly heard?: Heard
  /** Set when its article isn't an ordinary news article with its full text, so that the page can say so. */
  readonly label?: {
    readonly kind?: ArticleKind
    readonly completeness?: Completeness['kind']
    readonly isWithdrawn?: true
  }
  /** Set for the earliest article of a story, when that is asked; `agency`: whose report it carries, by its credit. */
  readonly firstReport?: { readonly agency?: string }
  /** Other outlets with the same words. */
  readonly alsoIn: readonly string[]
  /** 0 to 1: how much of the question it answers. */
  readonly support: number
}

/** Passages that say the same or belong to one story, the latest first. */
export type AnswerGroup = {
  readonly storyId?: StoryId
  readonly title: string
  readonly points: readonly [AnswerPoint, ...AnswerPoint[]]
}

/** Two passages that differ, according to a reporter's own words or to numbers for the same thing. */
export type AnswerConflict = { readonly a: AnswerPoint; readonly b: AnswerPoint; readonly signal?: Citation }

/** A passage close to a question that wasn't checked to answer it, and why it is shown: the words of the question that it, or its article, has. */
export type ClosestPassage = AnswerPoint & {
  readonly why: { readonly in: 'passage' | 'article'; readonly words: readonly string[] }
}

/** What was searched, so that a reader can judge an answer, and above all that none was found. */
export type SearchedFor = {
  readonly articleCount: number
  readonly sentenceCount: number
  readonly quoteCount: number
  /** Publication times of the oldest and newest article searched. */
  readonly from?: string
  readonly until?: string
  /** Words of the question found nowhere in what was searched. */
  readonly missing: readonly string[]
  /** True when there were more matches than were read. */
  readonly isCut: boolean
}

/**
 * What is shown for a question: an answer when it is sure, else the closest passages, else nothing. Every word is from an article.
 * `written` is a model's checked text, shown beside it.
 */
export type Answer =
  | {
      readonly kind: 'answered'
      readonly asked: AskedQuestion
      readonly groups: readonly [AnswerGroup, ...AnswerGroup[]]
      readonly conflicts: readonly AnswerConflict[]
      readonly searched: SearchedFor
      readonly written?: CheckedText & { readonly model: string }
      readonly judging?: AnswerJudging
    }
  | {
      readonly kind: 'closest'
      readonly asked: AskedQuestion
      /** Never shown as an answer. From different stories where there are several. */
      readonly passages: readonly [ClosestPassage, ...ClosestPassage[]]
      readonly searched: SearchedFor
      readonly judging?: AnswerJudging
    }
  | {
      readonly kind: 'nothing'
      readonly asked: AskedQuestion
      /** No article bears on it, or the text asks nothing. */
      readonly reason: 'nothing' | 'no-question'
      readonly searched: SearchedFor
    }

/** Where a model judges passages: whether it is at it, has chosen what is shown, or failed, so that all is shown as without it. */
export type AnswerJudging =
  | { readonly kind: 'judging' }
  | { readonly kind: 'judged'; readonly model: string }
  | { readonly kind: 'failed' }

/** An article with the layers that answers are built from. */
export type AskArticle = {
  readonly document: Document
  readonly annotations: Annotations
  readonly source: { readonly id: SourceId; readonly name: string; readonly family?: string }
  readonly kind: ArticleKind
  readonly completeness: Completeness
  /** Its outlet withdrew it, by a note or by deleting the page. */
  readonly isWithdrawn?: true
  readonly refusesModels?: true
  /** Of which it is the transcript. */
  readonly recording?: Recording
  readonly storyId?: StoryId
  readonly storyTitle?: string
}
