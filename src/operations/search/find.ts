import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { shownPicture } from '../../store/articles/entry-pictures.ts'
import type { EntryMatch, NewestMatches, QuoteMatch } from '../../store/search/filtered-search.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { Facet } from '../day/today-views.ts'
import { timeZone } from '../input.ts'
import { mutableHit, mutableOutline, mutableQuote, mutedLists } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { withQuoteDetails } from '../stories/quote-details.ts'
import { cardOf } from '../stories/story-card.ts'
import type { FindTab, FindView, SearchHit } from './find-views.ts'
import { findFilter, savedSearches } from './saved-searches.ts'
import { parseSearch, writeSearch } from './search-language.ts'
import { semanticMatches } from './semantic-matches.ts'

const mostShown = 30

/** The languages, outlets and sections of matches, most frequent first. */
function foundFacets(rows: readonly EntryMatch[]): FindView['facets'] {
  return {
    languages: count(rows.map(({ language }) => language).filter((language) => language !== 'und')),
    sources: count(rows.map(({ source }) => source.name)),
    sections: count(rows.flatMap(({ section }) => section ?? [])),
  }
}

function count(values: readonly string[]): readonly Facet[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostShown)
}

const PAGE = 20
const LARGEST_PAGE = 100
/** Newest matches read and ranked; beyond it the page says that there are more. */
const MOST_ENTRIES = 400
const MOST_QUOTES = 200
const MOST_PEOPLE = 40
const WEEK_MS = 7 * 86_400_000

export const find = defineOperation({
  name: 'find',
  minRole: 'guest',
  summary:
    'Stories, articles, quotations and people: words, "a phrase", -without, said:, from:, in:, after:, before:, lang:, section:',
  input: z.strictObject({
    query: z.string().max(maxLength.search).default(''),
    tab: z.enum(['stories', 'articles', 'quotes', 'people']).optional(),
    sort: z.enum(['best', 'newest']).default('best'),
    page: z.coerce.number<number>().int().min(1).max(1000).default(1),
    pageSize: z.coerce.number<number>().int().min(1).max(LARGEST_PAGE).default(PAGE),
    muted: z.enum(['show']).optional(),
    /** IANA time zone of the days in the query. Absent: UTC. */
    timeZone: timeZone.optional(),
  }),
  async run(context, input): Promise<FindView> {
    const { store } = context
    const asked = parseSearch(input.query)
    const query = writeSearch(asked)
    const hasAsked = query !== ''
    const [filter, lists, kept, follows] = await Promise.all([
      findFilter(store, asked, input.timeZone),
      mutedLists(context, input.muted),
      store.savedSearches.list(context.reader.id),
      store.follows.list(context.reader.id),
    ])
    const [quotes, named] = hasAsked
      ? await Promise.all([
          store.search.quotes(asked.text, asked.said, filter, MOST_QUOTES),
          peopleNamed(context, asked.said ?? asked.text),
        ])
      : [{ rows: [], isCut: false } satisfies NewestMatches<QuoteMatch>, []]
    // `said:` searches quotations: articles and stories are then those of the quotations.
    const entries: NewestMatches<EntryMatch> = !hasAsked
      ? { rows: [], isCut: false }
      : asked.said === undefined
        ? await store.search.entries(asked.text, filter, MOST_ENTRIES)
        : { rows: await store.search.entriesOf(quotes.rows.map(({ articleId }) => articleId)), isCut: quotes.isCut }
    const sorted = inOrder(entries.rows, input.sort)
    const groups = storiesOf(sorted, input.sort)
    const outlines = new Map<string, OutlinedStory>(
      lists
        .sift(await store.stories.findOutlines(groups.map(([id]) => id)), mutableOutline)
        .map((story) => [story.id, story]),
    )
    const stories = groups.filter(([id]) => outlines.has(id))
    const shownQuotes = mergeSameQuotes(lists.sift(quotes.rows, mutableQuote))
    const counts = {
      stories: { count: stories.length, isMore: entries.isCut },
      articles: { count: entries.rows.length, isMore: entries.isCut },
      quotes: { count: shownQuotes.length, isMore: quotes.isCut },
      people: { count: named.length, isMore: named.length === MOST_PEOPLE },
    }
    const tab = input.tab ?? bestTab(counts, asked.said !== undefined)
    const size = input.pageSize
    const pageCount = Math.max(1, Math.ceil(counts[tab].count / size))
    const page = Math.min(input.page, pageCount)
    const onPage = <Item>(items: readonly Item[]) => items.slice((page - 1) * size, page * size)
    const now = context.now()
    const storyPage = tab === 'stories' ? onPage(stories) : []
    const hits = await store.search.hits(
      tab === 'stories'
        ? storyPage.map(([, [first]]) => first!.sequence)
        : tab === 'articles'
          ? onPage(sorted).map(({ sequence }) => sequence)
          : [],
      asked.text,
    )
    const saved = kept.find((search) => search.query === query)
    // A search by a program doesn't count as a look by its reader.
    if (saved && hasAsked && !context.reader.isProgram)
      await store.savedSearches.see(context.reader.id, saved.id, now.toISOString())
    // Only on the first page, in addition to the results.
    const isFirst = page === 1 && (tab === 'stories' || tab === 'articles') && asked.said === undefined
    const close = hasAsked && isFirst ? await semanticMatches(context, asked.text, filter, entries.rows, lists) : {}
    const oldest = entries.isCut ? entries.rows.map(({ publishedAt }) => publishedAt).sort()[0] : undefined
    return {
      query,
      asked,
      hasAsked,
      tab,
      sort: input.sort,
      counts,
      page,
      pageCount,
      stories: storyPage.flatMap(([id, matches]) => {
        const story = outlines.get(id)
        const hit = hits.find(({ storyId }) => storyId === id)
        return story ? [{ card: cardOf(story, now), matchCount: matches.length, ...defined({ hit }) }] : []
      }),
      articles: tab === 'articles' ? await withMarks(context, lists.sift(hits, mutableHit)) : [],
      quotes: tab === 'quotes' ? await withQuoteDetails(store, onPage(shownQuotes)) : [],
      people: tab === 'people' ? onPage(named) : [],
      facets: foundFacets(entries.rows),
      ...close,
      ...defined({ oldestRead: oldest?.slice(0, 10) }),
      ...lists.hidden(),
      ...defined({ saved }),
      searches: hasAsked ? [] : await savedSearches(context, kept),
      examples: hasAsked ? [] : await examples(context),
      isFollowed: follows.some(({ kind, target }) => kind === 'search' && target === query),
    }
  },
})

