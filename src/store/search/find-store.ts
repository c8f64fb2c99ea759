import type { ArticleId, SourceId, StoryId } from '../../core/ids.ts'
import type { QuoteHit, SearchHit } from '../store.ts'

/** What a search narrows its matches by; all that is given must hold. Times are ISO 8601, from one up to but not with the other. */
export type FindFilter = {
  readonly from?: string
  readonly until?: string
  /** Two or three letters: `ar`. */
  readonly language?: string
  readonly sourceIds?: readonly SourceId[]
  readonly section?: string
  /** Only what came here after this time. */
  readonly fetchedAfter?: string
}

/** A match before it is shown; the smaller the rank the better. An article that several feeds carry is one match. */
export type FoundEntry = {
  readonly sequence: number
  readonly rank: number
  readonly articleId?: ArticleId
  readonly storyId?: StoryId
  readonly publishedAt: string
  readonly language: string
  readonly source: { readonly id: SourceId; readonly name: string }
  readonly section?: string
}

/** Newest matches, at most as many as asked for; `isCut` when there are more. */
export type Found<Item> = { readonly rows: readonly Item[]; readonly isCut: boolean }

export type FoundQuote = QuoteHit & {
  readonly language: string
  /** Where the words that were looked for stand in the text. */
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export type FindStore = {
  /** Articles and entries whose text matches; without words, all that the filter leaves. */
  entries(text: string, filter: FindFilter, limit: number): Promise<Found<FoundEntry>>
  /** Those that are the articles named. */
  entriesOf(articleIds: readonly ArticleId[]): Promise<readonly FoundEntry[]>
  /** Quotations by their words, by who said them, or both. */
  quotes(text: string, speaker: string | undefined, filter: FindFilter, limit: number): Promise<Found<FoundQuote>>
  /** What a page shows of matches, in the order given. */
  hits(sequences: readonly number[], text: string): Promise<readonly SearchHit[]>
  /** Outlets whose name has the words. */
  sourcesNamed(name: string): Promise<readonly { readonly id: SourceId; readonly name: string }[]>
}
