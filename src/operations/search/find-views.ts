import type { ListPicture } from '../../core/list-picture.ts'
import type { SavedSearch } from '../../store/library/saved-searches.ts'
import type { QuoteMatch } from '../../store/search/filtered-search.ts'
import type { SearchHit } from '../../store/store.ts'
import type { Facet, StoryCard } from '../day/today-views.ts'
import type { HiddenView } from '../library/library-views.ts'
import type { Presence } from '../people/entity-views.ts'
import type { QuoteDetails } from '../stories/quote-details.ts'
import type { ParsedSearch } from './search-language.ts'
import type { SemanticMatches } from './semantic-matches.ts'

export type { SavedSearch } from '../../store/library/saved-searches.ts'
export type { SearchHit } from '../../store/store.ts'
export type { ParsedSearch, SearchKey } from './search-language.ts'

/** The tabs of search results, in order. */
export const findTabs = ['stories', 'articles', 'quotes', 'people'] as const
export type FindTab = (typeof findTabs)[number]

/** The number of results; with `isMore` there are more than that. */
type FindCount = { readonly count: number; readonly isMore: boolean }

/** A quotation in search results. */
type QuoteResult = QuoteMatch &
  QuoteDetails & {
    /** Other outlets with the same words. */
    readonly alsoIn: readonly string[]
  }

export type FindView = {
  readonly query: string
  readonly asked: ParsedSearch
  /** False for an empty query: the page then explains how to search. */
  readonly hasAsked: boolean
  readonly tab: FindTab
  readonly sort: 'best' | 'newest'
  readonly counts: Readonly<Record<FindTab, FindCount>>
  readonly page: number
  readonly pageCount: number
  /** One page of the selected tab; the other lists are empty. */
  readonly stories: readonly {
    readonly card: StoryCard
    readonly matchCount: number
    readonly hit?: SearchHit
  }[]
  readonly articles: readonly (SearchHit & {
    readonly picture?: ListPicture
    /** Of a subscribed feed, and read. */
    readonly isRead?: true
  })[]
  readonly quotes: readonly QuoteResult[]
  readonly people: readonly Presence[]
  /** Articles similar in meaning, beside those found by words. Absent without an embedding model. */
  readonly alsoClose?: SemanticMatches
  readonly facets: {
    readonly languages: readonly Facet[]
    readonly sources: readonly Facet[]
    readonly sections: readonly Facet[]
  }
  /** When there are more matches than were read: the day (`YYYY-MM-DD`) of the oldest one read. */
  readonly oldestRead?: string
  readonly hidden?: HiddenView
  /** The saved search with this query, if any. */
  readonly saved?: SavedSearch
  /** All saved searches, for an empty query. */
  readonly searches: readonly SavedSearchView[]
  /** Searches that find something now, for an empty query. */
  readonly examples: readonly string[]
  readonly isFollowed: boolean
}

/** A saved search and its number of new articles since the reader last looked. */
export type SavedSearchView = SavedSearch & { readonly fresh: FindCount }
