import { asId, type EntityId, type SourceId } from '../../src/core/ids.ts'
import type { FindTab, FindView } from '../../src/operations/search/find-views.ts'
import { parseSearch } from '../../src/operations/search/search-language.ts'
import type { Answers } from './answers.ts'
import { cards } from './cards.ts'
import { search } from './views.ts'

const none = { count: 0, isMore: false }
const facet = (value: string, count: number) => ({ value, label: value, count })
const [quote] = search.quotes
const hits = search.hits.map((hit) => ({
  ...hit,
  titleMarks: [{ start: 0, end: 6 }],
  sourceId: asId<SourceId>('source-1'),
}))

function view(query: string, more: Partial<FindView> = {}): FindView {
  return {
    query,
    asked: parseSearch(query),
    hasAsked: query !== '',
    tab: 'stories',
    sort: 'best',
    counts: { stories: none, articles: none, quotes: none, people: none },
    page: 1,
    pageCount: 1,
    stories: [],
    articles: [],
    quotes: [],
    people: [],
    facets: { languages: [], sources: [], sections: [] },
    searches: [],
    examples: [],
    isFollowed: false,
    ...more,
  }
}

const kept = { id: 'search-1', name: 'The ferry', query: 'ferry said:Ellind', at: '2026-03-10T08:00:00Z' }

export const form = view('', {
  examples: ['"Mara Ellind"', 'said:"Mara Ellind" in:2026-03'],
  searches: [
    { ...kept, fresh: { count: 3, isMore: false } },
    { ...kept, id: 'search-2', name: 'harbor <b>', query: 'harbor', fresh: { count: 100, isMore: true } },
  ],
})

/** No word of it is found, but a model holds some articles for close. */
export const nothing = view('nothing "at all" said:Nobody in:2026-03', {
  alsoClose: { model: 'small-multilingual', articles: hits },
})

const found: Partial<FindView> = {
  counts: {
    stories: { count: 5, isMore: false },
    articles: { count: 400, isMore: true },
    quotes: { count: 1, isMore: false },
    people: { count: 1, isMore: false },
  },
  facets: {
    languages: [facet('en', 380), facet('ar', 20)],
    sources: [facet('Northern Wire', 300), facet('منبر الساحل', 20)],
    sections: [facet('Region', 12)],
  },
  oldestRead: '2026-03-02',
}

/** A search that finds something under every tab, at one of them. */
export function foundAt(tab: FindTab, query = 'ferry "night watch"'): FindView {
  return view(query, {
    ...found,
    tab,
    stories:
      tab === 'stories' ? cards.map((card, index) => ({ card, matchCount: index + 1, hit: hits[index % 2]! })) : [],
    articles: tab === 'articles' ? hits : [],
    ...(tab === 'articles' ? { page: 2, pageCount: 20 } : {}),
    quotes:
      tab === 'quotes'
        ? [
            { ...quote!, language: 'en', marks: [{ start: 2, end: 7 }], confidence: 0.9, alsoIn: ['Varn Echo'] },
            { ...quote!, language: 'en', marks: [], confidence: 0.5, alsoIn: [] },
            { ...quote!, language: 'en', marks: [], speakerName: '', confidence: 1, alsoIn: [] },
          ]
        : [],
    people:
      tab === 'people'
        ? [
            {
              entity: { id: asId<EntityId>('person:mara-ellind'), kind: 'person', name: 'Mara Ellind' },
              storyCount: 4,
              quoteCount: 12,
              lastAt: '2026-03-17T08:00:00Z',
            },
          ]
        : [],
  })
}

/** A search that is kept, narrowed by everything, with a part that was not understood. */
export const narrowed: FindView = {
  ...foundAt('quotes', 'bridge said:"Mara Ellind" from:Wire in:2026-03 lang:en section:Region after:august'),
  saved: kept,
  isFollowed: true,
}

export function findOperations(changes: unknown[]) {
  return {
    find: async ({ query = '', tab }) => {
      if (query.trim() === '') return form
      if (query.startsWith('nothing')) return nothing
      if (query.includes('said:')) return narrowed
      return foundAt(tab ?? 'stories', query)
    },
    search_feed: async ({ id }) => (id === kept.id ? { search: kept, hits } : undefined),
    save_search: async (input) => {
      changes.push(['saveSearch', input])
      return kept
    },
    rename_search: async (input) => {
      changes.push(['renameSearch', input])
      return input.id === kept.id ? { ...kept, name: input.name } : undefined
    },
    remove_search: async (input) => {
      changes.push(['removeSearch', input])
      return input.id === kept.id ? kept : undefined
    },
  } satisfies Answers
}
