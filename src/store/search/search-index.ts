import type { RawBuilder, SqlBool } from 'kysely'
import type { Db, Tx } from '../engine/engine.ts'
import type { SearchQuery } from './search-query.ts'

type SearchText = { readonly sequence: number; readonly title: string; readonly text: string }
type QuoteText = { readonly sequence: number; readonly text: string; readonly speaker: string }

/** A match; a smaller rank is better. */
export type Match = { readonly sequence: number; readonly rank: number }

/** A further condition on a match, in SQL over its sequence. */
export type MatchFilter = (sequence: RawBuilder<unknown>) => RawBuilder<SqlBool>

/** Any one of these: a word, or several in a row. */
export type WordGroup = (readonly string[])[]

/** The sequences found by each of several searches, in their order. */
export type PhraseMatches = readonly (readonly number[])[]

/** Full-text search of a database. The text is indexed, not stored. */
export type SearchIndex = {
  indexEntries(tx: Tx, texts: readonly SearchText[]): Promise<void>
  removeEntries(tx: Tx, sequences: readonly number[]): Promise<void>
  /** The newest `limit` matches with a sequence of at most `upTo`, newest first. */
  matchEntries(
    reader: Db,
    query: SearchQuery,
    upTo: number,
    limit: number,
    only?: MatchFilter,
  ): Promise<readonly Match[]>
  /** The newest entries with one of the words of every group, newest first: unranked, and read from the index only. */
  newestEntries(reader: Db, groups: readonly WordGroup[], limit: number, only?: MatchFilter): Promise<readonly number[]>
  /** For each search, the oldest entries with all of its phrases. One statement, however many searches. */
  entriesWith(reader: Db, searches: readonly WordGroup[], limit: number, only?: MatchFilter): Promise<PhraseMatches>
  /** The highest indexed sequence, 0 for none: about how many there are. */
  lastEntry(reader: Db): Promise<number>
  indexQuotes(tx: Tx, texts: readonly QuoteText[]): Promise<void>
  removeQuotes(tx: Tx, sequences: readonly number[]): Promise<void>
  /** The newest `limit` quotes with matching text, whose speaker's name contains all words of `speaker`. */
  matchQuotes(
    reader: Db,
    query: SearchQuery | undefined,
    speaker: SearchQuery | undefined,
    limit: number,
    only?: MatchFilter,
  ): Promise<readonly number[]>
  /** For each search, the oldest quotes with all of its phrases in their words. */
  quotesWith(reader: Db, searches: readonly WordGroup[], limit: number, only?: MatchFilter): Promise<PhraseMatches>
}
