/**
 * How a block of a page came to stand in a text or not. With `block` it stands there: `kept`, `lead` (put back, since another
 * telling of the article begins with it) or `site rule`. Without, `step` names what left it out.
 */
export type AccountLine = {
  readonly step: string
  /** Which block of the document it is; absent for what is not in it. */
  readonly block?: number
  /** Its first words, or those of the first blocks of a run, at most 160 characters; absent where `block` says them. */
  readonly text?: string
  readonly words: number
  /** How many blocks in a row this line stands for; absent: one. */
  readonly count?: number
  /** On how many other pages of its site it stands, where that is why it was left out. */
  readonly pages?: number
}

/** What chose the blocks of a text. */
export type ChosenBy = 'main text' | 'site rule' | 'structured text' | 'description' | 'feed' | 'import'

/** Where something was found that a page says of itself. */
export type Mark = 'json-ld' | 'meta' | 'title-tag' | 'heading' | 'byline' | 'time-tag' | 'address' | 'feed'

/** The fields of an article of which we say where they were found. */
export const markedFields = ['title', 'authors', 'publishedAt', 'updatedAt'] as const
export type MarkedField = (typeof markedFields)[number]

/** What was made of a page, block by block, in its order; bounded. */
export type TextAccount = {
  readonly lines: readonly AccountLine[]
  /** Lines beyond the bound. */
  readonly unlisted: number
  readonly chosenBy: ChosenBy
  /** The marks in which the same stands that we took, the most trusted first; empty where no mark says it as we do. */
  readonly found: { readonly [Field in MarkedField]?: readonly Mark[] }
}

export const mostAccountLines = 300
export const longestAccountText = 160
