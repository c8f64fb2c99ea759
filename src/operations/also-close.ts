import type { ArticleId } from '../core/ids.ts'
import { primaryLanguage } from '../core/primary-language.ts'
import type { FindFilter, FoundEntry } from '../store/find-store.ts'
import type { SearchHit } from '../store/store.ts'
import { mutableHit, type mutedLists } from './hide-muted.ts'
import { nearInMeaning } from './near-in-meaning.ts'
import type { OperationContext } from './operation.ts'

const mostShown = 8
/** Some are found by their words already, or left out by what the search is narrowed to. */
const mostLookedAt = 40

/** Articles that a model holds for close in meaning to what was looked for, and that its words did not find. */
export type AlsoClose = { readonly model: string; readonly articles: readonly SearchHit[] }

/** Nothing where no model makes vectors, nothing is near, or its words found it all. */
export async function alsoClose(
  context: OperationContext,
  words: string,
  filter: FindFilter,
  found: readonly { readonly articleId?: ArticleId }[],
  lists: Awaited<ReturnType<typeof mutedLists>>,
): Promise<{ readonly alsoClose?: AlsoClose }> {
  const { store } = context
  const near = await nearInMeaning(context, words, mostLookedAt)
  if (!near) return {}
  const known = new Set(found.map(({ articleId }) => articleId))
  const order = new Map(near.articleIds.map((id, place) => [id as string, place]))
  const entries = (await store.finds.entriesOf(near.articleIds.filter((id) => !known.has(id))))
    .filter((entry) => isWithin(entry, filter))
    .toSorted((a, b) => (order.get(a.articleId ?? '') ?? 0) - (order.get(b.articleId ?? '') ?? 0))
    .slice(0, mostShown)
  if (entries.length === 0) return {}
  const hits = await store.finds.hits(
    entries.map(({ sequence }) => sequence),
    '',
  )
  const articles = lists.sift(hits, mutableHit)
  return articles.length === 0 ? {} : { alsoClose: { model: near.model, articles } }
}

function isWithin(
  { publishedAt, language, source, section }: FoundEntry,
  { from, until, language: wanted, sourceIds, section: only }: FindFilter,
): boolean {
  return (
    (from === undefined || publishedAt >= from) &&
    (until === undefined || publishedAt < until) &&
    (wanted === undefined || primaryLanguage(language) === wanted) &&
    (sourceIds === undefined || sourceIds.includes(source.id)) &&
    (only === undefined || section === only)
  )
}
