import type { FindTab, FindView, SavedSearch, SearchHit } from '../operations/find-views.ts'

type Answer<View> = Promise<View | undefined>

/** What the search page asks for and does. */
export type FindOperations = {
  find(input: {
    readonly query: string
    readonly tab?: FindTab
    readonly sort?: 'best' | 'newest'
    readonly page?: number
    readonly muted?: 'show'
  }): Answer<FindView>
  searchFeed(input: {
    readonly id: string
  }): Answer<{ readonly search: SavedSearch; readonly hits: readonly SearchHit[] }>
  saveSearch(input: { readonly query: string; readonly name?: string }): Answer<SavedSearch>
  renameSearch(input: { readonly id: string; readonly name: string }): Answer<SavedSearch>
  removeSearch(input: { readonly id: string }): Answer<SavedSearch>
}
