/**
 * Why a block of a page is in a text or not. With `block` it is: `kept`, `lead` (restored, because another version of the
 * article begins with it) or `site rule`. Without, `step` names what removed it.
 */
export type AccountLine = {
  readonly step: string
  /** Index of the document's block; absent if it isn't in the document. */
  readonly block?: number
  /** Its first words, or those of the first blocks of a run, at most 160 characters; absent if `block` gives them. */
  readonly text?: string
  readonly words: number
  /** How many consecutive blocks this line covers; absent means one. */
  readonly count?: number
  /** How many other pages of its site have it, if that is why it was removed. */
  readonly pages?: number
}

/** What chose the blocks of a text. */
export type ChosenBy = 'main text' | 'site rule' | 'structured text' | 'description' | 'feed' | 'import'

/** Which part of a page's markup a value was found in. */
export type Mark = 'json-ld' | 'meta' | 'title-tag' | 'heading' | 'byline' | 'time-tag' | 'address' | 'feed'

/** The fields of an article whose origin we show. */
export const markedFields = ['title', 'authors', 'publishedAt', 'updatedAt'] as const
export type MarkedField = (typeof markedFields)[number]

/** What happened to a page, block by block, in order; limited in length. */
export type TextAccount = {
  readonly lines: readonly AccountLine[]
  /** Lines beyond the limit. */
  readonly unlisted: number
  readonly chosenBy: ChosenBy
  /** All marks that agree with the value we use, the most trusted first; empty if none does. */
  readonly found: { readonly [Field in MarkedField]?: readonly Mark[] }
}

export const maxAccountLines = 300
export const maxAccountText = 160

/** Problems a reader can report about an article's text. */
export const textProblems = [
  'opening-missing',
  'text-missing',
  'not-part-of-it',
  'wrong-title',
  'wrong-author',
  'wrong-date',
  'not-an-article',
  'other',
] as const
export type TextProblem = (typeof textProblems)[number]

/** `open`: waits for the owner; `ruled`: a site rule was made from it; `closed`: dismissed. */
export type ProblemReportState = 'open' | 'ruled' | 'closed'
