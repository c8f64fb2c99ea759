import type { SavedSearch } from '../../store/library/saved-searches.ts'
import type { QuoteMatch } from '../../store/search/filtered-search.ts'
import type { SearchHit } from '../../store/store.ts'
import type { Facet, StoryCard } from '../day/today-views.ts'
import type { HiddenView } from '../library/mine-views.ts'
import type { Presence } from '../people/entity-views.ts'
import type { HowQuoted } from '../stories/how-quoted.ts'
import type { AlsoClose } from './also-close.ts'
import type { SearchAsked } from './search-language.ts'

export type { SavedSearch } from '../../store/library/saved-searches.ts'
export type { SearchHit } from '../../store/store.ts'
export type { SearchAsked, SearchKey } from './search-language.ts'

/** What a search finds, in the order of its tabs. */
export const findTabs = ['stories', 'articles', 'quotes', 'people'] as const
export type FindTab = (typeof findTabs)[number]

/** How many there are; when `isMore`, more than that. */
export type FindCount = { readonly count: number; readonly isMore: boolean }

/** A quotation found. */
export type QuoteFound = QuoteMatch &
  HowQuoted & {
    /** Other outlets with the same words. */
    readonly alsoIn: readonly string[]
  }

export type FindView = {
  readonly query: string
  readonly asked: SearchAsked
  /** False when nothing was asked: the page then says how to ask. */
  readonly hasAsked: boolean
  readonly tab: FindTab
  readonly sort: 'best' | 'newest'
  readonly counts: Readonly<Record<FindTab, FindCount>>
  readonly page: number
  readonly pageCount: number
  /** Of the tab looked at, one page; the lists of the others are empty. */
  readonly stories: readonly {
    readonly card: StoryCard
    readonly matchCount: number
    readonly hit?: SearchHit
  }[]
  readonly articles: readonly SearchHit[]
  readonly quotes: readonly QuoteFound[]
  readonly people: readonly Presence[]
  /** What a model holds for close in meaning, beside what the words find. Absent where no model makes vectors. */
  readonly alsoClose?: AlsoClose
  readonly facets: {
    readonly languages: readonly Facet[]
    readonly sources: readonly Facet[]
    readonly sections: readonly Facet[]
  }
  /** When there are more matches than were read: the day (`YYYY-MM-DD`) of the oldest that was. */
  readonly oldestRead?: string
  readonly hidden?: HiddenView
  /** This search, when it is kept. */
  readonly saved?: SavedSearch
  /** All that are kept, when nothing is asked. */
  readonly searches: readonly SavedSearchView[]
  /** Searches that find something now, when nothing is asked. */
  readonly examples: readonly string[]
  /** Whether the reader follows this search. */
  readonly isFollowed: boolean
}

/** A kept search and how many new articles it has since it was looked at. */
export type SavedSearchView = SavedSearch & { readonly fresh: FindCount }
