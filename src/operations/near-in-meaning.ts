import type { ArticleId } from '../core/ids.ts'
import { type Direction, directionOf } from '../core/meaning.ts'
import type { OperationContext } from './operation.ts'

/** Pages never wait longer for a model. */
const PATIENCE_MS = 1_500
const questionsKept = 200
/** Below it an article is about as near as any other. */
const leastStandsOut = 2.5

const known = new WeakMap<object, Map<string, Direction>>()

/** Articles close in meaning to some words, the nearest first, and the model that says so. */
export type NearInMeaning = { readonly model: string; readonly articleIds: readonly ArticleId[] }

/**
 * Looks for articles that mean what the words mean, whichever words they use; undefined where no model makes vectors, where it does not
 * answer soon, or where nothing stands out. The same words are asked of it once.
 */
export async function nearInMeaning(
  { model, meanings }: Pick<OperationContext, 'model' | 'meanings'>,
  words: string,
  most: number,
): Promise<NearInMeaning | undefined> {
  const name = model.embeddingModel?.()
  if (name === undefined || !meanings || !/\p{L}{2}/u.test(words)) return undefined
  const asked = known.get(meanings) ?? new Map<string, Direction>()
  known.set(meanings, asked)
  const key = `${name}\n${words}`
  let direction = asked.get(key)
  if (!direction) {
    const made = await model.embed([words], AbortSignal.timeout(PATIENCE_MS))
    if (made.kind !== 'embedded' || made.model !== name) return undefined
    direction = directionOf(made.vectors[0]!)
    for (const oldest of asked.keys()) if (asked.size >= questionsKept) asked.delete(oldest)
    asked.set(key, direction)
  }
  const near = await meanings.near(name, direction, most)
  const articleIds = near.filter(({ standsOut }) => standsOut >= leastStandsOut).map(({ articleId }) => articleId)
  return articleIds.length === 0 ? undefined : { model: name, articleIds: [...new Set(articleIds)] }
}