/** Articles found with their pictures in lists, and whether they are read. */
async function withMarks(
  { store, reader }: OperationContext,
  hits: readonly SearchHit[],
): Promise<FindView['articles']> {
  const rows = await store.entries.rows(
    reader.id,
    hits.map(({ entryId }) => entryId),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.map((hit) => {
    const row = byId.get(hit.entryId)
    const isRead = row?.isSubscribed && row.isRead ? (true as const) : undefined
    return { ...hit, ...defined({ picture: row && shownPicture(row), isRead }) }
  })
}

function inOrder(rows: readonly EntryMatch[], sort: FindView['sort']): readonly EntryMatch[] {
  if (sort === 'best') return rows
  return rows.toSorted((a, b) =>
    a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : b.sequence - a.sequence,
  )
}

/** Merges the same words of several outlets into the earliest one, with the other outlets. Newest first. */
function mergeSameQuotes(
  quotes: readonly QuoteMatch[],
): readonly (QuoteMatch & { readonly alsoIn: readonly string[] })[] {
  const groups = Map.groupBy(quotes, ({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return [...groups.values()].map((same) => {
    const first = same.at(-1)!
    const others = new Set(same.map(({ sourceName }) => sourceName))
    others.delete(first.sourceName)
    return { ...first, alsoIn: [...others] }
  })
}

/** The stories of matches: ordered by best match, with a little extra weight for more matches. */
function storiesOf(
  sorted: readonly EntryMatch[],
  sort: FindView['sort'],
): readonly (readonly [StoryId, readonly EntryMatch[]])[] {
  const groups = [
    ...Map.groupBy(
      sorted.filter(({ storyId }) => storyId !== undefined),
      ({ storyId }) => storyId!,
    ),
  ]
  if (sort === 'newest') return groups
  const weight = ([, matches]: (typeof groups)[number]) => nth(matches, 0).rank * (1 + Math.log2(matches.length) / 4)
  return groups.toSorted((a, b) => weight(a) - weight(b))
}

/** The first tab with results; quotations first for a `said:` search. */
function bestTab(counts: FindView['counts'], hasSpeaker: boolean): FindTab {
  const order: readonly FindTab[] = hasSpeaker
    ? ['quotes', 'stories', 'articles', 'people']
    : ['stories', 'articles', 'quotes', 'people']
  return order.find((tab) => counts[tab].count > 0) ?? nth(order, 0)
}

/** Example searches from the current news, so that they find something. */
async function examples({ store, now }: OperationContext): Promise<readonly string[]> {
  const since = new Date(now().getTime() - WEEK_MS).toISOString()
  const [people, bodies] = await Promise.all(
    (['person', 'organization'] as const).map((kind) => store.entities.list({ kind, since }, 20)),
  )
  const speaker = people?.find(({ quoteCount }) => quoteCount > 1)
  const quiet = bodies?.[0] ?? people?.find((one) => one !== speaker)
  const newest = (await store.search.entries('', { from: since }, 40)).rows[0]
  return [
    ...(quiet ? [`"${quiet.entity.name}"`] : []),
    ...(speaker
      ? [
          writeSearch({ said: speaker.entity.name }),
          writeSearch({ said: speaker.entity.name, in: speaker.lastAt.slice(0, 7) }),
        ]
      : []),
    ...(newest ? [writeSearch({ from: newest.source.name, in: newest.publishedAt.slice(0, 7) })] : []),
  ]
}

async function peopleNamed({ store, now }: OperationContext, name: string) {
  // Names have few words; a long text isn't a name.
  const words = name.replace(/["“”]/g, '').trim()
  if (words === '' || words.split(/\s+/).length > 5) return []
  const since = now().toISOString()
  const found = await Promise.all(
    (['person', 'organization', 'place'] as const).map((kind) =>
      store.entities.list({ kind, since, query: words }, MOST_PEOPLE),
    ),
  )
  return found
    .flat()
    .sort((a, b) => b.storyCount - a.storyCount)
    .slice(0, MOST_PEOPLE)
}
