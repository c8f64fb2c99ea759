import type { Span } from '../span.ts'

/** The content of a public link, as it was when shared: cited words of articles and nothing about any reader. */
export type SharedBody = {
  readonly version: 1
  readonly sources: readonly SharedSource[]
  readonly stories: readonly SharedStory[]
}

/** A cited or counted article. */
export type SharedSource = {
  readonly sourceName: string
  readonly title: string
  readonly url: string
  readonly publishedAt: string
  readonly language: string
}

export type SharedStory = {
  readonly title: string
  readonly language: string
  readonly articleCount: number
  readonly reportCount: number
  readonly sections: readonly SharedSection[]
  /** Indices of its articles in `sources`, which may be more than those listed. */
  readonly articles: readonly number[]
}

export type SharedSection = {
  readonly kind: 'brief' | 'differ' | 'said' | 'commitments' | 'timeline'
  /** The lines of one item belong together: two accounts that differ, and the sentence that says so. */
  readonly items: readonly (readonly SharedLine[])[]
  /** The full count; more than `items` if not all are shown. */
  readonly total: number
}

/** Words of an article, character by character. */
export type SharedLine = {
  readonly exact: string
  readonly span: Span
  readonly source: number
  /** The person who said or promised it. */
  readonly name?: string
  /** `YYYY-MM-DD`, for an event. */
  readonly date?: string
  readonly isQuotation?: true
  /** How sure the speaker `name` is, if not certain. */
  readonly sureness?: 'probable' | 'set-here'
  /** A reporter's sentence that says the two above differ. */
  readonly isSignal?: true
}
