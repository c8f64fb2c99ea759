import type { ArticleId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { TextVector } from '../../core/text-vector.ts'
import { quantize } from '../../core/text-vector.ts'
import type { EntryMatch, SearchFilter } from '../../store/search/filtered-search.ts'
import type { SearchHit } from '../../store/store.ts'
import { mutableHit, type mutedLists } from '../library/hide-muted.ts'
import type { OperationContext } from '../operation.ts'

/** Longest time a page waits for a model. */
const PATIENCE_MS = 1_500
const questionsKept = 200
/** Below this, an article is about as close as any other. */
const leastStandsOut = 2.5

const known = new WeakMap<object, Map<string, TextVector>>()

/** Articles similar in meaning to a query, closest first, and the model that compared them. */
type NearInMeaning = { readonly model: string; readonly articleIds: readonly ArticleId[] }

/**
 * Semantic search. Undefined without an embedding model, when it doesn't answer soon, or when nothing stands out. The same words are
 * sent to the model once.
 */
async function nearInMeaning(
  { model, meanings }: Pick<OperationContext, 'model' | 'meanings'>,
  words: string,
  most: number,
): Promise<NearInMeaning | undefined> {
  const name = model.embeddingModel?.()
  if (name === undefined || !meanings || !/\p{L}{2}/u.test(words)) return undefined
  const asked = known.get(meanings) ?? new Map<string, TextVector>()
  known.set(meanings, asked)
  const key = `${name}\n${words}`
  let direction = asked.get(key)
  if (!direction) {
    const made = await model.embed([words], AbortSignal.timeout(PATIENCE_MS))
    if (made.kind !== 'embedded' || made.model !== name) return undefined
    direction = quantize(nth(made.vectors, 0))
    for (const oldest of asked.keys()) if (asked.size >= questionsKept) asked.delete(oldest)
    asked.set(key, direction)
  }
  const near = await meanings.near(name, direction, most)
  const articleIds = near.filter(({ standsOut }) => standsOut >= leastStandsOut).map(({ articleId }) => articleId)
  return articleIds.length === 0 ? undefined : { model: name, articleIds: [...new Set(articleIds)] }
}

const mostShown = 8
/** Some of the closest were found by their words already, or are excluded by the filters. */
const mostLookedAt = 40

/** Articles that a model considers similar in meaning to the query and that its words did not find. */
export type SemanticMatches = { readonly model: string; readonly articles: readonly SearchHit[] }

/** Nothing without an embedding model, or when nothing else is close. */
export async function semanticMatches(
  context: OperationContext,
  words: string,
  filter: SearchFilter,
  found: readonly { readonly articleId?: ArticleId }[],
  lists: Awaited<ReturnType<typeof mutedLists>>,
): Promise<{ readonly alsoClose?: SemanticMatches }> {
  const { store } = context
  const near = await nearInMeaning(context, words, mostLookedAt)
  if (!near) return {}
  const known = new Set(found.map(({ articleId }) => articleId))
  const order = new Map(near.articleIds.map((id, place) => [id as string, place]))
  const entries = (await store.search.entriesOf(near.articleIds.filter((id) => !known.has(id))))
    .filter((entry) => isWithin(entry, filter))
    .toSorted((a, b) => (order.get(a.articleId ?? '') ?? 0) - (order.get(b.articleId ?? '') ?? 0))
    .slice(0, mostShown)
  if (entries.length === 0) return {}
  const hits = await store.search.hits(
    entries.map(({ sequence }) => sequence),
    '',
  )
  const articles = lists.sift(hits, mutableHit)
  return articles.length === 0 ? {} : { alsoClose: { model: near.model, articles } }
}

function isWithin(
  { publishedAt, language, source, section }: EntryMatch,
  { from, until, language: wanted, sourceIds, section: only }: SearchFilter,
): boolean {
  return (
    (from === undefined || publishedAt >= from) &&
    (until === undefined || publishedAt < until) &&
    (wanted === undefined || primaryLanguage(language) === wanted) &&
    (sourceIds === undefined || sourceIds.includes(source.id)) &&
    (only === undefined || section === only)
  )
}
