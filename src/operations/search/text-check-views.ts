import type { Citation } from '../../core/citation.ts'
import type { EntityId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { CitedDocument } from '../views.ts'

/** Words of an article, and whose they are there. */
export type FoundPlace = {
  readonly citation: Citation
  /** The words around them, these included. */
  readonly around: Citation
  /** The article of its outlet that has them first. */
  readonly document: CitedDocument
  /** Absent where the article doesn't say, or we can't tell. */
  readonly speaker?: { readonly id: EntityId; readonly name: string }
  readonly isProbable?: true
  /** The article has them as its own words, not as somebody's. */
  readonly isOwnWords?: true
}

/** Words in which a passage differs from the text. */
export type FoundChange = {
  /** `number`: another value. `negation`: one of the two denies what the other does not. */
  readonly kind: 'number' | 'negation' | 'words'
  /** In `words` of the statement; absent where the text leaves something out. */
  readonly given?: Span
  /** In the citation's words; absent where the text added something. */
  readonly found?: Span
}

/** How many articles have the same words. */
export type Carriers = {
  readonly articles: number
  /** How many of them are independent reports: copies of one text are one. */
  readonly reports: number
  /** Names of their outlets, the first one's first. */
  readonly outlets: readonly string[]
  /** There are more than were counted. */
  readonly isCut?: true
}

/** A number or date in a text, and whether the articles with its words have it. */
export type CheckedFigure = {
  readonly kind: 'number' | 'date'
  /** In the text. */
  readonly span: Span
  readonly words: string
  /** `differs`: they have another one for the same thing. `not-there`: they have none. */
  readonly result: 'same' | 'differs' | 'not-there'
  /** Theirs. */
  readonly citation?: Citation
  readonly document?: CitedDocument
}

export const statementResults = ['exact', 'altered', 'cut', 'other-speaker', 'unquoted', 'not-found'] as const

/**
 * `exact`: word for word, and as what it is in the text. `cut`: words were left out. `altered`: some are others. `other-speaker`: word for
 * word, but as somebody else's. `unquoted`: word for word, but not as somebody's words. `not-found`: in no article here in these or
 * nearly these words; it may have been said all the same.
 */
export type StatementResult = (typeof statementResults)[number]

/** Something that a text says or quotes, and what articles have of it. */
export type CheckedStatement = {
  /** `quotation`: between quotation marks; `statement`: what somebody is said to have said; `sentence`: anything else. */
  readonly kind: 'quotation' | 'statement' | 'sentence'
  /** In the text. */
  readonly span: Span
  readonly words: string
  /** Who said it according to the text. */
  readonly speaker?: string
  readonly result: StatementResult
  /** The earliest article with the words; absent for `not-found`. */
  readonly place?: FoundPlace
  /** Altered or cut, and as somebody else's too. */
  readonly isOtherSpeaker?: true
  readonly changes: readonly FoundChange[]
  readonly carriers?: Carriers
  /** Those in its sentence, outside of its own words. */
  readonly figures: readonly CheckedFigure[]
}

/** A text checked against the articles here. It says what is here, never what is true. */
export type TextCheck = {
  readonly language: string
  /** In the order of the text. Sentences that are in no article are left out. */
  readonly statements: readonly CheckedStatement[]
  readonly counts: { readonly [Result in StatementResult]: number }
  /** How many of the statements are quotations, and what somebody is said to have said. */
  readonly quotations: number
  readonly reported: number
  /** The text has more statements than are looked for: the first were. */
  readonly isCut?: true
}
