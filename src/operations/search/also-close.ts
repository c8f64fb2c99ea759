import type { ArticleId } from '../../core/ids.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { quantize, type TextVector } from '../../core/text-vector.ts'
import type { FindFilter, FoundEntry } from '../../store/search/finds.ts'
import type { SearchHit } from '../../store/store.ts'
import { mutableHit, type mutedLists } from '../library/hide-muted.ts'
import type { OperationContext } from '../operation.ts'

/** Pages never wait longer for a model. */
const PATIENCE_MS = 1_500
const questionsKept = 200
/** Below it an article is about as near as any other. */
const leastStandsOut = 2.5

const known = new WeakMap<object, Map<string, TextVector>>()

/** Articles close in meaning to some words, the nearest first, and the model that says so. */
type NearInMeaning = { readonly model: string; readonly articleIds: readonly ArticleId[] }

/**
 * Looks for articles that mean what the words mean, whichever words they use; undefined where no model makes vectors, where it does not
 * answer soon, or where nothing stands out. The same words are asked of it once.
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
    direction = quantize(made.vectors[0]!)
    for (const oldest of asked.keys()) if (asked.size >= questionsKept) asked.delete(oldest)
    asked.set(key, direction)
  }
  const near = await meanings.near(name, direction, most)
  const articleIds = near.filter(({ standsOut }) => standsOut >= leastStandsOut).map(({ articleId }) => articleId)
  return articleIds.length === 0 ? undefined : { model: name, articleIds: [...new Set(articleIds)] }
}

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
