import type { Span } from '../span.ts'

/** What a public link shows: words of articles, each with where they stand, and nothing of any reader. Kept as it was then. */
export type SharedBody = {
  readonly version: 1
  readonly sources: readonly SharedSource[]
  readonly stories: readonly SharedStory[]
}

/** An article that is cited or counted. */
export type SharedSource = {
  readonly sourceName: string
  readonly title: string
  readonly url: string
  /** ISO 8601. */
  readonly publishedAt: string
  readonly language: string
}

export type SharedStory = {
  readonly title: string
  readonly language: string
  readonly articleCount: number
  readonly reportCount: number
  readonly sections: readonly SharedSection[]
  /** Indices of its articles in `sources`, of which there may be more than are listed. */
  readonly articles: readonly number[]
}

export type SharedSection = {
  readonly kind: 'brief' | 'differ' | 'said' | 'commitments' | 'timeline'
  /** The lines of an item belong together: two accounts that differ, and the sentence that says so. */
  readonly items: readonly (readonly SharedLine[])[]
  /** How many there were; more than `items` where not all are shown. */
  readonly total: number
}

/** Words of an article, letter by letter. */
export type SharedLine = {
  readonly exact: string
  readonly span: Span
  /** Index in `sources`. */
  readonly source: number
  /** Who said or promised it. */
  readonly name?: string
  /** `YYYY-MM-DD`, of an event. */
  readonly date?: string
  readonly isQuotation?: true
  /** How sure it is that `name` said it, where it is not simply so. */
  readonly sureness?: 'probable' | 'set-here'
  /** A reporter's sentence that says that the two above differ. */
  readonly isSignal?: true
}
