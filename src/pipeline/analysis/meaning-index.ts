import { setImmediate } from 'node:timers/promises'
import type { ArticleId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { dot, type TextVector, vectorLength } from '../../core/text-vector.ts'
import type { EmbeddingStore } from '../../store/articles/embeddings.ts'

/** `standsOut` is how many standard deviations nearer it is than the mean: comparable between models. */
type NearArticle = { readonly articleId: ArticleId; readonly likeness: number; readonly standsOut: number }

/** The newest vectors of one model in memory, for finding the nearest to a vector. */
export type MeaningIndex = {
  /** The nearest first, at most `most`. Reads vectors stored since the last call first. */
  near(model: string, direction: TextVector, most: number): Promise<readonly NearArticle[]>
}

const PAGE = 5_000
/** Vectors compared before other work may run. */
const STEP = 20_000

/**
 * Opens an index over the stored vectors. It contains the newest `mostKept` (one byte per dimension) and is filled at the first query;
 * later queries read only new vectors. Each query compares all of them.
 */
export function openMeaningIndex(store: Pick<EmbeddingStore, 'page'>, mostKept = 100_000): MeaningIndex {
  let kept = emptyOf('', 0)
  let order: Promise<unknown> = Promise.resolve()

  const refresh = async (model: string, dimension: number): Promise<LoadedVectors> => {
    if (kept.model !== model || kept.dimension !== dimension) kept = emptyOf(model, dimension)
    for (let isMore = true; isMore; ) {
      const rows = await store.page(model, kept.after, PAGE)
      for (const { articleId, direction, sequence } of rows) {
        kept.after = sequence
        if (direction.length === dimension) add(kept, articleId, direction, mostKept)
      }
      isMore = rows.length === PAGE
    }
    return kept
  }

  return {
    async near(model, direction, most) {
      // One after the other: two that read at once would add everything twice.
      const ready = order.then(() => refresh(model, direction.length))
      order = ready.catch(() => {})
      return nearest(await ready, direction, most)
    },
  }
}

type LoadedVectors = {
  readonly model: string
  readonly dimension: number
  rows: Int8Array
  lengths: Float32Array
  readonly articles: ArticleId[]
  /** Where the next one is written: at first the end, then in place of the oldest. */
  next: number
  after: number
}

function emptyOf(model: string, dimension: number): LoadedVectors {
  return { model, dimension, rows: new Int8Array(0), lengths: new Float32Array(0), articles: [], next: 0, after: 0 }
}

function add(kept: LoadedVectors, articleId: ArticleId, direction: TextVector, mostKept: number): void {
  const { dimension } = kept
  if (kept.next === kept.lengths.length && kept.lengths.length < mostKept) grow(kept, mostKept)
  if (kept.next >= mostKept) kept.next = 0
  kept.rows.set(direction, kept.next * dimension)
  kept.lengths[kept.next] = vectorLength(direction, 0, dimension)
  kept.articles[kept.next] = articleId
  kept.next += 1
}

function grow(kept: LoadedVectors, mostKept: number): void {
  const room = Math.min(mostKept, Math.max(1_024, 2 * kept.lengths.length))
  const rows = new Int8Array(room * kept.dimension)
  rows.set(kept.rows)
  const lengths = new Float32Array(room)
  lengths.set(kept.lengths)
  kept.rows = rows
  kept.lengths = lengths
}

async function nearest(kept: LoadedVectors, direction: TextVector, most: number): Promise<readonly NearArticle[]> {
  const { rows, lengths, dimension } = kept
  const articles = kept.articles.slice()
  const own = vectorLength(direction, 0, dimension)
  if (own === 0 || articles.length === 0) return []
  const found: { readonly at: number; readonly likeness: number }[] = []
  let [sum, squares] = [0, 0]
  for (let at = 0; at < articles.length; at += 1) {
    if (at > 0 && at % STEP === 0) await setImmediate()
    const length = lengths[at]!
    const likeness = length === 0 ? 0 : dot(direction, rows, at * dimension) / (own * length)
    sum += likeness
    squares += likeness * likeness
    if (found.length === most && likeness <= nth(found, most - 1).likeness) continue
    const place = found.findIndex((one) => one.likeness < likeness)
    found.splice(place === -1 ? found.length : place, 0, { at, likeness })
    if (found.length > most) found.pop()
  }
  const mean = sum / articles.length
  const deviation = Math.sqrt(Math.max(0, squares / articles.length - mean * mean))
  return found.map(({ at, likeness }) => ({
    articleId: nth(articles, at),
    likeness,
    standsOut: deviation === 0 ? 0 : (likeness - mean) / deviation,
  }))
}
